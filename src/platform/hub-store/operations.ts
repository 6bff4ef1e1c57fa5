import type { Operation, OperationBody, OperationsReceipt } from '../../contracts/operation.ts';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import type { Operations } from '../../core/ports/operations.ts';
import type { Device } from './devices.ts';
import type { HubDatabase, HubTransaction } from './hub-database.ts';
import { originOf } from './hub-shop-transaction.ts';
import { openPaymentOf, withdrawStalePayment } from './payment-records.ts';
import { bindToDevice, findOwner, isBound, saveOwner, unbindFromDevice } from './session-bindings.ts';
import type { Sql, TransactionSql } from './sql.ts';

/** Changes made on the hub itself, by web pages and timers: change, feed entries and payment in one transaction. */
export function createHubOperations(hub: HubDatabase): Operations {
  const executeDraft: Operations['executeDraft'] = (draft) =>
    hub.transaction(async (transaction) => {
      const shop = transaction.shop(null);
      const drafted = await draft(shop);
      if (!drafted.ok) return drafted;
      const applied = await applyOperation(shop, drafted.value, transaction.now);
      if (!applied.ok) return applied;
      await afterwards(transaction, drafted.value, null);
      return drafted;
    });
  return {
    execute: async (body) => {
      const executed = await executeDraft(async () => succeed(body));
      return executed.ok ? succeed(undefined) : executed;
    },
    executeDraft,
  };
}

async function afterwards(
  transaction: HubTransaction,
  body: OperationBody,
  by: string | null,
): Promise<void> {
  transaction.announce({ type: 'session-changed', sessionId: body.sessionId, by });
  switch (body.type) {
    case 'cart-line-set':
    case 'reservation-released':
      await withdrawStalePayment(transaction, body.sessionId);
      return;
    case 'reservation-moved':
      await withdrawStalePayment(transaction, body.fromSessionId);
      return;
    case 'offer-applied':
      await withdrawStalePayment(transaction, body.sessionId, { offerChosen: true });
      return;
    default:
      return;
  }
}

/**
 * Decides a device's operations in the order of their sequence: each once, for ever. Stops at a gap. One that is refused
 * keeps its place: the sequence goes on, and every later receipt of a batch that repeats it names it again.
 * `onBug` hears of an operation that could not be decided because of a bug; it is refused, so that it does not block
 * the ones behind it.
 */
export async function receiveOperations(
  hub: HubDatabase,
  device: Device,
  operations: readonly Operation[],
  onBug: (operation: Operation, error: unknown) => void,
): Promise<OperationsReceipt> {
  const refused: { operationId: string; failure: Failure }[] = [];
  for (const operation of [...operations].sort((one, other) => one.sequence - other.sequence)) {
    const decided = await decideOnce(hub, device, operation).catch(async (error: unknown) => {
      onBug(operation, error);
      return hub.transaction(async (transaction) =>
        record(transaction.sql, device, operation, transaction.now, {
          kind: 'internal',
          message: 'The hub could not decide this operation; its log says why.',
        }),
      );
    });
    if (decided === 'gap') break;
    if (decided !== null) refused.push({ operationId: operation.operationId, failure: decided });
  }
  return { appliedSequence: await appliedSequence(hub.sql, device.deviceId), refused };
}

export async function appliedSequence(sql: Sql, deviceId: string): Promise<number> {
  const row = await sql.first<{ appliedSequence: number }>(
    'SELECT appliedSequence FROM device WHERE deviceId = ?',
    deviceId,
  );
  return row?.appliedSequence ?? 0;
}

function decideOnce(hub: HubDatabase, device: Device, operation: Operation): Promise<Failure | null | 'gap'> {
  return hub.transaction(async (transaction) => {
    const { sql, now } = transaction;
    const applied = await appliedSequence(sql, device.deviceId);
    if (operation.sequence > applied + 1) return 'gap';
    const earlier = await sql.first<{ failure: string | null }>(
      'SELECT failure FROM appliedOperation WHERE operationId = ?',
      operation.operationId,
    );
    if (operation.sequence <= applied || earlier) {
      if (operation.sequence > applied) await advance(sql, device.deviceId, operation.sequence);
      return earlier?.failure ? (JSON.parse(earlier.failure) as Failure) : null;
    }
    const outcome = await decide(transaction, device, operation);
    if (outcome.ok) await afterwards(transaction, operation.body, device.deviceId);
    return record(sql, device, operation, now, outcome.ok ? null : outcome.failure);
  });
}

