import {
  type ChosenFulfilment,
  type FulfilmentMethod,
  type FulfilmentOption,
  type FulfilmentPolicy,
  fulfilmentMethod,
} from '../../contracts/fulfilment.ts';
import type { Channel } from '../../contracts/primitives.ts';
import { assertNever } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

interface Terms {
  readonly offered: boolean;
  readonly fee: number;
  readonly freeFrom: number | null;
  /** Milliseconds from the payment on; null where the shopper takes it along. */
  readonly from: number | null;
  readonly by: number | null;
}

function termsOf(method: FulfilmentMethod, policy: FulfilmentPolicy): Terms {
  const shipped = ({ offered, fee, freeFrom, fromDays, toDays }: FulfilmentPolicy['shipHome']): Terms => ({
    offered,
    fee,
    freeFrom,
    from: fromDays * day,
    by: toDays * day,
  });
  switch (method) {
    case 'take-now':
      return { offered: policy.takeNow.offered, fee: 0, freeFrom: null, from: null, by: null };
    case 'pick-up': {
      const { offered, readyMinutes, keptDays } = policy.pickUp;
      const ready = readyMinutes * minute;
      return { offered, fee: 0, freeFrom: null, from: ready, by: ready + keptDays * day };
    }
    case 'ship-from-shop':
      return shipped(policy.shipFromShop);
    case 'ship-home':
      return shipped(policy.shipHome);
    default:
      return assertNever(method);
  }
}

const at = (now: number, after: number | null): string | null =>
  after === null ? null : new Date(now + after).toISOString();

const feeOf = ({ fee, freeFrom }: Terms, goods: number): number =>
  freeFrom !== null && goods >= freeFrom ? 0 : fee;

/** What the chosen way costs for goods of this much (minor units, after discounts). */
export function chosenFulfilment(
  method: FulfilmentMethod,
  goods: number,
  policy: FulfilmentPolicy,
  now: number,
): ChosenFulfilment {
  const terms = termsOf(method, policy);
  // A pick-up is ready at its beginning, and kept until its end.
  return { method, fee: feeOf(terms, goods), by: at(now, method === 'pick-up' ? terms.from : terms.by) };
}

/** All ways, possible or not. `channel` is where the shopper is: only who stands in the shop takes something along. */
export function fulfilmentOptions(
  cart: CartView,
  policy: FulfilmentPolicy,
  { channel, now }: { readonly channel: Channel; readonly now: number },
): readonly FulfilmentOption[] {
  const goods = cart.subtotal - cart.discount;
  // What is paid for is held in this shop, whichever way it goes from here.
  const here = cart.lines.every((line) => line.availableHere >= line.quantity);
  return fulfilmentMethod.options.map((method) => {
    const terms = termsOf(method, policy);
    const fee = cart.lines.length === 0 ? terms.fee : feeOf(terms, goods);
    const away = method === 'take-now' && (channel === 'web' || channel === 'whatsapp');
    return {
      method,
      obstacle:
        cart.lines.length === 0
          ? 'cart-empty'
          : !terms.offered
            ? 'not-offered'
            : away
              ? 'not-in-shop'
              : here
                ? null
                : 'not-here',
      fee,
      currency: cart.currency,
      freeIn: fee > 0 && terms.freeFrom !== null && goods < terms.freeFrom ? terms.freeFrom - goods : null,
      from: at(now, terms.from),
      by: at(now, terms.by),
      chosen: cart.fulfilment?.method === method,
    };
  });
}
