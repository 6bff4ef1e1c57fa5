import type { Insertable } from 'kysely';
import { type Operation, type OperationBody, sessionOf } from '../../contracts/operation.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

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
