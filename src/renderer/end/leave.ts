import type { SessionView } from '../../contracts/session.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { type Farewell, openSheet, restartAt, useView } from '../app/view-store.ts';
import { wipe } from '../app/wipe.ts';
import { heldForTrial } from '../reserve/held.ts';
import { callKiosk } from '../shared/bridge.ts';
import { showLanguage } from '../shared/i18n.ts';

function farewellTo(session: SessionView): Farewell {
  return {
    pieces: session.cart.pieces,
    holds: heldForTrial(session.reservations).length,
    paid: session.payment?.state === 'paid',
    toPhone: session.trust !== 'guest',
  };
}

/** A bag that no phone keeps would be gone: the one case where ending asks first. */
export const wouldLoseBag = (session: SessionView): boolean =>
  session.trust === 'guest' && session.cart.pieces > 0 && session.payment?.state !== 'paid';

export async function leave(): Promise<void> {
  const { session } = useKiosk.getState();
  if (!session) return restartAt({ name: 'attract' });
  if (wouldLoseBag(session)) return openSheet('leave');
  await leaveNow();
}

/** Wipes the screen at once and says goodbye in the shopper's language. */
export async function leaveNow(): Promise<void> {
  const { session } = useKiosk.getState();
  if (!session) return restartAt({ name: 'attract' });
  const { language, theme } = useView.getState();
  wipe({ name: 'thanks', farewell: farewellTo(session) });
  useView.setState({ language, theme });
  showLanguage(language);
  await callKiosk('session.end', { reason: 'shopper' });
}
