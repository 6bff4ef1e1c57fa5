import type { WebContents } from 'electron';
import type { KioskEvent, KioskEventPayload } from '../../contracts/kiosk-ipc.ts';

export type TellPage = <E extends KioskEvent>(name: E, payload: KioskEventPayload<E>) => void;

/** Sends events to the page; silent when it is gone (it asks for the state anew when it is back). */
export const createTellPage =
  (page: WebContents): TellPage =>
  (name, payload) => {
    if (!page.isDestroyed()) page.send(name, payload);
  };
