import type { OperationBody } from '../../contracts/operation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { setNote } from '../notes/set-note.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { openSession } from '../session/open-session.ts';

export async function setSessionNote(
  transaction: ShopTransaction,
  { sessionId, worker, key, content }: Extract<OperationBody, { type: 'session-note-set' }>,
  at: number,
): Promise<Result<void>> {
  const session = await openSession(transaction, sessionId);
  if (!session.ok) return session;
  const notes = setNote(session.value.notes, session.value.cart, { worker, key, content, at });
  if (!notes.ok) return notes;
  await transaction.sessions.save({ ...session.value, notes: notes.value });
  return succeed(undefined);
}
