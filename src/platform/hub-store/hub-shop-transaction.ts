import type { Order } from '../../contracts/order.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type {
  ReservationRepository,
  SessionRepository,
  ShopTransaction,
} from '../../core/ports/shop-store.ts';
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
import type { Sql, TransactionSql } from './sql.ts';
import { createStockLedger } from './stock-ledger.ts';

export interface HubShopTransactionOptions {
  readonly query: Query;
  readonly sql: TransactionSql;
  /** The device whose operation is decided; null for the hub's own. */
  readonly deviceId: string | null;
  readonly environment: Environment;
}

/** How long a device may be silent about a hold of its own that is over before the hub ends it. */
const deviceSilenceMs = 2 * 60_000;

/** The device that a hold was made on; null for the web's. */
export async function originOf(sql: Sql, reservationId: string): Promise<string | null> {
  const row = await sql.first<{ deviceId: string }>(
    'SELECT deviceId FROM holdOrigin WHERE reservationId = ?',
    reservationId,
  );
  return row?.deviceId ?? null;
}

export function createHubShopTransaction(options: HubShopTransactionOptions): ShopTransaction {
  const { query, sql, deviceId } = options;
  const { position, positions, everywhere } = createStockLedger(sql, deviceId);
  return {
    sessions: hubSessions(query, sql),
    stock: { position, positions, everywhere },
    reservations: hubReservations(options),
    offers: () => listOffers(query),
    stores: () => listStores(query),
  };
}

/**
 * A customer's orders belong to every session of theirs, not only to the one that they were made in. Payments are kept by the
 * payment desk alone: what a shop read a moment ago must not go over what has been paid since.
 */
function hubSessions(query: Query, sql: Sql): SessionRepository {
  return {
    ...createSessionRepository(query),
    savePayment: async () => undefined,
    orders: async (sessionId) => {
      const rows = await sql.all<{ document: string }>(
        `SELECT document FROM placedOrder WHERE sessionId = ?1 OR orderId IN (
           SELECT orderId FROM customerOrder
           JOIN sessionOwner ON sessionOwner.customerId = customerOrder.customerId WHERE sessionOwner.sessionId = ?1)
         ORDER BY placedAt DESC, number DESC`,
        sessionId,
      );
      return rows.map((row) => JSON.parse(row.document) as Order);
    },
  };
}

function hubReservations({
  query,
  sql,
  deviceId,
  environment,
}: HubShopTransactionOptions): ReservationRepository {
  const ledger = createStockLedger(sql, deviceId);
  return {
    find: (reservationId) => findReservation(query, reservationId),
    ofSession: (sessionId) => reservationsOfSession(query, sessionId),
    due: async (at) => {
      const due = await dueReservations(query, at);
      const ended: Reservation[] = [];
      for (const hold of due) {
        const longOver = Date.parse(hold.expiresAt) + deviceSilenceMs <= at;
        if (longOver || (await originOf(sql, hold.reservationId)) === null) ended.push(hold);
      }
      return ended;
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
        await sql.run(
          'INSERT INTO holdOrigin (reservationId, deviceId) VALUES (?, ?) ON CONFLICT DO NOTHING',
          reservation.reservationId,
          deviceId,
        );
      }
      await ledger.reserve(reservation.storeId, reservation.sku, reservation.quantity, environment.now());
    },
    move: (reservationId, toSessionId) => moveReservation(query, reservationId, toSessionId),
    release: async (reservationId, state, returnsRights) => {
      const ended = await endReservation(query, reservationId, state);
      if (!ended) return;
      const origin = await originOf(sql, reservationId);
      const outcome = returnsRights && origin === deviceId ? 'returned' : 'released';
      await ledger.settle({ ...ended, origin }, outcome, environment.now());
    },
  };
}
