import { isActive, type Reservation, type ReservationView } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { StorePolicy } from '../../contracts/store-policy.ts';
import { checkTrial } from '../reservations/check-trial.ts';
import { moreTime } from '../reservations/more-time.ts';
import { otherSize } from '../reservations/other-size.ts';
import { reservationViews } from '../reservations/reservation-view.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, Holds } from '../shop.ts';
import { expireDue } from './expire-due.ts';
import type { ShopParts } from './parts.ts';
import { holdTimes } from './policy.ts';
import { gatherReservations, viewOf } from './reservation-facts.ts';
import { reserveElsewhere } from './reserve-elsewhere.ts';
import { takeHold, type Wish } from './take-hold.ts';

export function createHolds(parts: ShopParts): Holds {
  return {
    list: async (actor) => {
      const session = await parts.store.read((transaction) => openSession(transaction, actor.sessionId));
      if (!session.ok) return session;
      const views = reservationViews(await gatherReservations(parts, actor.sessionId));
      return succeed(views.filter((view) => isActive(view)));
    },
    reserveForTrial: (actor, sku, quantity, as) =>
      parts.inTurn(actor.sessionId, () =>
        reserveForTrial(parts, actor, { sku, quantity, reservationId: as }),
      ),
    requestOtherSize: (actor, reservationId, size, as) =>
      parts.inTurn(actor.sessionId, () => requestOtherSize(parts, actor, reservationId, size, as)),
    reserveElsewhere: (actor, storeId, sku, quantity, as) =>
      parts.inTurn(actor.sessionId, () =>
        reserveElsewhere(parts, actor, { storeId, sku, quantity, reservationId: as }, reserveForTrial),
      ),
    cancel: (actor, reservationId) =>
      parts.inTurn(actor.sessionId, () => cancel(parts, actor, reservationId)),
    extend: (actor, reservationId) =>
      parts.inTurn(actor.sessionId, () => extend(parts, actor, reservationId)),
    moveTrials: (from, to) => parts.inTurn(from.sessionId, () => moveTrials(parts, from, to)),
    expireDue: () => expireDue(parts),
  };
}

/** Without a duration: the shop's time for trials. */
type TrialWish = Pick<Wish, 'sku' | 'quantity' | 'replaces' | 'reservationId'> & {
  readonly duration?: number;
};

async function reserveForTrial(
  parts: ShopParts,
  actor: Actor,
  wish: TrialWish,
): Promise<Result<ReservationView>> {
  const { sku } = wish;
  const found = await parts.store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    return succeed({
      holds: await transaction.reservations.ofSession(actor.sessionId),
      policy: await transaction.policy(),
    });
  });
  if (!found.ok) return found;
  if (!(await parts.catalogue.variant(sku))) {
    return fail('not-found', `There is no piece with the number ${sku}. Search for it, then choose a size.`, {
      reason: 'sku-unknown',
      details: { sku },
    });
  }
  const { holds, policy } = found.value;
  return putOnTrial(parts, actor, trialsHere(holds, actor), wish, policy);
}

const trialsHere = (holds: readonly Reservation[], { storeId }: Actor): readonly Reservation[] =>
  holds.filter((hold) => hold.kind === 'trial' && isActive(hold) && hold.storeId === storeId);

/** `trials`: those that count against the shop's limits. */
async function putOnTrial(
  parts: ShopParts,
  actor: Actor,
  trials: readonly Reservation[],
  wish: TrialWish,
  policy: StorePolicy,
): Promise<Result<ReservationView>> {
  const checked = checkTrial(trials, wish.sku, wish.quantity, policy.holds);
  if (!checked.ok) return checked;
  if (checked.value) return viewOf(parts, checked.value.reservationId);
  const duration = wish.duration ?? holdTimes(policy).trial;
  const taken = await takeHold(parts, actor, { ...wish, kind: 'trial', duration });
  return taken.ok ? viewOf(parts, taken.value.reservationId) : taken;
}

/** The piece that it is for waits beside it for a while, and does not count. */
async function requestOtherSize(
  parts: ShopParts,
  actor: Actor,
  reservationId: string,
  size: string,
  as: string | undefined,
): Promise<Result<ReservationView>> {
  const found = await parts.store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    return succeed({
      trials: trialsHere(await transaction.reservations.ofSession(actor.sessionId), actor),
      policy: await transaction.policy(),
    });
  });
  if (!found.ok) return found;
  const { trials, policy } = found.value;
  const first = trials.find((hold) => hold.reservationId === reservationId);
  if (!first) return unknownReservation();
  const variant = await parts.catalogue.variant(first.sku);
  const product = variant && (await parts.catalogue.product(variant.handle));
  const other = otherSize(product, first.sku, size);
  if (!other.ok) return other;
  const others = trials.filter((hold) => hold !== first);
  const wish = { sku: other.value.sku, quantity: first.quantity, replaces: first, reservationId: as };
  return putOnTrial(parts, actor, others, wish, policy);
}

/** Cancelling what has ended already is no failure: the shopper has what they wanted. */
async function cancel(
  parts: ShopParts,
  actor: Actor,
  reservationId: string,
): Promise<Result<ReservationView>> {
  const found = await parts.store.read((transaction) => transaction.reservations.find(reservationId));
  if (!found || found.sessionId !== actor.sessionId) return unknownReservation();
  if (found.state === 'bought') {
    return fail('conflict', 'This piece has been bought. Look at the order.', {
      reason: 'reservation-bought',
    });
  }
  const released = await parts.operations.execute({
    type: 'reservation-released',
    sessionId: actor.sessionId,
    reservationId,
    state: 'cancelled',
  });
  return released.ok ? viewOf(parts, reservationId) : released;
}

const unknownReservation = () =>
  fail('not-found', 'There is no such reservation in this session. Look at the list of them.', {
    reason: 'reservation-unknown',
  });

async function extend(
  parts: ShopParts,
  { sessionId }: Actor,
  reservationId: string,
): Promise<Result<ReservationView>> {
  const { store, environment, operations } = parts;
  const found = await store.read(async (transaction) => {
    const session = await openSession(transaction, sessionId);
    if (!session.ok) return session;
    const hold = await transaction.reservations.find(reservationId);
    if (hold?.kind !== 'trial' || hold.sessionId !== sessionId) return unknownReservation();
    const longestEnd = await transaction.reservations.longestEnd(reservationId);
    return moreTime(hold, environment.now(), longestEnd, holdTimes(await transaction.policy()));
  });
  if (!found.ok) return found;
  if (found.value !== null) {
    const expiresAt = new Date(found.value).toISOString();
    const extended = await operations.execute({
      type: 'reservation-extended',
      sessionId,
      reservationId,
      expiresAt,
    });
    if (!extended.ok) return extended;
  }
  return viewOf(parts, reservationId);
}

async function moveTrials(
  { store, operations }: ShopParts,
  { sessionId: fromSessionId }: Actor,
  { sessionId }: Actor,
): Promise<Result<void>> {
  const holds = await store.read((transaction) => transaction.reservations.ofSession(fromSessionId));
  for (const { reservationId } of holds.filter((one) => one.kind === 'trial' && isActive(one))) {
    const moved = await operations.execute({
      type: 'reservation-moved',
      sessionId,
      fromSessionId,
      reservationId,
    });
    if (!moved.ok) return moved;
  }
  return succeed(undefined);
}
