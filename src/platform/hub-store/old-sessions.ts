import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HubDatabase, HubTransaction } from './hub-database.ts';

/** Ended sessions stay this long, for what a silent kiosk may still have to say of them. */
const endedLifeMs = 24 * 60 * 60_000;

/** Tables with what belongs to one session. */
const erasedWith = [
  'message',
  'handover',
  'visitor',
  'cartTouch',
  'sessionAlias',
  'sessionDevice',
  'mcpSession',
  'phoneLink',
  'sessionOwner',
  'session',
];

/** Sessions that one transaction erases. */
const batchSize = 100;

/**
 * Erases sessions that no one comes back to: ended ones, and guests' whose cookie or MCP session is gone and who are at no
 * kiosk. Orders and payments stay: they are the shop's books. Goes on until none is due or `signal` says to stop, with room for
 * other work after every few. Gives how many went.
 */
export async function eraseOldSessions(
  hub: Pick<HubDatabase, 'transaction'>,
  signal?: AbortSignal,
): Promise<number> {
  let erased = 0;
  // From id to id: a batch does not look again at those before it that stay.
  let after = '';
  while (!signal?.aborted) {
    const batch = await hub.transaction((transaction) => eraseBatch(transaction, after));
    erased += batch.length;
    if (batch.length < batchSize) break;
    after = batch.at(-1) ?? after;
    await nextTurn();
  }
  return erased;
}

/** The first few that are due, by id after `after`; gives their ids in order. */
async function eraseBatch({ sql, now }: HubTransaction, after: string): Promise<readonly string[]> {
  const old = await sql.all<{ sessionId: string }>(
    `SELECT sessionId FROM session LEFT JOIN sessionOwner USING (sessionId)
     WHERE (endedAt < ?1 OR (endedAt IS NULL AND origin = 'web' AND customerId IS NULL
         AND NOT EXISTS (SELECT 1 FROM webSession WHERE webSession.sessionId = session.sessionId)
         AND NOT EXISTS (SELECT 1 FROM mcpSession WHERE mcpSession.sessionId = session.sessionId)
         AND NOT EXISTS (SELECT 1 FROM sessionDevice
           WHERE sessionDevice.sessionId = session.sessionId AND sessionDevice.endedAt IS NULL)
         AND NOT EXISTS (SELECT 1 FROM sessionAlias
           WHERE sessionAlias.sessionId = session.sessionId AND sessionAlias.endedAt IS NULL)))
       AND NOT EXISTS (SELECT 1 FROM reservation
         WHERE reservation.sessionId = session.sessionId AND state IN ('requested', 'picked', 'handed-over'))
       AND NOT EXISTS (SELECT 1 FROM payment
         WHERE payment.sessionId = session.sessionId AND payment.state = 'open')
       AND session.sessionId > ?2
     ORDER BY session.sessionId LIMIT ?3`,
    now - endedLifeMs,
    after,
    batchSize,
  );
  for (const table of erasedWith) {
    for (const { sessionId } of old) await sql.run(`DELETE FROM ${table} WHERE sessionId = ?`, sessionId);
  }
  return old.map(({ sessionId }) => sessionId);
}
