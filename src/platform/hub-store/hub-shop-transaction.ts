import type { Order } from '../../contracts/order.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type {
  ReservationRepository,
  SessionRepository,
  ShopTransaction,
} from '../../core/ports/shop-store.ts';
import type { Connection } from '../store/connection.ts';
import { listOffers, listStores } from '../store/documents.ts';
import type { Query } from '../store/open-database.ts';
import {
  dueReservations,
  endReservation,
  findReservation,
  moveReservation,
  putReservation,
  reservationsOfSession,
  takeReservationNumber,
} from '../store/reservation-repository.ts';
import { createSessionRepository } from '../store/session-repository.ts';
import { createStockLedger } from './stock-ledger.ts';

export interface HubShopTransactionOptions {
  readonly query: Query;
  readonly connection: Connection;
  /** The device whose operation is decided; null for the hub's own. */
  readonly deviceId: string | null;
  readonly environment: Environment;
}

/** How long a device may be silent about a hold of its own that is over before the hub ends it. */
const deviceSilenceMs = 2 * 60_000;

/** The device that a hold was made on; null for the web's. */
export function originOf(connection: Connection, reservationId: string): string | null {
  const row = connection
    .prepare<{ deviceId: string }>('SELECT deviceId FROM holdOrigin WHERE reservationId = ?')
    .first(reservationId);
  return row?.deviceId ?? null;
}

export function createHubShopTransaction(options: HubShopTransactionOptions): ShopTransaction {
  const { query, connection, deviceId } = options;
  const ledger = createStockLedger(connection, deviceId);
  return {
    sessions: hubSessions(query, connection),
    stock: {
      position: async (storeId, sku) => ledger.position(storeId, sku),
      positions: async (storeId, skus) => ledger.positions(storeId, skus),
      everywhere: async (sku) => ledger.everywhere(sku),
    },
    reservations: hubReservations(options),
    offers: () => listOffers(query),
    stores: () => listStores(query),
  };
}

/**
 * A customer's orders belong to every session of theirs, not only to the one that they were made in. Payments are kept by the
 * payment desk alone: what a shop read a moment ago must not go over what has been paid since.
 */
function hubSessions(query: Query, connection: Connection): SessionRepository {
  return {
    ...createSessionRepository(query),
    savePayment: async () => undefined,
    orders: async (sessionId) =>
      connection
        .prepare<{ document: string }>(
          `SELECT document FROM placedOrder WHERE sessionId = ?1 OR orderId IN (
             SELECT orderId FROM customerOrder
             JOIN sessionOwner ON sessionOwner.customerId = customerOrder.customerId WHERE sessionOwner.sessionId = ?1)
           ORDER BY placedAt DESC, number DESC`,
        )
        .all(sessionId)
        .map((row) => JSON.parse(row.document) as Order),
  };
}

function hubReservations({
  query,
  connection,
  deviceId,
  environment,
}: HubShopTransactionOptions): ReservationRepository {
  const ledger = createStockLedger(connection, deviceId);
  return {
    find: (reservationId) => findReservation(query, reservationId),
    ofSession: (sessionId) => reservationsOfSession(query, sessionId),
    due: async (at) => {
      const due = await dueReservations(query, at);
      return due.filter(
        (hold) =>
          originOf(connection, hold.reservationId) === null ||
          Date.parse(hold.expiresAt) + deviceSilenceMs <= at,
      );
    },
    nextNumber: async (storeId) => {
      const store = (await listStores(query)).find((one) => one.storeId === storeId);
      return takeReservationNumber(query, {
        storeId,
        timeZone: store?.timeZone ?? 'UTC',
        deviceIndex: 0,
        at: environment.now(),
      });
    },
    hold: async (reservation) => {
      await putReservation(query, reservation, null);
      if (deviceId !== null) {
        connection
          .prepare('INSERT OR IGNORE INTO holdOrigin (reservationId, deviceId) VALUES (?, ?)')
          .run(reservation.reservationId, deviceId);
      }
      ledger.reserve(reservation.storeId, reservation.sku, reservation.quantity, environment.now());
    },
    move: (reservationId, toSessionId) => moveReservation(query, reservationId, toSessionId),
    release: async (reservationId, state, returnsRights) => {
      const ended = await endReservation(query, reservationId, state);
      if (!ended) return;
      const origin = originOf(connection, reservationId);
      const outcome = returnsRights && origin === deviceId ? 'returned' : 'released';
      ledger.settle({ ...ended, origin }, outcome, environment.now());
    },
  };
}
