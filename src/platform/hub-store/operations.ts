import {
  type Operation,
  type OperationBody,
  type OperationsReceipt,
  sessionOf,
} from '../../contracts/operation.ts';
import { type Failure, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import type { Operations } from '../../core/ports/operations.ts';
import { appliedSequence } from './applied-sequence.ts';
import { noteTouch } from './cart-touches.ts';
import { decide } from './decide.ts';
import type { Device } from './devices.ts';
import type { HubDatabase, HubTransaction } from './hub-database.ts';
import type { Resolved } from './merge-capsule.ts';
import { isPassing } from './passing-failure.ts';
import { withdrawStalePayment } from './payment-records.ts';
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
      await afterwards(transaction, { body: drafted.value, at: transaction.now }, null);
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
  { body, at }: Resolved,
  by: string | null,
): Promise<void> {
  const sessionId = sessionOf(body) ?? (await sessionOfStep(transaction, body));
  if (sessionId === null) return;
  transaction.announce({ type: 'session-changed', sessionId, by });
  switch (body.type) {
    case 'cart-line-set':
      await noteTouch(transaction.sql, sessionId, body.sku, at);
      await withdrawStalePayment(transaction, sessionId);
      return;
    case 'fulfilment-set':
    case 'reservation-released':
    case 'reservation-advanced':
      await withdrawStalePayment(transaction, sessionId);
      return;
    case 'reservation-moved':
      await withdrawStalePayment(transaction, body.fromSessionId);
      return;
    case 'offer-applied':
      await withdrawStalePayment(transaction, sessionId, { offerChosen: true });
      return;
    default:
      return;
  }
}

/** Whose piece an associate has taken a step with: their phone shows it. */
async function sessionOfStep(transaction: HubTransaction, body: OperationBody): Promise<string | null> {
  if (body.type !== 'reservation-advanced') return null;
  const found = await transaction.shop(null).reservations.find(body.reservationId);
  return found?.sessionId ?? null;
}

/**
 * Decides a device's operations in the order of their sequence: each once, for ever. Stops at a gap. One that is refused
 * keeps its place: the sequence goes on, and every later receipt of a batch that repeats it names it again.
 * `onBug` hears of an operation that could not be decided because of a bug; it is refused, so that it does not block
 * the ones behind it. Throws where the database failed: then it is to be sent again.
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
      if (isPassing(error)) throw error;
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
    if (outcome.ok && outcome.value) await afterwards(transaction, outcome.value, device.deviceId);
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
