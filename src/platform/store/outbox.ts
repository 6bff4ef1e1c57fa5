import type { Insertable } from 'kysely';
import {
  type Operation,
  type OperationBody,
  type OperationsReceipt,
  sessionOf,
} from '../../contracts/operation.ts';
import { keepForRestore } from './journal.ts';
import type { Database, Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';
import { endReservation } from './reservation-repository.ts';
import type { Tables } from './tables.ts';

export interface RefusedOperation {
  readonly operationId: string;
  readonly type: string;
  readonly at: number;
  readonly reason: string;
}

/** What the hub's receipt meant for the outbox. */
export type ReceiptOutcome = 'advanced' | 'waiting' | 'renumbered';

export interface Outbox {
  /** In order, from the oldest. */
  next(limit: number): Promise<readonly Operation[]>;
  count(): Promise<number>;
  /** To be called before they go out: from then on the hub may know of them, whatever becomes of its answer. */
  noteSending(operations: readonly Operation[]): Promise<void>;
  /**
   * Forgets what the hub has decided and notes what it refused. A hub whose count is behind what it had confirmed (a
   * restored backup), or ahead of what was ever sent (this file was lost), makes the waiting operations take new numbers.
   * Not to be called for two pushes at once: an older receipt would look like a restored backup.
   */
  settle(sent: readonly Operation[], receipt: OperationsReceipt): Promise<ReceiptOutcome>;
  refused(): Promise<readonly RefusedOperation[]>;
}

const lastSequence = prepareQuery((query) => query.selectFrom('replica').select('lastSequence'));

/** What the operation that is being applied will get. */
export async function nextSequence(query: Query): Promise<number> {
  const [row] = await lastSequence(query, {});
  if (row === undefined) throw new Error('The store file has lost its row of replica');
  return row.lastSequence + 1;
}

const noteSequenceTaken = prepareQuery((query, { sequence, at }: { sequence: number; at: number }) =>
  query.updateTable('replica').set((row) => ({
    lastSequence: sequence,
    // Not by `case`: kysely writes its values into the text, which would be another statement each time.
    seenAt: row.fn<number>('max', ['seenAt', row.val(at)]),
  })),
);
const putRow = prepareQuery((query, row: Insertable<Tables['outbox']>) =>
  query.insertInto('outbox').values({
    sequence: row.sequence,
    operationId: row.operationId,
    sessionId: row.sessionId,
    at: row.at,
    body: row.body,
  }),
);

/** Writes an operation behind the last one, in the caller's transaction. */
export async function appendOperation(
  query: Query,
  body: OperationBody,
  { at, operationId }: { readonly at: number; readonly operationId: string },
): Promise<Operation> {
  const sequence = await nextSequence(query);
  await noteSequenceTaken(query, { sequence, at });
  await putRow(query, {
    sequence,
    operationId,
    sessionId: sessionOf(body) ?? '',
    at,
    body: JSON.stringify(body),
  });
  return { operationId, sequence, at: new Date(at).toISOString(), body };
}

/**
 * Numbers from `appliedSequence + 1`, so that the hub finds no gap: first what it had confirmed about stock and does not know
 * any more, then what waits. Each keeps its id: where the hub does know it, it counts once.
 */
export async function renumber(query: Query, appliedSequence: number): Promise<void> {
  const lost = await query
    .selectFrom('journal')
    .select(['operationId', 'at', 'body'])
    .where('sequence', '>', appliedSequence)
    .orderBy('sequence')
    .execute();
  const waiting = await query
    .selectFrom('outbox')
    .select(['operationId', 'at', 'body'])
    .orderBy('sequence')
    .execute();
  await query.deleteFrom('journal').where('sequence', '>', appliedSequence).execute();
  await query.deleteFrom('outbox').execute();
  await query.deleteFrom('stockChange').execute();
  await query
    .updateTable('reservation')
    .set({ operationSequence: null })
    .where('operationSequence', '>', appliedSequence)
    .execute();
  await query
    .updateTable('replica')
    .set({ lastSequence: appliedSequence, confirmedSequence: appliedSequence })
    .execute();
  for (const { operationId, at, body: text } of [...lost, ...waiting]) {
    const body = JSON.parse(text) as OperationBody;
    const { sequence } = await appendOperation(query, body, { at, operationId });
    await noteSequence(query, body, sequence);
  }
  // Some of them have been on their way before.
  await query
    .updateTable('replica')
    .set((row) => ({ sentSequence: row.ref('lastSequence') }))
    .execute();
}

/** Ties what an operation did here to its new number. */
async function noteSequence(query: Query, body: OperationBody, sequence: number): Promise<void> {
  if (body.type === 'reservation-made') {
    await query
      .updateTable('reservation')
      .set({ operationSequence: sequence })
      .where('reservationId', '=', body.reservation.reservationId)
      .execute();
    return;
  }
  const change = stockChangeOf(body);
  if (change)
    await query
      .insertInto('stockChange')
      .values({ sequence, ...change })
      .execute();
}

/** What an operation does to figures and rights of a variant, until the hub's rows include it. */
export function stockChangeOf(body: OperationBody) {
  switch (body.type) {
    case 'rights-returned':
      return { storeId: body.storeId, sku: body.sku, onHand: 0, rights: -body.quantity };
    case 'stock-sold':
      return { storeId: body.storeId, sku: body.sku, onHand: -body.quantity, rights: -body.quantity };
    case 'stock-corrected':
      return { storeId: body.storeId, sku: body.sku, onHand: body.counted - body.shown, rights: 0 };
    default:
      return undefined;
  }
}

/** After a start: what was on its way when the process died may have arrived. */
export function countAllAsSent({ connection }: Database): void {
  connection.execute('UPDATE replica SET sentSequence = lastSequence');
}

async function noteRefusals(
  query: Query,
  sent: readonly Operation[],
  receipt: OperationsReceipt,
): Promise<void> {
  for (const { operationId, failure } of receipt.refused) {
    const operation = sent.find((one) => one.operationId === operationId);
    if (operation === undefined) continue;
    const { body } = operation;
    const reservationId = body.type === 'reservation-made' ? body.reservation.reservationId : null;
    if (reservationId !== null) await endReservation(query, reservationId, 'cancelled');
    const values = {
      operationId,
      type: body.type,
      at: Date.parse(operation.at),
      kind: failure.kind,
      reason: failure.reason ?? failure.message,
      reservationId,
    };
    await query
      .insertInto('refusedOperation')
      .values(values)
      .onConflict((conflict) => conflict.column('operationId').doNothing())
      .execute();
  }
}

export function createOutbox(database: Database): Outbox {
  return {
    next: async (limit) => {
      const rows = await database.query
        .selectFrom('outbox')
        .selectAll()
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(({ operationId, sequence, at, body }) => ({
        operationId,
        sequence,
        at: new Date(at).toISOString(),
        body: JSON.parse(body) as OperationBody,
      }));
    },

    count: async () => {
      const row = await database.query
        .selectFrom('outbox')
        .select((outbox) => outbox.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    noteSending: async (operations) => {
      const last = operations.at(-1)?.sequence ?? 0;
      // Need not be durable: a store that is opened counts everything in it as sent.
      await database.transaction(
        async (query) => {
          await query
            .updateTable('replica')
            .set({ sentSequence: last })
            .where('sentSequence', '<', last)
            .execute();
        },
        { repeatable: true },
      );
    },

    settle: (sent, receipt) =>
      database.transaction(async (query) => {
        const { appliedSequence } = receipt;
        const first = sent[0]?.sequence ?? appliedSequence + 1;
        const last = sent.at(-1)?.sequence ?? appliedSequence;
        const { lastSequence, confirmedSequence } = await query
          .selectFrom('replica')
          .select(['lastSequence', 'confirmedSequence'])
          .executeTakeFirstOrThrow();
        const forgot = appliedSequence < Math.max(confirmedSequence, first - 1);
        if (forgot || appliedSequence > lastSequence) {
          await renumber(query, appliedSequence);
          return 'renumbered';
        }
        await noteRefusals(query, sent, receipt);
        const decided = Math.min(appliedSequence, last);
        await keepForRestore(query, decided);
        await query.deleteFrom('outbox').where('sequence', '<=', decided).execute();
        await query
          .updateTable('replica')
          .set({ confirmedSequence: decided })
          .where('confirmedSequence', '<', decided)
          .execute();
        return decided >= first ? 'advanced' : 'waiting';
      }),

    refused: () =>
      database.query
        .selectFrom('refusedOperation')
        .select(['operationId', 'type', 'at', 'reason'])
        .orderBy('at', 'desc')
        .limit(100)
        .execute(),
  };
}
