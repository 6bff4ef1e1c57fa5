import type {
  KioskCall,
  KioskEvent,
  KioskEventPayload,
  KioskRequest,
  KioskResponse,
} from '../../contracts/kiosk-ipc.ts';

/** Asks main. A call that breaks off (main restarting, a refused sender) is a failure like any other to a screen. */
export async function callKiosk<C extends KioskCall>(
  name: C,
  request: KioskRequest<C>,
): Promise<KioskResponse<C>> {
  try {
    return await window.aisle.call(name, request);
  } catch {
    return { ok: false, failure: { kind: 'internal', message: name } } as KioskResponse<C>;
  }
}

export function onKiosk<E extends KioskEvent>(
  name: E,
  listener: (payload: KioskEventPayload<E>) => void,
): () => void {
  return window.aisle.on(name, listener);
}
