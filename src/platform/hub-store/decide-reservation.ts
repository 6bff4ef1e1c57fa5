import type { OperationBody } from '../../contracts/operation.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import { putReservation } from '../store/reservation-repository.ts';
import { keepEarlyStep, takeEarlySteps } from './early-steps.ts';
import { markChanged } from './feed-log.ts';
import { markTask } from './floor.ts';
import { noteOrigin, originOf } from './hold-origin.ts';
import { leaseNumber } from './leases.ts';
import { openPaymentOf } from './payment-records.ts';
import { bindToDevice, findOwner } from './session-bindings.ts';
import { createStockLedger } from './stock-ledger.ts';
import { foreignSession, foreignStore, type Submission, speaksFor } from './submission.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

/**
 * A promise made under a lease that has lapsed meanwhile is over: the device's own clock has ended it before the hub took the rights
 * back. It is history then, and takes nothing. What a restored hub is told again stands, whatever the hub remembers.
 */
export async function decideMade(
  submission: Submission,
  body: Body<'reservation-made'>,
): Promise<Result<void>> {
  const made = await decidePromise(submission, body);
  if (!made.ok) return made;
  for (const step of await takeEarlySteps(submission.transaction.sql, body.reservation.reservationId)) {
    // One that cannot be taken any more is over, as it would be had it come in time.
    await decideStep({ ...submission, at: step.at }, step.body);
  }
  return made;
}

async function decidePromise(submission: Submission, body: Body<'reservation-made'>): Promise<Result<void>> {
  const { transaction, device, at, again } = submission;
  const { sql, query } = transaction;
  const { reservation, lease } = body;
  if (reservation.storeId !== device.storeId) return foreignStore();
  const shop = transaction.shop(device.deviceId);
  if (again) {
    await startForgotten(transaction, body, at);
    return applyOperation(trusting(shop), body, at);
  }
  // Unknown is not foreign: a journal keeps the promise of a session that has left its device, and not the session.
  const unknown = !(await findOwner(sql, body.sessionId));
  if (!unknown && !(await speaksFor(submission, body.sessionId))) return foreignSession();
  if (lease !== undefined && lease < (await leaseNumber(sql, device.deviceId))) {
    const known = await shop.reservations.find(reservation.reservationId);
    if (known && known.sessionId !== body.sessionId) return foreignSession();
    if (!known) {
      await putReservation(query, { ...reservation, state: 'expired' }, null);
      await noteOrigin(sql, reservation.reservationId, { deviceId: device.deviceId, lease });
    }
    // The device waits for a row that includes it.
    await markChanged(sql, 'stock', reservation.storeId, reservation.sku);
    return succeed(undefined);
  }
  if (unknown) {
    await startForgotten(transaction, body, at);
    await bindToDevice(sql, body.sessionId, device.deviceId, transaction.now);
  }
  return applyOperation(shop, body, at);
}

/** The session may have begun after the backup was made; the promise to its shopper stands all the same. */
async function startForgotten(
  { shop, sql, now }: Submission['transaction'],
  { sessionId }: Body<'reservation-made'>,
  at: number,
): Promise<void> {
  if (await shop(null).sessions.find(sessionId)) return;
  await applyOperation(shop(null), { type: 'session-started', sessionId, language: 'en' }, at);
  await sql.run(
    `INSERT INTO sessionOwner (sessionId, customerId, storeId, origin, touchedAt) VALUES (?, NULL, '', 'web', ?)
     ON CONFLICT DO NOTHING`,
    sessionId,
    now,
  );
}

const trusting = (shop: ShopTransaction): ShopTransaction => ({
  ...shop,
  stock: {
    ...shop.stock,
    position: async (storeId, sku) => {
      const position = await shop.stock.position(storeId, sku);
      return position && { ...position, promisable: Number.MAX_SAFE_INTEGER };
    },
  },
});

/**
 * A device may end its own holds whatever has become of their session, and those of sessions that are open on it. What only ran
 * out of time stays while a payment link counts on it, for a kiosk that has wiped its session knows of no link: paid pieces
 * must be there. The hub ends it when the link is over.
 */
export async function decideReleased(
  submission: Submission,
  body: Body<'reservation-released'>,
): Promise<Result<void>> {
  const { transaction, device, at } = submission;
  const { sql } = transaction;
  const shop = transaction.shop(device.deviceId);
  const own = (await originOf(sql, body.reservationId))?.deviceId === device.deviceId;
  if (!own && !(await speaksFor(submission, body.sessionId))) return foreignSession();
  // A guest's hold belongs to the customer's session once the guest has signed in on the phone.
  const hold = own ? await shop.reservations.find(body.reservationId) : undefined;
  const sessionId = hold?.sessionId ?? body.sessionId;
  if (body.state === 'expired' && (await openPaymentOf(sql, sessionId))) return succeed(undefined);
  return applyOperation(shop, { ...body, sessionId }, at);
}

/**
 * An associate handed a piece over, or went for it, while the hub, which had not heard of it, ended the hold by its own clock: as
 * long as the units are still with whose rights they were, the hold goes on. The device hears what has become of the hold in any
 * case, for it has taken over nothing about it while its step was on the way.
 */
export async function decideStep(
  submission: Submission,
  body: Body<'reservation-advanced'>,
): Promise<Result<void>> {
  const { transaction, device, at } = submission;
  const { sql } = transaction;
  const { reservations } = transaction.shop(null);
  const hold = await reservations.find(body.reservationId);
  if (!hold && (await keepEarlyStep(submission, body))) return succeed(undefined);
  const ofThisFloor = hold?.kind === 'trial' && hold.storeId === body.storeId;
  if (ofThisFloor && hold.state === 'expired' && body.to !== 'returned') await letGoOn(transaction, hold);
  const applied = await applyOperation(transaction.shop(device.deviceId), body, at);
  if (hold) await markTask(sql, hold);
  return applied;
}

/**
 * A device has given the shopper more time with a piece that it holds by its own rights, whatever has become of their session. The
 * hub, which had not heard of it, may have ended the hold by its own clock.
 */
export async function decideExtended(
  submission: Submission,
  body: Body<'reservation-extended'>,
): Promise<Result<void>> {
  const { transaction, device, at } = submission;
  const { sql } = transaction;
  const shop = transaction.shop(device.deviceId);
  const hold = await shop.reservations.find(body.reservationId);
  const own = (await originOf(sql, body.reservationId))?.deviceId === device.deviceId;
  if (!own && !(await speaksFor(submission, body.sessionId))) return foreignSession();
  if (own && hold?.state === 'expired') await letGoOn(transaction, hold);
  const sessionId = own && hold ? hold.sessionId : body.sessionId;
  const applied = await applyOperation(shop, { ...body, sessionId }, at);
  if (hold) await markTask(sql, hold);
  return applied;
}

/** A trial that the hub has ended by its own clock is held again, as long as the units are still with whose rights they were. */
async function letGoOn({ sql, query, now }: Submission['transaction'], hold: Reservation): Promise<void> {
  const origin = await originOf(sql, hold.reservationId);
  const ledger = createStockLedger(sql, origin?.deviceId ?? null);
  const position = await ledger.position(hold.storeId, hold.sku);
  if (origin?.lapsed || !position || position.promisable < hold.quantity) return;
  await query
    .updateTable('reservation')
    .set({ state: hold.pickedAt === null ? 'requested' : 'picked' })
    .where('reservationId', '=', hold.reservationId)
    .execute();
  await ledger.reserve(hold.storeId, hold.sku, hold.quantity, now);
}
