import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Session } from '../../contracts/session.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';

/** The session, if it can still be changed; `not-found` or `conflict` otherwise. */
export async function openSession(transaction: ShopTransaction, sessionId: string): Promise<Result<Session>> {
  const session = await transaction.sessions.find(sessionId);
  if (!session) {
    return fail('not-found', 'This session does not exist. Start again: scan the code or go on as a guest.', {
      reason: 'session-unknown',
    });
  }
  if (session.endedAt !== null) {
    return fail('conflict', 'This session has ended. Start again: scan the code or go on as a guest.', {
      reason: 'session-ended',
    });
  }
  return succeed(session);
}
