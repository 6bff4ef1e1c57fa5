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
];

/**
 * Erases from a backup what is of shoppers. A backup outlives their sessions by months, and is kept for the promises and
 * what the hub has not heard of them.
 */
export const scrubKioskBackup = `
  DELETE FROM session; DELETE FROM message; DELETE FROM placedOrder; DELETE FROM payment;
  DELETE FROM outbox WHERE
    CASE WHEN json_valid(body) THEN json_extract(body, '$.type') ELSE '' END IN ('message-added', 'preferences-set')`;
