import type { HubTransaction } from './hub-database.ts';

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
  'sessionOwner',
  'session',
];

/**
 * Erases sessions that no one comes back to: ended ones, and guests' whose cookie or MCP session is gone and who are at no
 * kiosk. Orders and payments stay: they are the shop's books. Gives how many went.
 */
export async function eraseOldSessions({ sql, now }: HubTransaction): Promise<number> {
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
     LIMIT 1000`,
    now - endedLifeMs,
  );
  for (const table of erasedWith) {
    for (const { sessionId } of old) await sql.run(`DELETE FROM ${table} WHERE sessionId = ?`, sessionId);
  }
  return old.length;
}
