import type { Order } from '../../contracts/order.ts';
import { isActive, type Reservation } from '../../contracts/reservation.ts';
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
  prolongReservation,
  putReservation,
  reservationsOfSession,
  takeReservationNumber,
  updateTrial,
} from '../store/reservation-repository.ts';
import { createSessionRepository } from '../store/session-repository.ts';
import { renewVisitors } from './expected-visitors.ts';
import { keepFeedback } from './feedback.ts';
import { findTrial, markEnded, markTask, openTrials } from './floor.ts';
import { noteOrigin, originOf } from './hold-origin.ts';
import { leaseNumber } from './leases.ts';
import { redeemablePoints } from './points.ts';
import type { TransactionSql } from './sql.ts';
import { createStockLedger } from './stock-ledger.ts';
import { addWatch, endWatches } from './stock-watches.ts';
import { readStorePolicy } from './store-policy.ts';

export interface HubShopTransactionOptions {
  readonly query: Query;
  readonly sql: TransactionSql;
  /** The device whose operation is decided; null for the hub's own. */
  readonly deviceId: string | null;
  readonly environment: Environment;
}

/** How long a device may be silent about a hold of its own that is over before the hub ends it. */
const deviceSilenceMs = 2 * 60_000;

export function createHubShopTransaction(options: HubShopTransactionOptions): ShopTransaction {
  const { query, sql, deviceId, environment } = options;
  const { position, positions, everywhere, ...ledger } = createStockLedger(sql, deviceId);
  const now = environment.now;
  return {
    sessions: hubSessions(query, sql, now),
    stock: {
      position,
      positions,
      everywhere,
      correct: (storeId, sku, difference) => ledger.correct(storeId, sku, difference, now()),
      sell: (storeId, sku, quantity) => ledger.sell(storeId, sku, quantity, now()),
      returnRights: (storeId, sku, quantity) => ledger.returnRights(storeId, sku, quantity, now()),
    },
    reservations: hubReservations(options),
    offers: () => listOffers(query),
    stores: () => listStores(query),
    policy: () => readStorePolicy(sql),
    watchStock: ({ until, ...watch }) => addWatch(sql, { ...watch, until: Date.parse(until) }, now()),
    unwatchStock: (watched) => endWatches(sql, watched),
  };
}

/**
 * A customer's points and orders belong to every session of theirs, not only to the one that they were made in. Payments and changes of
 * orders are kept by their desks alone: what a shop read a moment ago must not go over what has been paid or changed since.
 */
function hubSessions(query: Query, sql: TransactionSql, now: () => number): SessionRepository {
  const sessions = createSessionRepository(query);
  return {
    ...sessions,
    find: async (sessionId) => {
      const session = await sessions.find(sessionId);
      if (!session?.customer) return session;
      const points = await redeemablePoints(sql, sessionId);
      const { customer } = session;
      return points === undefined
        ? session
        : { ...session, customer: { ...customer, loyalty: { ...customer.loyalty, points } } };
    },
    save: async (session) => {
      await sessions.save(session);
      await renewVisitors(sql, session, now());
    },
    savePayment: async () => undefined,
    saveOrder: async () => undefined,
    addFeedback: (sessionId, feedback) => keepFeedback(sql, sessionId, feedback, now()),
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
    keep: async () => undefined,
    hold: async (reservation) => {
      await putReservation(query, reservation, null);
      if (deviceId !== null) {
        const lease = await leaseNumber(sql, deviceId);
        await noteOrigin(sql, reservation.reservationId, { deviceId, lease });
      }
      await markTask(sql, reservation);
      await ledger.reserve(reservation.storeId, reservation.sku, reservation.quantity, environment.now());
    },
    longestEnd: async (reservationId) => {
      const origin = await originOf(sql, reservationId);
      return (origin?.deviceId ?? null) === deviceId ? Number.POSITIVE_INFINITY : undefined;
    },
    prolong: async (reservationId, expiresAt) => {
      const prolonged = await prolongReservation(query, reservationId, expiresAt);
      if (prolonged) await markTask(sql, prolonged);
    },
    move: (reservationId, toSessionId) => moveReservation(query, reservationId, toSessionId),
    release: async (reservationId, state) => {
      const ended = await endReservation(query, reservationId, state);
      if (!ended) return;
      await ledger.settle(ended, await originOf(sql, reservationId), 'released', environment.now());
      await markEnded(sql, ended);
    },
    promiseEnd: async () => Number.POSITIVE_INFINITY,
    lease: async () => undefined,
    task: (reservationId) => findTrial(query, reservationId),
    openTasks: (storeId) => openTrials(query, storeId),
    saveTask: async (task) => {
      const before = await findReservation(query, task.reservationId);
      if (!before) return;
      await updateTrial(query, task);
      if (isActive(before) && !isActive(task)) {
        await ledger.settle(before, await originOf(sql, before.reservationId), 'released', environment.now());
      }
      await markTask(sql, before);
    },
  };
}
