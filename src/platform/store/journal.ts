import { v5, version } from 'uuid';
import { type OperationBody, sessionOf } from '../../contracts/operation.ts';
import type { Query } from './open-database.ts';

/** Operations that go again to a hub that is restored from a backup, and how long they are kept for that. */
const journalled = [
  'session-started',
  'reservation-made',
  'reservation-released',
  'reservation-moved',
  'reservation-advanced',
  'rights-returned',
  'stock-corrected',
  'stock-sold',
] as const satisfies readonly OperationBody['type'][];
const journalMs = 30 * 24 * 60 * 60_000;

/** Namespace of the names below. */
const pseudonyms = '5f1b6a0e-3c52-4d0b-9a54-6f2f0c1f7a31';

/** They say something about a shopper and nothing about stock. */
const ofTheShopper = new Set<OperationBody['type']>(['session-started', 'reservation-moved']);

/** Keeps what the hub has decided, up to this number, before the outbox forgets it. */
export async function keepForRestore(query: Query, decided: number): Promise<void> {
  const kept = await query
    .insertInto('journal')
    .columns(['sequence', 'operationId', 'at', 'body'])
    .expression(
      query
        .selectFrom('outbox')
        .select(['sequence', 'operationId', 'at', 'body'])
        .where('sequence', '<=', decided)
        .where((is) => is(is.fn<string>('json_extract', ['body', is.val('$.type')]), 'in', journalled)),
    )
    .returning('sequence')
    .execute();
  const [first] = kept.map(({ sequence }) => sequence).sort((one, other) => one - other);
  if (first !== undefined) await unnameJournal(query, first);
}

/** Forgets operations that no backup is old enough for. */
export async function forgetOldJournal(query: Query, now: number): Promise<void> {
  await query
    .deleteFrom('journal')
    .where('at', '<', now - journalMs)
    .execute();
}

/**
 * Takes out of the journal, from a number on, what leads to shoppers whose session has left this device. Their promises stay,
 * under a pseudonym: a restored hub begins a session of that name for them.
 */
export async function unnameJournal(query: Query, from = 0): Promise<void> {
  const here = new Set(
    (await query.selectFrom('session').select('sessionId').execute()).map(({ sessionId }) => sessionId),
  );
  const rows = await query
    .selectFrom('journal')
    .select(['sequence', 'body'])
    .where('sequence', '>=', from)
    .execute();
  for (const { sequence, body: text } of rows) {
    const body = JSON.parse(text) as OperationBody;
    const sessionId = sessionOf(body);
    if (sessionId === null || here.has(sessionId) || isPseudonym(sessionId)) continue;
    if (ofTheShopper.has(body.type))
      await query.deleteFrom('journal').where('sequence', '=', sequence).execute();
    else
      await query
        .updateTable('journal')
        .set({ body: text.replaceAll(sessionId, pseudonymOf(sessionId)) })
        .where('sequence', '=', sequence)
        .execute();
  }
}

/**
 * The same for each operation of a session, and no way back: session ids have 122 random bits. Named ids (version 5, RFC 9562) are
 * used for nothing else.
 */
const pseudonymOf = (sessionId: string): string => v5(sessionId, pseudonyms);
const isPseudonym = (id: string): boolean => version(id) === 5;
