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
];
