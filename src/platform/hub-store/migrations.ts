import type { Connection } from '../store/connection.ts';
import type { Migration } from '../store/migrate.ts';

/**
 * What only a hub has. Secrets that others hold (tokens, handles, codes) are here as hashes. Instants are milliseconds
 * since 1970.
 */
export const hubMigrations: readonly Migration[] = [
  {
    name: 'hub-001',
    sql: `
      -- One row. The cursor counts up with every change that devices hear of.
      CREATE TABLE hub (
        id INTEGER PRIMARY KEY CHECK (id = 1), hubId TEXT NOT NULL, epoch TEXT NOT NULL, secret TEXT NOT NULL,
        capsuleKey TEXT NOT NULL, cursor INTEGER NOT NULL DEFAULT 0, lastVariantNumber INTEGER NOT NULL DEFAULT 0,
        lastOrderNumber INTEGER NOT NULL DEFAULT 10000, sampleImportedAt INTEGER);

      -- The last change of each thing; read in the order of the cursor it is snapshot and delta alike.
      CREATE TABLE feedEntry (
        kind TEXT NOT NULL, key1 TEXT NOT NULL, key2 TEXT NOT NULL, cursor INTEGER NOT NULL UNIQUE,
        PRIMARY KEY (kind, key1, key2)) WITHOUT ROWID;

      CREATE TABLE givenNumber (sku TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE) WITHOUT ROWID;
      CREATE TABLE extraColumns (
        kind TEXT NOT NULL, key TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;

      CREATE TABLE device (
        deviceId TEXT PRIMARY KEY, deviceIndex INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, storeId TEXT NOT NULL,
        tokenHash TEXT NOT NULL UNIQUE, pairedAt INTEGER NOT NULL, seenAt INTEGER NOT NULL,
        appliedSequence INTEGER NOT NULL DEFAULT 0, grantedAt INTEGER);
      CREATE TABLE deviceGrant (
        storeId TEXT NOT NULL, sku TEXT NOT NULL, deviceId TEXT NOT NULL, granted INTEGER NOT NULL,
        spent INTEGER NOT NULL CHECK (spent >= 0), CHECK (granted >= spent),
        PRIMARY KEY (storeId, sku, deviceId)) WITHOUT ROWID;
      CREATE TABLE rightsRequest (
        requestId TEXT PRIMARY KEY, deviceId TEXT NOT NULL, sku TEXT NOT NULL, quantity INTEGER NOT NULL,
        granted INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TABLE appliedOperation (
        operationId TEXT PRIMARY KEY, deviceId TEXT NOT NULL, sequence INTEGER NOT NULL, type TEXT NOT NULL,
        at INTEGER NOT NULL, cursor INTEGER NOT NULL, failure TEXT, UNIQUE (deviceId, sequence)) WITHOUT ROWID;
      CREATE TABLE holdOrigin (reservationId TEXT PRIMARY KEY, deviceId TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE associateCall (
        callId TEXT PRIMARY KEY, deviceId TEXT NOT NULL, storeId TEXT NOT NULL, sessionId TEXT, reason TEXT NOT NULL,
        at INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE customer (
        customerId TEXT PRIMARY KEY, phone TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
      CREATE TABLE customerOrder (orderId TEXT PRIMARY KEY, customerId TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX customerOrderCustomer ON customerOrder (customerId);

      -- Whose a session is, and the shop that it looks at.
      CREATE TABLE sessionOwner (
        sessionId TEXT PRIMARY KEY, customerId TEXT, storeId TEXT NOT NULL, origin TEXT NOT NULL,
        touchedAt INTEGER NOT NULL);
      CREATE INDEX sessionOwnerCustomer ON sessionOwner (customerId, touchedAt);
      CREATE TABLE sessionDevice (
        sessionId TEXT NOT NULL, deviceId TEXT NOT NULL, boundAt INTEGER NOT NULL, endedAt INTEGER,
        PRIMARY KEY (sessionId, deviceId)) WITHOUT ROWID;
      CREATE TABLE webSession (
        tokenHash TEXT PRIMARY KEY, sessionId TEXT NOT NULL, createdAt INTEGER NOT NULL, seenAt INTEGER NOT NULL,
        expiresAt INTEGER NOT NULL) WITHOUT ROWID;

      CREATE TABLE handover (
        handleHash TEXT PRIMARY KEY, sessionId TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
        usedAt INTEGER, usedBy TEXT) WITHOUT ROWID;
      CREATE INDEX handoverSession ON handover (sessionId);
      CREATE TABLE oneTimeCode (
        requestId TEXT PRIMARY KEY, holder TEXT NOT NULL, phoneHash TEXT NOT NULL, customerId TEXT,
        codeHash TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0, usedAt INTEGER) WITHOUT ROWID;
      CREATE INDEX oneTimeCodePhone ON oneTimeCode (phoneHash, createdAt);
      CREATE INDEX oneTimeCodeHolder ON oneTimeCode (holder, createdAt);

      CREATE TABLE paymentLink (
        paymentId TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, storeId TEXT NOT NULL, deviceId TEXT,
        cart TEXT NOT NULL, reference TEXT, checkoutUrl TEXT);

      CREATE TABLE inboxMessage (
        messageId TEXT PRIMARY KEY, at INTEGER NOT NULL, channel TEXT NOT NULL, phone TEXT NOT NULL, kind TEXT NOT NULL,
        text TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, nextAt INTEGER NOT NULL);
      CREATE INDEX inboxMessageTime ON inboxMessage (at);
      CREATE INDEX inboxMessageWaiting ON inboxMessage (nextAt) WHERE state = 'waiting';
    `,
  },
  {
    name: 'hub-002',
    sql: `
      -- The order in which the retailer named the shops.
      ALTER TABLE store ADD COLUMN arrival INTEGER NOT NULL DEFAULT 0;
      UPDATE store SET arrival = rowid;
    `,
    postgres: 'ALTER TABLE store ADD COLUMN arrival BIGINT NOT NULL DEFAULT 0;',
  },
  {
    name: 'hub-003',
    sql: `
      -- A term begins with each start: a cursor of a term that is not here, or beyond its end, is of another past.
      CREATE TABLE term (number INTEGER PRIMARY KEY, termId TEXT NOT NULL UNIQUE, startCursor INTEGER NOT NULL);
      -- 1 in a copy that was made as a backup: whoever opens it has been restored.
      ALTER TABLE hub ADD COLUMN backup INTEGER NOT NULL DEFAULT 0;
      CREATE TABLE setting (name TEXT PRIMARY KEY, document TEXT NOT NULL);

      ALTER TABLE device ADD COLUMN kind TEXT NOT NULL DEFAULT 'kiosk';
      ALTER TABLE device ADD COLUMN lease INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE device ADD COLUMN leaseUntil INTEGER;
      -- Until then its shop promises nothing, unless the device has said what it did; null: it has.
      ALTER TABLE device ADD COLUMN unheardUntil INTEGER;
      CREATE INDEX deviceStore ON device (storeId);
      ALTER TABLE deviceGrant ADD COLUMN recall INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE deviceGrant ADD COLUMN toppedUpAt INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX deviceGrantDevice ON deviceGrant (deviceId);
      -- The lease that the device promised under.
      ALTER TABLE holdOrigin ADD COLUMN lease INTEGER;
    `,
  },
  {
    name: 'hub-capsule-keys',
    sql: `
      -- Keys that sign capsules, private halves and all; instants from which they sign and until which they are taken.
      CREATE TABLE capsuleKey (
        keyId TEXT PRIMARY KEY, publicKey TEXT NOT NULL, privateKey TEXT NOT NULL, notBefore INTEGER NOT NULL,
        notAfter INTEGER NOT NULL) WITHOUT ROWID;
      -- There was one for ever, which signed for the whole chain.
      ALTER TABLE hub DROP COLUMN capsuleKey;
    `,
  },
  {
    name: 'hub-codes',
    sql: `
      -- Names a code where a kiosk took it without the hub. Withdrawn ones open nothing any more.
      ALTER TABLE handover ADD COLUMN tokenId TEXT;
      ALTER TABLE handover ADD COLUMN withdrawnAt INTEGER;
      CREATE UNIQUE INDEX handoverToken ON handover (tokenId);
      CREATE TABLE sessionAlias (
        alias TEXT PRIMARY KEY, deviceId TEXT NOT NULL, sessionId TEXT NOT NULL, readable INTEGER NOT NULL,
        clockBehind INTEGER NOT NULL, boundAt INTEGER NOT NULL, endedAt INTEGER) WITHOUT ROWID;
      CREATE INDEX sessionAliasSession ON sessionAlias (sessionId, deviceId);
      -- When each line of a bag was last changed.
      CREATE TABLE cartTouch (
        sessionId TEXT NOT NULL, sku TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (sessionId, sku)) WITHOUT ROWID;
    `,
  },
  {
    name: 'hub-visitors',
    sql: `
      -- Who may come to a shop with which code. What was taken back has nothing sealed, and stays until its time is over.
      CREATE TABLE visitor (
        lookupId TEXT PRIMARY KEY, tokenId TEXT NOT NULL, sessionId TEXT NOT NULL, storeId TEXT NOT NULL,
        sealingKey TEXT NOT NULL, sealed TEXT, pickupCode TEXT, expiresAt INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX visitorSession ON visitor (sessionId);
      CREATE INDEX visitorToken ON visitor (tokenId);
    `,
  },
  {
    name: 'hub-retired-devices',
    sql: `
      -- From then on its token opens nothing, and it counts for nothing once its rights are over.
      ALTER TABLE device ADD COLUMN retiredAt INTEGER;
    `,
  },
  {
    name: 'hub-early-steps',
    sql: `
      -- Steps that a restored hub was told of before their promise.
      CREATE TABLE earlyStep (
        reservationId TEXT NOT NULL, target TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (reservationId, target)) WITHOUT ROWID;
    `,
  },
  {
    name: 'hub-mcp-keys',
    sql: `
      -- Keys of MCP clients. Each opens sessions in one shop; scope 'read' or 'write'.
      CREATE TABLE mcpKey (
        keyId TEXT PRIMARY KEY, name TEXT NOT NULL, keyHash TEXT NOT NULL UNIQUE, scope TEXT NOT NULL,
        storeId TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER, revokedAt INTEGER) WITHOUT ROWID;
      -- Guests that are such clients. Without a hash: of the key itself, for clients whose protocol knows no sessions.
      CREATE TABLE mcpSession (
        sessionId TEXT PRIMARY KEY, keyId TEXT NOT NULL, nameHash TEXT UNIQUE, language TEXT NOT NULL,
        seenAt INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX mcpSessionKey ON mcpSession (keyId, seenAt);
      CREATE INDEX mcpSessionSeen ON mcpSession (seenAt);
    `,
  },
  {
    name: 'hub-order-changes',
    sql: `
      -- What shoppers had changed about orders. 'waiting' ones want a payment first, which bears their id; 'plan' is theirs.
      CREATE TABLE orderChange (
        changeId TEXT PRIMARY KEY, sessionId TEXT NOT NULL, changeKey TEXT NOT NULL, request TEXT NOT NULL,
        orderId TEXT NOT NULL, storeId TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, plan TEXT,
        answer TEXT NOT NULL, UNIQUE (sessionId, changeKey)) WITHOUT ROWID;
      CREATE INDEX orderChangeOrder ON orderChange (orderId, state);
      -- Money that goes back: 'waiting', 'done', or 'by-hand' where no provider can do it. 'paymentId': what it is taken from.
      CREATE TABLE refund (
        refundId TEXT PRIMARY KEY, orderId TEXT NOT NULL, paymentId TEXT, route TEXT NOT NULL, amount INTEGER NOT NULL,
        currency TEXT NOT NULL, state TEXT NOT NULL, at INTEGER NOT NULL, nextAt INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
      CREATE INDEX refundOrder ON refund (orderId);
      CREATE INDEX refundWaiting ON refund (nextAt) WHERE state = 'waiting';
      CREATE TABLE orderAddress (orderId TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID;
    `,
  },
  {
    name: 'hub-feedback',
    sql: `
      CREATE TABLE feedback (
        sessionId TEXT NOT NULL, feedbackId TEXT NOT NULL, orderNumber TEXT, rating INTEGER NOT NULL, text TEXT NOT NULL,
        at INTEGER NOT NULL, PRIMARY KEY (sessionId, feedbackId)) WITHOUT ROWID;
    `,
  },
  {
    name: 'hub-payment-addresses',
    sql: `
      -- While it is open; then with its order. Nowhere else.
      ALTER TABLE paymentLink ADD COLUMN address TEXT;
    `,
  },
  {
    name: 'hub-stock-watches',
    sql: `
      -- Who wants to hear when a variant can be had in a shop; gone once they were told. Not looked at again before nextAt.
      CREATE TABLE stockWatch (
        customerId TEXT NOT NULL, storeId TEXT NOT NULL, sku TEXT NOT NULL, until INTEGER NOT NULL,
        askedAt INTEGER NOT NULL, nextAt INTEGER NOT NULL, PRIMARY KEY (customerId, storeId, sku)) WITHOUT ROWID;
      CREATE INDEX stockWatchPiece ON stockWatch (storeId, sku);
    `,
  },
  {
    name: 'hub-phone-links',
    sql: `
      -- By which a session goes on in a browser; kept for a day to say what became of one, and to count them.
      CREATE TABLE phoneLink (
        linkHash TEXT PRIMARY KEY, sessionId TEXT NOT NULL, createdAt INTEGER NOT NULL, expiresAt INTEGER NOT NULL,
        usedAt INTEGER) WITHOUT ROWID;
      CREATE INDEX phoneLinkSession ON phoneLink (sessionId, createdAt);
    `,
  },
  {
    name: 'hub-points',
    sql: `
      -- Points that a payment takes: 'held' while its link is open, then 'spent', or 'released' when it was not paid; 'returned' with
      -- an order that was cancelled. Only what is spent is off the customer's own balance.
      CREATE TABLE pointsUse (
        paymentId TEXT PRIMARY KEY, customerId TEXT NOT NULL, sessionId TEXT NOT NULL,
        points INTEGER NOT NULL CHECK (points > 0), state TEXT NOT NULL) WITHOUT ROWID;
      CREATE INDEX pointsUseHeld ON pointsUse (customerId) WHERE state = 'held';
    `,
  },
];

/** Tells a copy what it is, so that a hub that is started on it knows that it has been restored. */
export function markAsBackup(copy: Connection): void {
  const columns = copy.prepare<{ name: string }>('PRAGMA table_info(hub)').all();
  if (columns.some(({ name }) => name === 'backup')) copy.execute('UPDATE hub SET backup = 1');
}
