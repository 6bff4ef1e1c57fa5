import type { Operation, OperationBody, OperationsReceipt } from '../../contracts/operation.ts';
import { createFloorRows } from './floor-rows.ts';
import { putTask, taskOf } from './floor-tasks.ts';
import { keepForRestore } from './journal.ts';
import type { Database, Query } from './open-database.ts';
import { renumber } from './operation-numbers.ts';
import { endReservation } from './reservation-repository.ts';

export interface RefusedOperation {
  readonly operationId: string;
  readonly type: string;
  readonly at: number;
  readonly reason: string;
}

/**
 * What the hub's receipt meant for the outbox. `corrected`: it has advanced, and holds or trials are not what they were here, by
 * the hub's word: no feed brings that.
 */
export type ReceiptOutcome = 'advanced' | 'corrected' | 'waiting' | 'renumbered';

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
  /** Whether something that the hub said of a trial can be taken over only after another reading of the feed. */
  waitsForFeed(): boolean;
  refused(): Promise<readonly RefusedOperation[]>;
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
    const ended =
      reservationId === null ? undefined : await endReservation(query, reservationId, 'cancelled');
    // The hub knows no such hold, and will never say that nobody has to fetch the piece.
    if (ended?.kind === 'trial') await putTask(query, taskOf(ended));
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
  const floor = createFloorRows(database.connection);
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
        const takenOver = floor.takeLater();
        if (decided < first) return 'waiting';
        return receipt.refused.length + takenOver > 0 ? 'corrected' : 'advanced';
      }),

    waitsForFeed: floor.waitsForFeed,

    refused: () =>
      database.query
        .selectFrom('refusedOperation')
        .select(['operationId', 'type', 'at', 'reason'])
        .orderBy('at', 'desc')
        .limit(100)
        .execute(),
  };
}
