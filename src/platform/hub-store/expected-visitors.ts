import type { Session } from '../../contracts/session.ts';
import { type BareSession, bareSession } from '../../contracts/visitor.ts';
import type { CodeSecrets } from '../capsule/code-secrets.ts';
import { sealSession } from '../capsule/sealed-session.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql, TransactionSql } from './sql.ts';

/** A code by which a session can be opened in one shop without the hub. */
export interface VisitorCode {
  readonly storeId: string;
  readonly secrets: CodeSecrets;
  /** The code itself where the phone is to show it again; null for those that are in a QR. */
  readonly pickupCode: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface VisitorRow {
  readonly lookupId: string;
  readonly storeId: string;
  /** base64url. */
  readonly sealingKey: string;
  readonly expiresAt: number;
}

/** Tells the shop's kiosks of whoever may come with the code; what is in the row changes with the session from now on. */
export async function expectVisitor(
  transaction: HubTransaction,
  sessionId: string,
  code: VisitorCode,
): Promise<void> {
  const { sql } = transaction;
  const session = await transaction.shop(null).sessions.find(sessionId);
  if (!session) throw new Error('A code is made for a session that is not there');
  const { lookupId, tokenId, sealingKey } = code.secrets;
  const row = {
    lookupId,
    storeId: code.storeId,
    sealingKey: sealingKey.toString('base64url'),
    expiresAt: code.expiresAt,
  };
  await sql.run(
    `INSERT INTO visitor (lookupId, tokenId, sessionId, storeId, sealingKey, pickupCode, expiresAt)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    lookupId,
    tokenId,
    sessionId,
    row.storeId,
    row.sealingKey,
    code.pickupCode,
    row.expiresAt,
  );
  await seal(sql, row, session);
}

/** To be called wherever a session is stored: its rows say what it has now, and are taken back when it is over. */
export async function renewVisitors(sql: TransactionSql, session: Session, now: number): Promise<void> {
  const rows = await sql.all<VisitorRow>(
    `SELECT lookupId, storeId, sealingKey, expiresAt FROM visitor
     WHERE sessionId = ? AND expiresAt > ? AND sealed IS NOT NULL`,
    session.sessionId,
    now,
  );
  for (const row of rows) {
    if (session.endedAt === null) await seal(sql, row, session);
    else await takeBack(sql, row);
  }
}

/** The code was used, or a newer one is shown in its place. */
export async function endVisitor(sql: TransactionSql, tokenId: string): Promise<void> {
  await endWhere(sql, 'tokenId = ?', tokenId);
}

/** Codes in a QR of the session that was shown before. */
export async function endShownCodes(sql: TransactionSql, sessionId: string): Promise<void> {
  await endWhere(sql, 'pickupCode IS NULL AND sessionId = ?', sessionId);
}

/** Erases whose time is over; kiosks have by then done so themselves. */
export async function eraseVisitors(sql: Sql, now: number): Promise<void> {
  await sql.run('DELETE FROM visitor WHERE expiresAt <= ?', now);
  await sql.run(
    `DELETE FROM feedEntry WHERE kind = 'visitor'
       AND NOT EXISTS (SELECT 1 FROM visitor WHERE visitor.lookupId = feedEntry.key2)`,
  );
}

async function seal(sql: TransactionSql, row: VisitorRow, session: Session): Promise<void> {
  const sealingKey = Buffer.from(row.sealingKey, 'base64url');
  const { sealed } = sealSession(bareOf(session), { lookupId: row.lookupId, sealingKey }, row);
  await sql.run('UPDATE visitor SET sealed = ? WHERE lookupId = ?', sealed, row.lookupId);
  await markChanged(sql, 'visitor', row.storeId, row.lookupId);
}

/** The row stays until its time is over, so that kiosks hear that it has gone. */
async function takeBack(sql: TransactionSql, { lookupId, storeId }: VisitorRow): Promise<void> {
  await sql.run('UPDATE visitor SET sealed = NULL, pickupCode = NULL WHERE lookupId = ?', lookupId);
  await markChanged(sql, 'visitor', storeId, lookupId);
}

async function endWhere(sql: TransactionSql, condition: string, value: string): Promise<void> {
  const rows = await sql.all<VisitorRow>(
    `SELECT lookupId, storeId, sealingKey, expiresAt FROM visitor WHERE sealed IS NOT NULL AND ${condition}`,
    value,
  );
  for (const row of rows) await takeBack(sql, row);
}

/** What was chosen, as far as a kiosk's row can hold it; nothing of whoever chose it. */
function bareOf({ language, cart, preferences }: Session): BareSession {
  const { sizes, colours } = bareSession.shape;
  return {
    language,
    cart: cart.slice(0, 30),
    sizes: sizes.safeParse(preferences.sizes).data ?? {},
    colours: colours.safeParse(preferences.colours).data ?? [],
  };
}
