import { isActive, type ReservationView } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { checkTrial } from '../reservations/check-trial.ts';
import { reservationViews } from '../reservations/reservation-view.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, Holds } from '../shop.ts';
import { expireDue } from './expire-due.ts';
import type { ShopParts } from './parts.ts';
import { holdTimes } from './policy.ts';
import { gatherReservation, gatherReservations } from './reservation-facts.ts';
import { takeHold } from './take-hold.ts';

export function createHolds(parts: ShopParts): Holds {
  return {
    list: async (actor) => {
      const session = await parts.store.read((transaction) => openSession(transaction, actor.sessionId));
      if (!session.ok) return session;
      const views = reservationViews(await gatherReservations(parts, actor.sessionId));
      return succeed(views.filter((view) => isActive(view)));
    },
    reserveForTrial: (actor, sku, quantity) =>
      parts.inTurn(actor.sessionId, () => reserveForTrial(parts, actor, sku, quantity)),
    cancel: (actor, reservationId) =>
      parts.inTurn(actor.sessionId, () => cancel(parts, actor, reservationId)),
    moveTrials: (from, to) => parts.inTurn(from.sessionId, () => moveTrials(parts, from, to)),
    expireDue: () => expireDue(parts),
  };
}

async function reserveForTrial(
  parts: ShopParts,
  actor: Actor,
  sku: string,
  quantity: number,
): Promise<Result<ReservationView>> {
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
  const trials = holds.filter(
    (hold) => hold.kind === 'trial' && isActive(hold) && hold.storeId === actor.storeId,
  );
  const checked = checkTrial(trials, sku, quantity, policy.holds);
  if (!checked.ok) return checked;
  if (checked.value) return viewOf(parts, checked.value.reservationId);
  const taken = await takeHold(parts, actor, {
    kind: 'trial',
    sku,
    quantity,
    duration: holdTimes(policy).trial,
  });
  return taken.ok ? viewOf(parts, taken.value.reservationId) : taken;
}

/** Cancelling what has ended already is no failure: the shopper has what they wanted. */
async function cancel(
  parts: ShopParts,
  actor: Actor,
  reservationId: string,
): Promise<Result<ReservationView>> {
  const found = await parts.store.read((transaction) => transaction.reservations.find(reservationId));
  if (!found || found.sessionId !== actor.sessionId) {
    return fail('not-found', 'There is no such reservation in this session. Look at the list of them.', {
      reason: 'reservation-unknown',
    });
  }
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

async function viewOf(parts: ShopParts, reservationId: string): Promise<Result<ReservationView>> {
  const [view] = reservationViews(await gatherReservation(parts, reservationId));
  if (!view) throw new Error(`Reservation ${reservationId} is gone right after it was written`);
  return succeed(view);
}
