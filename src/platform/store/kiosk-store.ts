import type { OperationBody } from '../../contracts/operation.ts';
import type { Payment } from '../../contracts/payment.ts';
import { activeStates, type Reservation } from '../../contracts/reservation.ts';
import type { SessionSnapshot } from '../../contracts/session.ts';
import type { ExpectedVisitor } from '../../contracts/visitor.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import type { DeviceEnvironment } from '../../core/ports/environment.ts';
import type { ReservationRepository, ShopStore, ShopTransaction } from '../../core/ports/shop-store.ts';
import { listOffers, listStores } from './documents.ts';
import { findTask, openTasks, putTask, taskOf } from './floor-tasks.ts';
import { unnameJournal } from './journal.ts';
import { createDeviceLease, type DeviceLease } from './lease-mark.ts';
import type { Database, Query } from './open-database.ts';
import { nextSequence } from './operation-numbers.ts';
import { findPolicy } from './policy-row.ts';
import {
  dueReservations,
  endReservation,
  findReservation,
  isMadeHere,
  moveReservation,
  prolongReservation,
  putReservation,
  reservationsOfSession,
  takeReservationNumber,
  updateTrial,
} from './reservation-repository.ts';
import { createSessionRepository, saveOrder } from './session-repository.ts';
import { createDeviceStockRepository } from './stock-repository.ts';
import { eraseOver, findVisitor } from './visitor-rows.ts';

/** A shop transaction that can also be written past the ports, by what belongs to the store itself. */
export interface KioskTransaction extends ShopTransaction {
  readonly query: Query;
}

export interface KioskStore extends ShopStore {
  transaction<T>(work: (transaction: KioskTransaction) => Promise<T>): Promise<T>;
  /**
   * Puts what the hub knows of a session over what is here, then what was done here and the hub has not heard yet.
   * Holds that have ended here stay ended.
   */
  keepSnapshot(snapshot: SessionSnapshot): Promise<void>;
  /** The visitor whom a code belongs to; undefined when there is none (any more). */
  expectedVisitor(lookupId: string): Promise<ExpectedVisitor | undefined>;
  /** Keeps what the hub said of a payment, if its session is still here; gives whether it is. */
  keepPayment(payment: Payment): Promise<boolean>;
  /** Sessions that have not ended: after a start, leftovers of a crash. */
  openSessions(): Promise<readonly string[]>;
  /**
   * Erases all that is personal of ended sessions. Holds made here stay as bare stock facts; what the hub has not heard
   * stays in the outbox until it has. Then, and at once where nothing waits, the log on the disk is cut.
   */
  wipe(): Promise<void>;
  /**
   * Erases visitors whose time is over, and cuts the log if something was erased since and nothing personal is left: for after
   * the outbox has drained, and from time to time, because another process may have been reading from it then.
   */
  cutLog(): Promise<void>;
}

export interface KioskStoreOptions {
  readonly database: Database;
  readonly environment: DeviceEnvironment;
  /** From pairing; read at each use because a kiosk can be paired while it runs. */
  readonly deviceIndex: () => number;
}

function createKioskReservations(
  query: Query,
  { environment, deviceIndex }: KioskStoreOptions,
  lease: DeviceLease,
): ReservationRepository {
  const saveOwn = async (reservation: Reservation | undefined): Promise<void> => {
    if (reservation?.kind === 'trial') await putTask(query, taskOf(reservation));
  };
  return {
    find: (reservationId) => findReservation(query, reservationId),
    ofSession: (sessionId) => reservationsOfSession(query, sessionId),
    // Holds made elsewhere are for the hub to end.
    due: async (at) =>
      dueReservations(query, lease.isOver() ? Number.MAX_SAFE_INTEGER : at, { madeHere: true }),
    promiseEnd: async () => lease.promiseEnd(),
    lease: async () => lease.number(),
    nextNumber: async (storeId) => {
      const store = (await listStores(query)).find((one) => one.storeId === storeId);
      return takeReservationNumber(query, {
        storeId,
        timeZone: store?.timeZone ?? 'UTC',
        deviceIndex: deviceIndex(),
        at: environment.now(),
      });
    },
    keep: (reservation) => putReservation(query, reservation, null),
    // The units leave what can be promised through `pending`, which counts the rows of later sequences than the hub's.
    hold: async (reservation) => {
      await putReservation(query, reservation, await nextSequence(query));
      await saveOwn(reservation);
    },
    longestEnd: async (reservationId) => {
      if (!(await isMadeHere(query, reservationId))) return undefined;
      return lease.mayPromise() ? lease.promiseEnd() : environment.now();
    },
    prolong: async (reservationId, expiresAt) => {
      await saveOwn(await prolongReservation(query, reservationId, expiresAt));
    },
    move: (reservationId, toSessionId) => moveReservation(query, reservationId, toSessionId),
    release: async (reservationId, state) => {
      await saveOwn(await endReservation(query, reservationId, state));
    },
    task: (reservationId) => findTask(query, reservationId),
    openTasks: (storeId) => openTasks(query, storeId),
    saveTask: async (task) => {
      await putTask(query, task);
      await updateTrial(query, task);
    },
  };
}

