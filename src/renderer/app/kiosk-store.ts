import { create } from 'zustand';
import type { KioskState } from '../../contracts/kiosk-ipc.ts';
import type { CartView, SessionView } from '../../contracts/session.ts';

/** What main last told us. `ready` is false until the first answer. */
export interface KioskProjection extends KioskState {
  readonly ready: boolean;
}

const initial: KioskProjection = {
  ready: false,
  store: null,
  brand: { name: '' },
  sync: { hub: 'unpaired', phase: 'never', progress: 0, syncedAt: null, pendingOperations: 0 },
  session: null,
  idle: { afterMs: 90_000, warnMs: 20_000 },
};

export const useKiosk = create<KioskProjection>()(() => initial);

export const showSession = (session: SessionView | null): void => useKiosk.setState({ session });

/** A call's own answer, shown before the event that follows it. */
export function showCart(cart: CartView): void {
  useKiosk.setState((state) => (state.session ? { session: { ...state.session, cart } } : state));
}

export const resetKiosk = (): void => useKiosk.setState(initial, true);
