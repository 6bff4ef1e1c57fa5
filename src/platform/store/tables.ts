import type { Generated } from 'kysely';
import type { Reservation } from '../../contracts/reservation.ts';

/**
 * Tables that kiosk and hub share. Columns named `document` hold the JSON of the contract type of the table's name;
 * other columns repeat what is looked up or sorted by. Instants are milliseconds since 1970.
 */
export interface Tables {
  store: { storeId: string; document: string; generation: Generated<number> };
  offer: { code: string; document: string; generation: Generated<number> };
  /** `document` is the whole product as a `PackedProduct`. Ids count up in the order of arrival. */
  product: { id: Generated<number>; handle: string; document: string; generation: Generated<number> };
  variant: { sku: string; productId: number; number: number; barcode: string | null };
  stock: {
    storeId: string;
    sku: string;
    onHand: number;
    reserved: Generated<number>;
    safety: Generated<number>;
    location: string | null;
    /** Rights of this device; 0 on the hub, which keeps rights by device in tables of its own. */
    granted: Generated<number>;
    spent: Generated<number>;
    /** Units of the grant that the hub would like back; 0 on the hub. */
    recall: Generated<number>;
    asOf: number;
    generation: Generated<number>;
  };
  session: { sessionId: string; document: string; endedAt: number | null };
  message: { messageId: string; sessionId: string; at: number; document: string };
  reservation: {
    reservationId: string;
    sessionId: string;
    storeId: string;
    sku: string;
    quantity: number;
    kind: Reservation['kind'];
    state: Reservation['state'];
    number: number;
    fittingRoom: number | null;
    createdAt: number;
    expiresAt: number;
    pickedAt: number | null;
    /** The trial that it is another size for. */
    replaces: string | null;
    /** Sequence of the operation that made it, where it was made on this device; null otherwise. */
    operationSequence: number | null;
  };
  /** Last number given out, by shop and its local day (`2026-11-22`). */
  reservationNumber: { storeId: string; day: string; last: number };
  /** `order` is a reserved word. `sessionId` is the session that an order was made in or restored with. */
  placedOrder: {
    orderId: string;
    number: string;
    sessionId: string | null;
    placedAt: number;
    document: string;
  };
  payment: {
    paymentId: string;
    sessionId: string;
    state: string;
    createdAt: number;
    expiresAt: number;
    document: string;
  };
  /** One row. How far this file follows its hub; stays at its defaults on the hub. */
  replica: {
    id: Generated<number>;
    epoch: string | null;
    cursor: string | null;
    /** Last own operation that the stock rows here include. */
    appliedSequence: Generated<number>;
    /** Last own operation that was written to the outbox. */
    lastSequence: Generated<number>;
    /** Last own operation that the hub has decided. */
    confirmedSequence: Generated<number>;
    /** Stamp of the last snapshot that was begun; rows of older ones go when it is complete. */
    generation: Generated<number>;
    syncedAt: number | null;
    /** Kiosk only. A snapshot that is not whole: its hub, the last checkpoint, rows that are here and that there will be. */
    snapshotEpoch: string | null;
    snapshotCursor: string | null;
    snapshotRows: Generated<number>;
    snapshotTotal: Generated<number>;
    /** Last own operation that may have reached the hub: what ended before it was sent was never promised there. */
    sentSequence: Generated<number>;
    /** Number of the lease that the rights here are valid under; 0 before the first. */
    lease: Generated<number>;
    /** How long it lasts from `leaseWall` and `leaseUptime` (milliseconds since 1970 and since the machine's boot); null: no end. */
    leaseMs: number | null;
    leaseWall: Generated<number>;
    leaseUptime: Generated<number>;
    /** Latest instant that this file has seen: a clock behind it has been set back. */
    seenAt: Generated<number>;
    /** 1: the hub wants no new promises by these rights until it says otherwise. */
    paused: Generated<number>;
  };
  /** Device only. What own operations did to figures and rights, counted until the hub's rows include them. */
  stockChange: { sequence: number; storeId: string; sku: string; onHand: number; rights: number };
  /** Device only. Trials of this shop that an associate has to do something about. */
  floorTask: {
    reservationId: string;
    storeId: string;
    sku: string;
    quantity: number;
    number: number;
    fittingRoom: number | null;
    state: Reservation['state'];
    createdAt: number;
    expiresAt: number;
    pickedAt: number | null;
    replaces: string | null;
    generation: Generated<number>;
  };
  /**
   * Device only. Operations about stock that the hub has confirmed, for a hub that is restored from an older backup; nothing
   * personal. `sessionId`: whom the body names; null when that session has left this device.
   */
  journal: { sequence: number; operationId: string; at: number; body: string; sessionId: string | null };
  /** Kiosk only. Operations that the hub has not confirmed. `sessionId` is empty for what is about the shop alone. */
  outbox: { sequence: number; operationId: string; sessionId: string; at: number; body: string };
  /** Kiosk only. What the hub refused, kept for staff: a type and a reason, nothing of the shopper. */
  refusedOperation: {
    operationId: string;
    type: string;
    at: number;
    kind: string;
    reason: string;
    reservationId: string | null;
  };
  /** Kiosk only. Shoppers who may come, unreadable without the code on their phone. */
  expectedVisitor: { lookupId: string; sealed: string; expiresAt: number; generation: number };
  /** Device only. One row, once the hub has said what the retailer's policy is. */
  storePolicy: { id: Generated<number>; document: string; generation: number };
  /** Kiosk only. Codes that were opened here without the hub. */
  usedCode: { tokenId: string; usedAt: number };
}
