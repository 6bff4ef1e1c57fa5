import type { Payment } from '../../contracts/payment.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import type { SessionSnapshot } from '../../contracts/session.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { ReservationRepository, ShopStore, ShopTransaction } from '../../core/ports/shop-store.ts';
import { listOffers, listStores } from './documents.ts';
import type { Database, Query } from './open-database.ts';
import {
  dueReservations,
  endReservation,
  findReservation,
  putReservation,
  reservationsOfSession,
  takeReservationNumber,
} from './reservation-repository.ts';
import { createSessionRepository, saveOrder, savePayment } from './session-repository.ts';
import { createDeviceStockRepository } from './stock-repository.ts';

/** A shop transaction that can also be written past the ports, by what belongs to the store itself. */
export interface KioskTransaction extends ShopTransaction {
  readonly query: Query;
}

export interface KioskStore extends ShopStore {
  transaction<T>(work: (transaction: KioskTransaction) => Promise<T>): Promise<T>;
  /** Everything personal goes: sessions, messages, orders, payments. Reservations stay as bare stock facts. */
  eraseSessions(): Promise<void>;
  /**
   * Cuts the write-ahead log when nothing of a shopper waits in the outbox, so that no trace is left on the disk.
   * Gives whether it did; call it again after the outbox has drained.
   */
  wipe(): Promise<boolean>;
}

export interface KioskStoreOptions {
  readonly database: Database;
  readonly environment: Environment;
  /** From pairing; read at each use because a kiosk can be paired while it runs. */
  readonly deviceIndex: () => number;
}

function createKioskReservations(
  query: Query,
  { environment, deviceIndex }: KioskStoreOptions,
): ReservationRepository {
  return {
    find: (reservationId) => findReservation(query, reservationId),
    ofSession: (sessionId) => reservationsOfSession(query, sessionId),
    due: (at) => dueReservations(query, at),
    nextNumber: async (storeId) => {
      const store = (await listStores(query)).find((one) => one.storeId === storeId);
      return takeReservationNumber(query, {
        storeId,
        timeZone: store?.timeZone ?? 'UTC',
        deviceIndex: deviceIndex(),
        at: environment.now(),
      });
    },
    // The units leave what can be promised through `pending`, which counts the rows of later sequences than the hub's.
    hold: async (reservation) => {
      const { lastSequence } = await query
        .selectFrom('replica')
        .select('lastSequence')
        .executeTakeFirstOrThrow();
      await putReservation(query, reservation, lastSequence + 1);
    },
    release: async (reservationId, state) => {
      await endReservation(query, reservationId, state);
    },
  };
}

export function createKioskStore(options: KioskStoreOptions): KioskStore {
  const { database } = options;
  const stock = createDeviceStockRepository(database.connection);
  return {
    transaction: (work) =>
      database.transaction((query) =>
        work({
          query,
          sessions: createSessionRepository(query),
          stock,
          reservations: createKioskReservations(query, options),
          offers: () => listOffers(query),
          stores: () => listStores(query),
        }),
      ),

    eraseSessions: () =>
      database.transaction(async (query) => {
        for (const table of ['session', 'message', 'placedOrder', 'payment'] as const) {
          await query.deleteFrom(table).execute();
        }
      }),

    wipe: async () => {
      const waiting = await database.query
        .selectFrom('outbox')
        .select('sequence')
        .limit(1)
        .executeTakeFirst();
      const running = await database.query
        .selectFrom('session')
        .select('sessionId')
        .limit(1)
        .executeTakeFirst();
      if (waiting !== undefined || running !== undefined) return false;
      database.truncateLog();
      return true;
    },
  };
}

/** Writes what the hub knows of a session over what is here. Holds that have ended here stay ended. */
export async function writeSnapshot(transaction: KioskTransaction, snapshot: SessionSnapshot): Promise<void> {
  const { session } = snapshot;
  await transaction.sessions.save(session);
  for (const message of snapshot.messages) {
    await transaction.sessions.addMessage(session.sessionId, message);
  }
  for (const order of snapshot.orders) await saveOrder(transaction.query, session.sessionId, order);
  if (snapshot.payment !== null) await savePayment(transaction.query, snapshot.payment);
  for (const reservation of snapshot.reservations) await writeReservation(transaction.query, reservation);
}

const writeReservation = (query: Query, reservation: Reservation): Promise<void> =>
  putReservation(query, reservation, null);

/** Keeps what the hub said of a payment, if its session is still here. */
export async function writePayment(transaction: KioskTransaction, payment: Payment): Promise<boolean> {
  if ((await transaction.sessions.find(payment.sessionId)) === undefined) return false;
  await savePayment(transaction.query, payment);
  return true;
}
