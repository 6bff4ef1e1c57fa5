import { showCart } from '../app/kiosk-store.ts';
import { complain, notify } from '../app/view-store.ts';
import { callKiosk } from '../shared/bridge.ts';

/** Applies an offer's code, or takes the offer off with null. True where the bag has it now. */
export async function applyOffer(code: string | null): Promise<boolean> {
  const answer = await callKiosk('cart.apply-offer', { code });
  if (!answer.ok) {
    complain({ failure: answer.failure, retry: () => void applyOffer(code) });
    return false;
  }
  showCart(answer.value);
  notify(code === null ? { key: 'notice.offerOff' } : { key: 'notice.offerOn', values: { code } });
  return true;
}
