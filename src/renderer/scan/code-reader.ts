/** Reads codes from a camera into an element. `start` rejects where there is no camera or it may not be used. */
export interface CodeReader {
  start(element: HTMLElement, onText: (text: string) => void): Promise<void>;
  /** Stops the camera; safe to call at any time, also while starting. */
  stop(): Promise<void>;
}