export function createKioskStore(options: KioskStoreOptions): KioskStore {
  const { database, environment } = options;
  const lease = createDeviceLease(database.connection, environment);
  const stock = createDeviceStockRepository(database.connection, lease);
  /** Something was erased that the write-ahead log may still hold; so after every start. */
  let uncut = true;

  const shopOf = (query: Query): KioskTransaction => ({
    query,
    sessions: createSessionRepository(query),
    stock,
    reservations: createKioskReservations(query, options, lease),
    offers: () => listOffers(query),
    stores: () => listStores(query),
    policy: () => findPolicy(query),
    watchStock: async () => undefined,
    unwatchStock: async () => undefined,
  });
  const transaction: KioskStore['transaction'] = (work) =>
    database.transaction((query) => work(shopOf(query)));

  /** Looks before it writes: this is asked every second. */
  const visitorsOver = async (): Promise<boolean> => {
    const now = environment.now();
    const row = await database.query
      .selectFrom('expectedVisitor')
      .select('lookupId')
      .where('expiresAt', '<=', now)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  };

  const cutLog = async (): Promise<void> => {
    if (await visitorsOver())
      uncut = (await database.transaction((query) => eraseOver(query, environment.now()))) || uncut;
    if (!uncut) return;
    const waiting = await database.query.selectFrom('outbox').select('sequence').limit(1).executeTakeFirst();
    const running = await database.query
      .selectFrom('session')
      .select('sessionId')
      .limit(1)
      .executeTakeFirst();
    if (waiting !== undefined || running !== undefined) return;
    // First, for what is erased meanwhile counts anew.
    uncut = false;
    let cut = false;
    try {
      cut = await database.truncateLog();
    } finally {
      if (!cut) uncut = true;
    }
  };

  return {
    transaction,

    read: (work) => database.read((query) => work(shopOf(query))),

    keepSnapshot: (snapshot) =>
      transaction(async (shop) => {
        await writeSnapshot(shop, snapshot);
        const waiting = await shop.query
          .selectFrom('outbox')
          .select(['at', 'body'])
          .where('sessionId', '=', snapshot.session.sessionId)
          .orderBy('sequence')
          .execute();
        // One that fails now fails at the hub too, whose refusal then says why.
        for (const { at, body } of waiting) await applyOperation(shop, JSON.parse(body) as OperationBody, at);
      }),

    expectedVisitor: (lookupId) => findVisitor(database.query, lookupId, environment.now()),

    keepPayment: (payment) =>
      transaction(async (shop) => {
        if ((await shop.sessions.find(payment.sessionId)) === undefined) return false;
        await shop.sessions.savePayment(payment);
        return true;
      }),

    openSessions: async () => {
      const rows = await database.query
        .selectFrom('session')
        .select('sessionId')
        .where('endedAt', 'is', null)
        .execute();
      return rows.map((row) => row.sessionId);
    },

    wipe: async () => {
      await database.transaction(eraseEnded);
      uncut = true;
      await cutLog();
    },

    cutLog,
  };
}

/** Also what lost its session in a crash between two steps, and holds that nothing depends on any more. */
async function eraseEnded(query: Query): Promise<void> {
  await query.deleteFrom('session').where('endedAt', 'is not', null).execute();
  const running = query.selectFrom('session').select('sessionId');
  await query.deleteFrom('message').where('sessionId', 'not in', running).execute();
  await query.deleteFrom('placedOrder').where('sessionId', 'not in', running).execute();
  await query.deleteFrom('payment').where('sessionId', 'not in', running).execute();
  const { appliedSequence } = await query
    .selectFrom('replica')
    .select('appliedSequence')
    .executeTakeFirstOrThrow();
  await query
    .deleteFrom('reservation')
    .where('sessionId', 'not in', running)
    .where((row) =>
      row.or([
        row('operationSequence', 'is', null),
        row.and([row('state', 'not in', activeStates), row('operationSequence', '<=', appliedSequence)]),
      ]),
    )
    .execute();
  await unnameJournal(query);
}

async function writeSnapshot(transaction: KioskTransaction, snapshot: SessionSnapshot): Promise<void> {
  const { session } = snapshot;
  await transaction.sessions.save(session);
  for (const message of snapshot.messages) {
    await transaction.sessions.addMessage(session.sessionId, message);
  }
  for (const order of snapshot.orders) await saveOrder(transaction.query, session.sessionId, order);
  if (snapshot.payment !== null) await transaction.sessions.savePayment(snapshot.payment);
  for (const reservation of snapshot.reservations) {
    await putReservation(transaction.query, reservation, null);
  }
}
