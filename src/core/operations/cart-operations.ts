import type { OperationBody } from '../../contracts/operation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { setCartLine } from '../cart/set-line.ts';
import { eligibility } from '../offers/eligibility.ts';
import { findOffer } from '../offers/find-offer.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

export async function setLine(
  transaction: ShopTransaction,
  body: Body<'cart-line-set'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  const cart = setCartLine(session.value.cart, body.sku, body.quantity);
  if (!cart.ok) return cart;
  await transaction.sessions.save({ ...session.value, cart: cart.value });
  return succeed(undefined);
}

/** Checks code, validity and tier; what depends on prices is checked whenever the cart is priced. */
export async function applyOffer(
  transaction: ShopTransaction,
  body: Body<'offer-applied'>,
  at: number,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  if (body.code === null) {
    await transaction.sessions.save({ ...session.value, offerCode: null });
    return succeed(undefined);
  }
  const offer = findOffer(await transaction.offers(), body.code);
  if (!offer) {
    return fail('not-found', `There is no offer ${body.code}. Check the spelling, or look at the offers.`, {
      reason: 'offer-unknown',
    });
  }
  const obstacle = eligibility(offer, knownCustomer(session.value)?.loyalty.tier ?? 'none', at);
  if (obstacle) return fail('invalid', obstacle.message, { reason: obstacle.reason });
  await transaction.sessions.save({ ...session.value, offerCode: offer.code });
  return succeed(undefined);
}

/** Whether it is possible is looked at when it is chosen, and again when it is paid for. */
export async function setFulfilment(
  transaction: ShopTransaction,
  body: Body<'fulfilment-set'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  await transaction.sessions.save({ ...session.value, fulfilment: body.method });
  return succeed(undefined);
}
