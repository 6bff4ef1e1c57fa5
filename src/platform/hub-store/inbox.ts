import type { MessageKind, OutgoingMessage } from '../../core/ports/messenger.ts';
import type { Connection } from '../store/connection.ts';
import type { HubTransaction } from './hub-database.ts';

export interface InboxMessage extends OutgoingMessage {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: 'waiting' | 'sent' | 'refused';
}

interface InboxRow {
  readonly messageId: string;
  readonly at: number;
  readonly channel: OutgoingMessage['channel'];
  readonly phone: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly state: InboxMessage['state'];
  readonly attempts: number;
}

const toMessage = ({ phone, attempts: _, ...row }: InboxRow): InboxMessage => ({ ...row, to: phone });

/** Queues a message in the transaction that gives the reason for it; a dispatcher sends it after the commit. */
export function queueMessage(transaction: HubTransaction, message: OutgoingMessage): void {
  transaction.connection
    .prepare(
      `INSERT OR IGNORE INTO inboxMessage (messageId, at, channel, phone, kind, text, state, nextAt)
       VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?)`,
    )
    .run(
      message.messageId,
      transaction.now,
      message.channel,
      message.to,
      message.kind,
      message.text,
      transaction.now,
    );
  transaction.announce({ type: 'message-waiting' });
}

/** Newest first. */
export function listMessages(connection: Connection, limit: number): readonly InboxMessage[] {
  return connection
    .prepare<InboxRow>('SELECT * FROM inboxMessage ORDER BY at DESC, messageId DESC LIMIT ?')
    .all(limit)
    .map(toMessage);
}

export function waitingMessages(
  connection: Connection,
  now: number,
  limit: number,
): readonly (InboxMessage & { readonly attempts: number })[] {
  return connection
    .prepare<InboxRow>(
      `SELECT * FROM inboxMessage WHERE state = 'waiting' AND nextAt <= ? ORDER BY nextAt, messageId LIMIT ?`,
    )
    .all(now, limit)
    .map((row) => ({ ...toMessage(row), attempts: row.attempts }));
}

export function settleMessage(
  { connection }: HubTransaction,
  messageId: string,
  outcome: { readonly state: InboxMessage['state']; readonly nextAt: number },
): void {
  connection
    .prepare('UPDATE inboxMessage SET state = ?, nextAt = ?, attempts = attempts + 1 WHERE messageId = ?')
    .run(outcome.state, outcome.nextAt, messageId);
}

/** One-time codes are worth nothing after their time, and are not kept. */
export function eraseOldCodes({ connection, now }: HubTransaction, olderThanMs: number): void {
  connection
    .prepare(`DELETE FROM inboxMessage WHERE kind = 'one-time-code' AND at < ?`)
    .run(now - olderThanMs);
  connection.prepare('DELETE FROM oneTimeCode WHERE createdAt < ?').run(now - 24 * 60 * 60_000);
  connection.prepare('DELETE FROM handover WHERE expiresAt < ?').run(now - 24 * 60 * 60_000);
  connection.prepare('DELETE FROM webSession WHERE expiresAt < ?').run(now);
}
