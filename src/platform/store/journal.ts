import type { NotNull } from 'kysely';
import { v5, version } from 'uuid';
import type { OperationBody } from '../../contracts/operation.ts';
import type { Query } from './open-database.ts';

/** Operations that go again to a hub that is restored from a backup, and how long they are kept for that. */
const journalled = [
  'session-started',
  'reservation-made',
  'reservation-released',
  'reservation-moved',
  'reservation-advanced',
  'reservation-extended',
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
  await query
    .insertInto('journal')
    .columns(['sequence', 'operationId', 'at', 'body', 'sessionId'])
    .expression(
      query
        .selectFrom('outbox')
        .select((row) => [
          'sequence',
          'operationId',
          'at',
          'body',
          row.fn<string | null>('nullif', ['sessionId', row.val('')]).as('sessionId'),
        ])
        .where('sequence', '<=', decided)
        .where((is) => is(is.fn<string>('json_extract', ['body', is.val('$.type')]), 'in', journalled)),
    )
    .execute();
  await unnameJournal(query);
}

/** Forgets operations that no backup is old enough for. */
export async function forgetOldJournal(query: Query, now: number): Promise<void> {
  await query
    .deleteFrom('journal')
    .where('at', '<', now - journalMs)
    .execute();
}

/**
 * Takes out of the journal what leads to shoppers whose session has left this device. Their promises stay, under a pseudonym: a
 * restored hub begins a session of that name for them.
 */
export async function unnameJournal(query: Query): Promise<void> {
  const rows = await query
    .selectFrom('journal')
    .select(['sequence', 'body', 'sessionId'])
    .where('sessionId', 'is not', null)
    .where('sessionId', 'not in', query.selectFrom('session').select('sessionId'))
    .$narrowType<{ sessionId: NotNull }>()
    .execute();
  for (const { sequence, body: text, sessionId } of rows) {
    const { type } = JSON.parse(text) as OperationBody;
    if (ofTheShopper.has(type)) {
      await query.deleteFrom('journal').where('sequence', '=', sequence).execute();
      continue;
    }
    // What went to a restored hub under its pseudonym comes back under it.
    const body = isPseudonym(sessionId) ? text : text.replaceAll(sessionId, pseudonymOf(sessionId));
    await query
      .updateTable('journal')
      .set({ body, sessionId: null })
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