async function record(
  sql: TransactionSql,
  device: Device,
  operation: Operation,
  now: number,
  failure: Failure | null,
): Promise<Failure | null> {
  await sql.run(
    `INSERT INTO appliedOperation (operationId, deviceId, sequence, type, at, cursor, failure)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    operation.operationId,
    device.deviceId,
    operation.sequence,
    operation.body.type,
    now,
    sql.feed.cursor,
    failure && JSON.stringify(failure),
  );
  await advance(sql, device.deviceId, operation.sequence);
  return failure;
}

async function advance(sql: Sql, deviceId: string, sequence: number): Promise<void> {
  await sql.run('UPDATE device SET appliedSequence = ? WHERE deviceId = ?', sequence, deviceId);
}

/** A device speaks for the sessions that are or were open on it, and for holds that it made itself. */
async function decide(
  transaction: HubTransaction,
  device: Device,
  operation: Operation,
): Promise<Result<void>> {
  const { sql, now } = transaction;
  const { body } = operation;
  const at = Math.min(Date.parse(operation.at), now);
  const shop = transaction.shop(device.deviceId);

  if (body.type === 'session-started') {
    const known = await findOwner(sql, body.sessionId);
    if (known && !(await isBound(sql, body.sessionId, device.deviceId))) return foreignSession();
    const started = await applyOperation(shop, body, at);
    if (!started.ok) return started;
    if (!known) {
      const { sessionId } = body;
      await saveOwner(
        sql,
        { sessionId, customerId: null, storeId: device.storeId, origin: device.deviceId },
        now,
      );
    }
    await bindToDevice(sql, body.sessionId, device.deviceId, now);
    return succeed(undefined);
  }

  if (body.type === 'reservation-released') return decideRelease(transaction, device, body, at);
  if (!(await isBound(sql, body.sessionId, device.deviceId))) return foreignSession();

  if (body.type === 'reservation-made' && body.reservation.storeId !== device.storeId) {
    return fail('denied', 'A kiosk reserves in its own shop only.', { reason: 'store-foreign' });
  }
  if (body.type === 'reservation-moved' && !(await isBound(sql, body.fromSessionId, device.deviceId))) {
    return foreignSession();
  }
  if (body.type === 'session-ended') {
    await unbindFromDevice(sql, body.sessionId, device.deviceId, now);
    // A session that came from a phone, or that belongs to a customer, goes on there.
    const owner = await findOwner(sql, body.sessionId);
    if (owner && (owner.origin === 'web' || owner.customerId !== null)) return succeed(undefined);
  }
  return applyOperation(shop, body, at);
}

/**
 * A device may end its own holds whatever has become of their session, and those of sessions that are open on it. What only ran
 * out of time stays while a payment link counts on it, for a kiosk that has wiped its session knows of no link: paid pieces
 * must be there. The hub ends it when the link is over.
 */
async function decideRelease(
  transaction: HubTransaction,
  device: Device,
  body: Extract<OperationBody, { type: 'reservation-released' }>,
  at: number,
): Promise<Result<void>> {
  const { sql } = transaction;
  const shop = transaction.shop(device.deviceId);
  const own = (await originOf(sql, body.reservationId)) === device.deviceId;
  if (!own && !(await isBound(sql, body.sessionId, device.deviceId))) return foreignSession();
  // A guest's hold belongs to the customer's session once the guest has signed in on the phone.
  const hold = own ? await shop.reservations.find(body.reservationId) : undefined;
  const sessionId = hold?.sessionId ?? body.sessionId;
  if (body.state === 'expired' && (await openPaymentOf(sql, sessionId))) return succeed(undefined);
  return applyOperation(shop, { ...body, sessionId }, at);
}

const foreignSession = () =>
  fail('denied', 'This session is not open on this device.', { reason: 'session-not-here' });
