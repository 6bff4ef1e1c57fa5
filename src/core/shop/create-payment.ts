import type { Payment } from '../../contracts/payment.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartLine, CartView } from '../../contracts/session.ts';
import { cartView } from '../cart/cart-view.ts';
import { coverage } from '../reservations/coverage.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor } from '../shop.ts';
import { obstacleOf } from './fulfilment.ts';
import type { ShopParts } from './parts.ts';
import { alreadyPaid, releaseAll, savePayment, withdrawLink } from './payment-link.ts';
import { holdTimes, readPolicy } from './policy.ts';
import { gatherPricing } from './pricing.ts';
import { takeHold } from './take-hold.ts';

/**
 * Cart → holds for every unit → hub knows them → link. What fails on the way gives back what it took, so that a payment
 * link either exists with its units or leaves nothing behind.
 */
export async function createPayment(parts: ShopParts, actor: Actor): Promise<Result<Payment>> {
  const facts = await gatherCheckout(parts, actor);
  if (!facts.ok) return facts;
  const { cart, view, reservations, payment } = facts.value;
  const payable = checkPayable(view);
  if (!payable.ok) return payable;
  const obstacle = view.fulfilment && (await obstacleOf(parts, actor, view, view.fulfilment.method));
  if (obstacle) return { ok: false, failure: obstacle };

  if (payment?.state === 'open') {
    const reused = await reuse(parts, actor, facts.value, payment);
    if (!reused.ok) return reused;
    if (reused.value) return succeed(reused.value);
  }
  const dropped = await dropVanished(parts, actor, cart, view);
  if (!dropped.ok) return dropped;
  const times = holdTimes(await readPolicy(parts));
  const lines = view.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const plan = coverage(
    lines,
    payment?.state === 'open' ? withoutCheckout(reservations) : reservations,
    actor.storeId,
    parts.environment.now() + times.payment,
  );
  const surplus = await releaseAll(parts.operations, plan.surplus);
  if (!surplus.ok) return surplus;
  const taken = await takeAll(parts, actor, plan.missing, times.payment + times.paymentGrace);
  if (!taken.ok) return taken;

  const link = await requestLink(parts, actor);
  if (link.ok) {
    await savePayment(parts, link.value);
    return link;
  }
  await releaseAll(parts.operations, taken.value);
  return link;
}

interface Checkout {
  readonly cart: readonly CartLine[];
  readonly view: CartView;
  readonly reservations: readonly Reservation[];
  readonly payment: Payment | undefined;
}

async function gatherCheckout(parts: ShopParts, actor: Actor): Promise<Result<Checkout>> {
  const found = await parts.store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    if (session.value.trust === 'capsule') {
      return fail(
        'offline',
        'This cart was opened while the connection was away, so a payment link cannot be made for it. Scan a new code when the connection is back, or ask an associate to take the payment.',
        { reason: 'capsule-session' },
      );
    }
    return succeed(await transaction.sessions.payment(actor.sessionId));
  });
  if (!found.ok) return found;
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const { cart, reservations } = pricing.value;
  return succeed({ cart, reservations, view: cartView(pricing.value), payment: found.value });
}

function checkPayable(view: CartView): Result<void> {
  if (view.lines.length === 0) {
    return fail('invalid', 'The cart is empty. Add a piece, then pay.', { reason: 'cart-empty' });
  }
  if (view.total <= 0) {
    return fail('invalid', 'There is nothing left to pay. Ask an associate to hand the pieces over.', {
      reason: 'nothing-to-pay',
    });
  }
  return succeed(undefined);
}

/** The open link, where it is still for this very cart; otherwise it is withdrawn and nothing is given. */
async function reuse(
  parts: ShopParts,
  actor: Actor,
  { cart, view, reservations }: Checkout,
  payment: Payment,
): Promise<Result<Payment | null>> {
  const { missing, surplus } = coverage(cart, reservations, actor.storeId, Date.parse(payment.expiresAt));
  const same =
    // One for an order that is there already bears its number.
    payment.orderNumber === null &&
    payment.amount === view.total &&
    payment.discount === view.discount &&
    payment.pieces === view.pieces &&
    missing.length === 0 &&
    surplus.length === 0;
  if (same) {
    const read = await parts.paymentDesk.read(payment.paymentId);
    if (!read.ok) return read;
    await savePayment(parts, read.value);
    if (read.value.state === 'open') return read;
    if (read.value.state === 'paid') return alreadyPaid(read.value);
  }
  const withdrawn = await withdrawLink(parts, actor);
  return withdrawn.ok ? succeed(null) : withdrawn;
}

const withoutCheckout = (reservations: readonly Reservation[]) =>
  reservations.filter((hold) => hold.kind !== 'checkout');

/** Pieces that are no longer sold leave the cart before it is paid, so that cart, holds and order agree. */
async function dropVanished(
  parts: ShopParts,
  { sessionId }: Actor,
  cart: readonly CartLine[],
  view: CartView,
): Promise<Result<void>> {
  const sold = new Set(view.lines.map((line) => line.sku));
  for (const { sku } of cart.filter((line) => !sold.has(line.sku))) {
    const done = await parts.operations.execute({ type: 'cart-line-set', sessionId, sku, quantity: 0 });
    if (!done.ok) return done;
  }
  return succeed(undefined);
}

async function takeAll(
  parts: ShopParts,
  actor: Actor,
  lines: readonly CartLine[],
  duration: number,
): Promise<Result<readonly Reservation[]>> {
  const taken: Reservation[] = [];
  for (const { sku, quantity } of lines) {
    const hold = await takeHold(parts, actor, { kind: 'checkout', sku, quantity, duration });
    if (!hold.ok) {
      await releaseAll(parts.operations, taken);
      return { ok: false, failure: await name(parts, sku, hold.failure) };
    }
    taken.push(hold.value);
  }
  return succeed(taken);
}

/** A cart has many pieces: says which one it is about. */
async function name({ catalogue }: ShopParts, sku: string, failure: Failure): Promise<Failure> {
  const variant = await catalogue.variant(sku);
  const product = variant && (await catalogue.product(variant.handle));
  if (!product) return failure;
  const options = [variant.size, variant.colour].filter((option) => option !== null).join(', ');
  const title = options === '' ? product.title : `${product.title} (${options})`;
  return {
    ...failure,
    message: `${title}: ${failure.message}`,
    details: { ...failure.details, sku, title: product.title },
  };
}

async function requestLink(parts: ShopParts, actor: Actor): Promise<Result<Payment>> {
  const flushed = parts.flush ? await parts.flush() : succeed(undefined);
  if (!flushed.ok) return linkFailure(flushed.failure);
  const paymentId = parts.environment.newId();
  const link = await parts.paymentDesk.create(paymentId, actor.sessionId);
  if (link.ok) return link;
  // After a timeout the link may exist; no one must be able to pay it while its units are given back.
  if (link.failure.kind === 'timeout') await parts.paymentDesk.cancel(paymentId);
  return linkFailure(link.failure);
}

function linkFailure(failure: Failure): Result<never> {
  if (failure.kind !== 'offline' && failure.kind !== 'timeout') return { ok: false, failure };
  return fail(
    failure.kind,
    'A payment link needs the connection, which is away. The cart is kept: try again, or ask an associate to take the payment.',
    { reason: failure.reason ?? 'payment-needs-hub' },
  );
}
