import { startVirtualDisplay } from '../../../tools/virtual-display.mjs';

export interface Display {
  /** True where no screen was found and an X server without one was started. */
  readonly virtual: boolean;
  /** To be added to the environment of what shall show on it. */
  readonly environment: NodeJS.ProcessEnv;
  close(): void;
}

/** The desktop's display, or a virtual one where there is none. */
export async function openDisplay(environment: NodeJS.ProcessEnv): Promise<Display> {
  const hasDisplay = process.platform !== 'linux' || environment.DISPLAY || environment.WAYLAND_DISPLAY;
  if (hasDisplay) return { virtual: false, environment: {}, close: () => undefined };
  const server = await startVirtualDisplay();
  return { virtual: true, environment: { DISPLAY: server.display }, close: server.stop };
}
