import type { Migration } from '../migrate.ts';

/** Tables of kiosk and hub; described in `tables.ts`. */
export const baseMigrations: readonly Migration[] = [
  {
    name: 'base-001',
    sql: `
      CREATE TABLE store (storeId TEXT PRIMARY KEY, document TEXT NOT NULL, generation INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE offer (code TEXT PRIMARY KEY, document TEXT NOT NULL, generation INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE product (
        id INTEGER PRIMARY KEY AUTOINCREMENT, handle TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
        generation INTEGER NOT NULL DEFAULT 0);
      CREATE INDEX productGeneration ON product (generation);
      CREATE TABLE variant (
        sku TEXT PRIMARY KEY, productId INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
        number INTEGER NOT NULL, barcode TEXT) WITHOUT ROWID;
      CREATE INDEX variantProduct ON variant (productId);
      CREATE INDEX variantNumber ON variant (number);
      CREATE INDEX variantBarcode ON variant (barcode);
      CREATE VIRTUAL TABLE productText USING fts5 (
        title, type, words, description,
        content = '', contentless_delete = 1, detail = 'column', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'",
        prefix = '2 3');
      CREATE VIRTUAL TABLE productWord USING fts5vocab (productText, row);
      CREATE TABLE stock (
        storeId TEXT NOT NULL, sku TEXT NOT NULL, onHand INTEGER NOT NULL,
        reserved INTEGER NOT NULL DEFAULT 0, safety INTEGER NOT NULL DEFAULT 0, location TEXT,
        granted INTEGER NOT NULL DEFAULT 0, spent INTEGER NOT NULL DEFAULT 0,
        asOf INTEGER NOT NULL, generation INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (storeId, sku)) WITHOUT ROWID;
      CREATE INDEX stockSku ON stock (sku);
      CREATE INDEX stockGeneration ON stock (generation);
      CREATE TABLE session (sessionId TEXT PRIMARY KEY, document TEXT NOT NULL, endedAt INTEGER);
      CREATE TABLE message (
        messageId TEXT PRIMARY KEY, sessionId TEXT NOT NULL, at INTEGER NOT NULL, document TEXT NOT NULL);
      CREATE INDEX messageSession ON message (sessionId, at);
      CREATE TABLE reservation (
        reservationId TEXT PRIMARY KEY, sessionId TEXT NOT NULL, storeId TEXT NOT NULL, sku TEXT NOT NULL,
        quantity INTEGER NOT NULL CHECK (quantity > 0), kind TEXT NOT NULL, state TEXT NOT NULL,
        number INTEGER NOT NULL, fittingRoom INTEGER, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
        operationSequence INTEGER);
      CREATE INDEX reservationSession ON reservation (sessionId);
      CREATE INDEX reservationStock ON reservation (sku, storeId, operationSequence);
      CREATE INDEX reservationDue ON reservation (expiresAt) WHERE state = 'held';
      CREATE TABLE reservationNumber (
        storeId TEXT NOT NULL, day TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (storeId, day)) WITHOUT ROWID;
      CREATE TABLE placedOrder (
        orderId TEXT PRIMARY KEY, number TEXT NOT NULL, sessionId TEXT, placedAt INTEGER NOT NULL,
        document TEXT NOT NULL);
      CREATE INDEX placedOrderSession ON placedOrder (sessionId);
      CREATE TABLE payment (
        paymentId TEXT PRIMARY KEY, sessionId TEXT NOT NULL, state TEXT NOT NULL, createdAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL, document TEXT NOT NULL);
      CREATE INDEX paymentSession ON payment (sessionId, createdAt);
      CREATE TABLE replica (
        id INTEGER PRIMARY KEY CHECK (id = 1), epoch TEXT, cursor TEXT,
        appliedSequence INTEGER NOT NULL DEFAULT 0, lastSequence INTEGER NOT NULL DEFAULT 0,
        confirmedSequence INTEGER NOT NULL DEFAULT 0, generation INTEGER NOT NULL DEFAULT 0, syncedAt INTEGER);
      INSERT INTO replica (id) VALUES (1);
      CREATE VIEW stockPosition AS
        SELECT stock.storeId, stock.sku, onHand, reserved, safety, granted, spent, location, asOf,
          coalesce((SELECT sum(quantity) FROM reservation
            WHERE reservation.sku = stock.sku AND reservation.storeId = stock.storeId
              AND operationSequence > (SELECT appliedSequence FROM replica)
              AND state IN ('held', 'bought')), 0) AS pending
        FROM stock;
    `,
  },
  {
    name: 'base-002',
    sql: `
      ALTER TABLE reservation ADD COLUMN pickedAt INTEGER;
      UPDATE reservation SET state = 'requested' WHERE state = 'held';
      DROP INDEX reservationDue;
      CREATE INDEX reservationDue ON reservation (state, expiresAt);
      ALTER TABLE stock ADD COLUMN recall INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN sentSequence INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN lease INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN leaseMs INTEGER;
      ALTER TABLE replica ADD COLUMN leaseWall INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN leaseUptime INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN seenAt INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE replica ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX stockRecall ON stock (storeId) WHERE recall > 0;
      CREATE TABLE stockChange (
        sequence INTEGER PRIMARY KEY, storeId TEXT NOT NULL, sku TEXT NOT NULL, onHand INTEGER NOT NULL,
        rights INTEGER NOT NULL);
      CREATE INDEX stockChangeStock ON stockChange (sku, storeId);
      DROP VIEW stockPosition;
      CREATE VIEW stockPosition AS
        SELECT stock.storeId, stock.sku, reserved, safety, spent, location, asOf,
          onHand + coalesce((SELECT sum(stockChange.onHand) FROM stockChange
            WHERE stockChange.sku = stock.sku AND stockChange.storeId = stock.storeId
              AND sequence > (SELECT appliedSequence FROM replica)), 0) AS onHand,
          granted + coalesce((SELECT sum(rights) FROM stockChange
            WHERE stockChange.sku = stock.sku AND stockChange.storeId = stock.storeId
              AND sequence > (SELECT appliedSequence FROM replica)), 0) AS granted,
          coalesce((SELECT sum(quantity) FROM reservation
            WHERE reservation.sku = stock.sku AND reservation.storeId = stock.storeId
              AND operationSequence > (SELECT appliedSequence FROM replica)
              AND (state IN ('requested', 'picked', 'handed-over', 'bought')
                OR operationSequence <= (SELECT sentSequence FROM replica))), 0) AS pending,
          coalesce((SELECT sum(quantity) FROM reservation
            WHERE reservation.sku = stock.sku AND reservation.storeId = stock.storeId
              AND operationSequence <= (SELECT appliedSequence FROM replica)
              AND state IN ('requested', 'picked', 'handed-over')), 0) AS active
        FROM stock;
    `,
  },
  {
    // Sessions and orders have notes of workers.
    name: 'base-notes',
    sql: `
      UPDATE session SET document = json_set(document, '$.notes', json('[]')) WHERE json_valid(document);
      UPDATE placedOrder SET document = json_set(document, '$.notes', json('[]')) WHERE json_valid(document);
    `,
    postgres: `
      UPDATE session SET document = jsonb_set(document::jsonb, '{notes}', '[]')::text;
      UPDATE placedOrder SET document = jsonb_set(document::jsonb, '{notes}', '[]')::text;
    `,
  },
  {
    name: 'base-trial-swaps',
    sql: `
      -- The trial that this one is another size for.
      ALTER TABLE reservation ADD COLUMN replaces TEXT;
    `,
  },
  {
    // Sessions have a goal of several steps.
    name: 'base-plans',
    sql: `
      UPDATE session SET document = json_set(document, '$.plan', json('null')) WHERE json_valid(document);
    `,
    postgres: `
      UPDATE session SET document = jsonb_set(document::jsonb, '{plan}', 'null')::text;
    `,
  },
];
