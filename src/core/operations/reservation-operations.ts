import type { OperationBody } from '../../contracts/operation.ts';
import { isActive } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { checkReservation, longestHoldMilliseconds } from '../reservations/check-reservation.ts';
import { floorStep } from '../reservations/floor-step.ts';
import { heldElsewhere, holdIsOver } from '../reservations/more-time.ts';
import { openSession } from '../session/open-session.ts';
import { shownAvailable } from '../stock/position.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

export async function makeReservation(
  transaction: ShopTransaction,
  body: Body<'reservation-made'>,
): Promise<Result<void>> {
  const { reservation } = body;
  const known = await transaction.reservations.find(reservation.reservationId);
  if (known) {
    if (known.sessionId === body.sessionId) return succeed(undefined);
    return fail('denied', 'This reservation belongs to another session.', { reason: 'reservation-foreign' });
  }
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  const checked = checkReservation(reservation, body.sessionId);
  if (!checked.ok) return checked;
  const position = await transaction.stock.position(reservation.storeId, reservation.sku);
  if (!position) {
    return fail('not-found', 'This shop does not keep this piece. Look for it in the shops nearby.', {
      reason: 'not-kept-here',
      details: { sku: reservation.sku, storeId: reservation.storeId },
    });
  }
  if (position.promisable < reservation.quantity) {
    return fail(
      'conflict',
      'The last units have just been promised to someone else. Choose another size or colour, or look in the shops nearby.',
      {
        reason: 'not-promisable',
        details: {
          sku: reservation.sku,
          wanted: reservation.quantity,
          available: shownAvailable(position),
        },
      },
    );
  }
  await transaction.reservations.hold(reservation);
  return succeed(undefined);
}

/** What has ended stays where it was. */
export async function moveReservation(
  transaction: ShopTransaction,
  body: Body<'reservation-moved'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  const reservation = await transaction.reservations.find(body.reservationId);
  if (!reservation || reservation.sessionId === body.sessionId) return succeed(undefined);
  if (reservation.sessionId !== body.fromSessionId) {
    return fail('denied', 'This reservation belongs to another session.', { reason: 'reservation-foreign' });
  }
  if (isActive(reservation)) {
    await transaction.reservations.move(body.reservationId, body.sessionId);
  }
  return succeed(undefined);
}

/** Works for sessions that have ended or were wiped: a hold outlives its session. */
export async function releaseReservation(
  transaction: ShopTransaction,
  body: Body<'reservation-released'>,
): Promise<Result<void>> {
  const reservation = await transaction.reservations.find(body.reservationId);
  if (!reservation) return succeed(undefined);
  if (reservation.sessionId !== body.sessionId) {
    return fail('denied', 'This reservation belongs to another session.', { reason: 'reservation-foreign' });
  }
  if (isActive(reservation)) {
    await transaction.reservations.release(body.reservationId, body.state);
  }
  return succeed(undefined);
}

/** An associate's step, on any device of the shop. */
export async function advanceReservation(
  transaction: ShopTransaction,
  body: Body<'reservation-advanced'>,
  at: number,
): Promise<Result<void>> {
  const task = await transaction.reservations.task(body.reservationId);
  if (!task || task.storeId !== body.storeId) {
    return fail('not-found', 'This piece is not on the list of this shop. Look at the list again.', {
      reason: 'task-unknown',
    });
  }
  const step = floorStep(task, body, at);
  if (!step.ok) return step;
  if (step.value !== task) await transaction.reservations.saveTask(step.value);
  return succeed(undefined);
}

/**
 * More time with a piece. An end only ever gets later, so that it does not matter which of this and an associate's step comes first.
 * Like a release it needs no running session: what a shopper was told stands.
 */
export async function extendReservation(
  { reservations }: ShopTransaction,
  body: Body<'reservation-extended'>,
): Promise<Result<void>> {
  const hold = await reservations.find(body.reservationId);
  if (hold?.kind !== 'trial') {
    return fail('not-found', 'There is no such piece on trial. Look at the list of them.', {
      reason: 'reservation-unknown',
    });
  }
  if (hold.sessionId !== body.sessionId) {
    return fail('denied', 'This reservation belongs to another session.', { reason: 'reservation-foreign' });
  }
  if (!isActive(hold)) return holdIsOver();
  if ((await reservations.longestEnd(hold.reservationId)) === undefined) return heldElsewhere();
  const end = Date.parse(body.expiresAt);
  if (end > Date.parse(hold.createdAt) + longestHoldMilliseconds) {
    return fail('invalid', 'A reservation must end within a day.', { reason: 'expiry-out-of-range' });
  }
  if (end > Date.parse(hold.expiresAt)) await reservations.prolong(hold.reservationId, body.expiresAt);
  return succeed(undefined);
}
