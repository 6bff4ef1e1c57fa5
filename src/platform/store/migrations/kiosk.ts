import type { Connection } from '../connection.ts';
import type { Migration } from '../migrate.ts';

/** What only a device has: operations on their way to the hub, and those that it refused. */
export const kioskMigrations: readonly Migration[] = [
  {
    name: 'kiosk-001',
    sql: `
      CREATE TABLE outbox (
        sequence INTEGER PRIMARY KEY, operationId TEXT NOT NULL UNIQUE, sessionId TEXT NOT NULL, at INTEGER NOT NULL,
        body TEXT NOT NULL);
      CREATE TABLE refusedOperation (
        operationId TEXT PRIMARY KEY, type TEXT NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
        reason TEXT NOT NULL, reservationId TEXT);
    `,
  },
  {
    // A snapshot that broke off goes on where it was: `snapshotCursor` is null until its first checkpoint.
    name: 'kiosk-002',
    sql: `
      ALTER TABLE replica ADD COLUMN snapshotEpoch TEXT;
      ALTER TABLE replica ADD COLUMN snapshotCursor TEXT;
      ALTER TABLE replica ADD COLUMN snapshotRows INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN snapshotTotal INTEGER NOT NULL DEFAULT 0;
    `,
  },
  {
    name: 'kiosk-visitors',
    sql: `
      CREATE TABLE expectedVisitor (
        lookupId TEXT PRIMARY KEY, sealed TEXT NOT NULL, expiresAt INTEGER NOT NULL, generation INTEGER NOT NULL)
        WITHOUT ROWID;
      CREATE INDEX expectedVisitorOver ON expectedVisitor (expiresAt);
      CREATE TABLE usedCode (tokenId TEXT PRIMARY KEY, usedAt INTEGER NOT NULL) WITHOUT ROWID;
    `,
  },
  {
    name: 'kiosk-003',
    sql: `
      CREATE TABLE floorTask (
        reservationId TEXT PRIMARY KEY, storeId TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL,
        number INTEGER NOT NULL, fittingRoom INTEGER, state TEXT NOT NULL, createdAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL, pickedAt INTEGER, generation INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
      CREATE TABLE journal (
        sequence INTEGER PRIMARY KEY, operationId TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, body TEXT NOT NULL);
      CREATE INDEX journalTime ON journal (at);
    `,
  },
  {
    // Each index of all rows costs with each row that comes; what they served looks through the rows, or at few of them.
    name: 'kiosk-indexes',
    sql: `
      DROP INDEX stockSku;
      DROP INDEX stockGeneration;
      DROP INDEX variantBarcode;
      CREATE INDEX variantBarcode ON variant (barcode) WHERE barcode IS NOT NULL;
    `,
  },
  {
    // What the hub said of a trial while an operation about it was on its way: a row can come before that one's receipt.
    name: 'kiosk-later-tasks',
    sql: `
      CREATE TABLE laterTask (
        reservationId TEXT PRIMARY KEY, document TEXT NOT NULL, generation INTEGER NOT NULL) WITHOUT ROWID;
    `,
  },
  {
    // A goodbye looks for what names the shopper, and not through a month of what does not any more.
    name: 'kiosk-journal-names',
    sql: `
      ALTER TABLE journal ADD COLUMN sessionId TEXT;
      UPDATE journal SET sessionId = json_extract(body, '$.sessionId');
      CREATE INDEX journalSession ON journal (sessionId) WHERE sessionId IS NOT NULL;
    `,
  },
  {
    name: 'kiosk-store-policy',
    sql: `
      CREATE TABLE storePolicy (
        id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL, generation INTEGER NOT NULL);
    `,
  },
  {
    name: 'kiosk-trial-swaps',
    sql: 'ALTER TABLE floorTask ADD COLUMN replaces TEXT;',
  },
];

/**
 * Erases from a backup what is of shoppers. A backup outlives their sessions by months, and is kept for the promises and
 * what the hub has not heard of them.
 */
export function scrubKioskBackup(copy: Connection): void {
  copy.execute(`
  DELETE FROM session; DELETE FROM message; DELETE FROM placedOrder; DELETE FROM payment;
  DELETE FROM outbox WHERE
    CASE WHEN json_valid(body) THEN json_extract(body, '$.type') ELSE '' END IN ('message-added', 'preferences-set', 'session-note-set', 'plan-set', 'feedback-given');
  UPDATE outbox SET body = json_set(body, '$.bag.sizes', json('{}'), '$.bag.colours', json('[]')) WHERE
    CASE WHEN json_valid(body) THEN json_type(body, '$.bag') END = 'object'`);
  // Not in a copy from before there were any.
  const visitors = copy.prepare("SELECT name FROM sqlite_master WHERE name = 'expectedVisitor'").first();
  if (visitors) copy.execute('DELETE FROM expectedVisitor');
}
