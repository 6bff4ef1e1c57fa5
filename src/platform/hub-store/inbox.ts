import type { MessageKind, OutgoingMessage } from '../../core/ports/messenger.ts';
import { eraseVisitors } from './expected-visitors.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

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

const columns = 'messageId, at, channel, phone, kind, text, state, attempts';
const toMessage = ({ phone, attempts: _, ...row }: InboxRow): InboxMessage => ({ ...row, to: phone });

/** Queues a message in the transaction that gives the reason for it; a dispatcher sends it after the commit. */
export async function queueMessage(transaction: HubTransaction, message: OutgoingMessage): Promise<void> {
  await transaction.sql.run(
    `INSERT INTO inboxMessage (messageId, at, channel, phone, kind, text, state, nextAt)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING`,
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
export async function listMessages(sql: Sql, limit: number): Promise<readonly InboxMessage[]> {
  const rows = await sql.all<InboxRow>(
    `SELECT ${columns} FROM inboxMessage ORDER BY at DESC, messageId DESC LIMIT ?`,
    limit,
  );
  return rows.map(toMessage);
}

/**
 * Takes the message that is due first, for whoever is to send it: it is due again, for this process or another one, only when
 * `claimMs` have passed without `settleMessage`.
 */
export async function claimMessage(
  { sql, now }: HubTransaction,
  claimMs: number,
): Promise<(InboxMessage & { readonly attempts: number }) | undefined> {
  const row = await sql.first<InboxRow>(
    `SELECT ${columns} FROM inboxMessage WHERE state = 'waiting' AND nextAt <= ? ORDER BY nextAt, messageId LIMIT 1`,
    now,
  );
  if (!row) return undefined;
  await sql.run('UPDATE inboxMessage SET nextAt = ? WHERE messageId = ?', now + claimMs, row.messageId);
  return { ...toMessage(row), attempts: row.attempts };
}

export async function settleMessage(
  { sql }: HubTransaction,
  messageId: string,
  outcome: { readonly state: InboxMessage['state']; readonly nextAt: number },
): Promise<void> {
  await sql.run(
    'UPDATE inboxMessage SET state = ?, nextAt = ?, attempts = attempts + 1 WHERE messageId = ?',
    outcome.state,
    outcome.nextAt,
    messageId,
  );
}

/** A kiosk may say only after so long that it took a code without the hub. */
const usedCodeLifeMs = 35 * 24 * 60 * 60_000;

/** One-time codes are worth nothing after their time, and are not kept. */
export async function eraseOldCodes({ sql, now }: HubTransaction, olderThanMs: number): Promise<void> {
  await sql.run(`DELETE FROM inboxMessage WHERE kind = 'one-time-code' AND at < ?`, now - olderThanMs);
  await sql.run('DELETE FROM oneTimeCode WHERE createdAt < ?', now - 24 * 60 * 60_000);
  await sql.run('DELETE FROM handover WHERE expiresAt < ?', now - usedCodeLifeMs);
  await sql.run('DELETE FROM webSession WHERE expiresAt < ?', now);
  await eraseVisitors(sql, now);
}
