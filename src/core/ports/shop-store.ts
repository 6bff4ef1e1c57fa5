import type { FloorTask } from '../../contracts/feed.ts';
import type { Feedback } from '../../contracts/feedback.ts';
import type { Offer } from '../../contracts/offer.ts';
import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import type { ChatMessage, Session } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';
import type { StorePolicy } from '../../contracts/store-policy.ts';

/** Stock of one variant in one shop, with everything that a promise depends on. */
export interface StockPosition {
  readonly storeId: string;
  readonly sku: string;
  readonly onHand: number;
  /** Units under holds that the source of this row knows of. */
  readonly reserved: number;
  readonly safety: number;
  /** Units under holds made here that the source of this row does not know of yet; 0 on the hub. */
  readonly pending: number;
  /** Units that this side may promise by itself now. Kiosk: its unspent rights. Hub: what no one else was granted. */
  readonly promisable: number;
  readonly location: string | null;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}

export interface SessionRepository {
  find(sessionId: string): Promise<Session | undefined>;
  save(session: Session): Promise<void>;
  /** Everything of the session but its reservations: row, messages, orders, payment. */
  erase(sessionId: string): Promise<void>;
  /** Oldest first. */
  messages(sessionId: string): Promise<readonly ChatMessage[]>;
  /** Does nothing when a message of that id is there. */
  addMessage(sessionId: string, message: ChatMessage): Promise<void>;
  /** At the hub; a device has it in its outbox, and keeps nothing. Does nothing for a repeat. */
  addFeedback(sessionId: string, feedback: Feedback): Promise<void>;
  orders(sessionId: string): Promise<readonly Order[]>;
  /** Keeps what the hub said of an order of this session; on the hub it is kept already. */
  saveOrder(sessionId: string, order: Order): Promise<void>;
  /** The session's latest payment. */
  payment(sessionId: string): Promise<Payment | undefined>;
  /** Stores what the payment desk said. `paid` is never overwritten; `expired` and `cancelled` only by `paid`. */
  savePayment(payment: Payment): Promise<void>;
}

export interface StockRepository {
  position(storeId: string, sku: string): Promise<StockPosition | undefined>;
  /** In one shop. */
  positions(storeId: string, skus: readonly string[]): Promise<readonly StockPosition[]>;
  /** In every shop. */
  everywhere(sku: string): Promise<readonly StockPosition[]>;
  /** A recount found so many more (or, negative, fewer) units. */
  correct(storeId: string, sku: string, difference: number): Promise<void>;
  /** Units leave the shop without a reservation, by this side's rights. */
  sell(storeId: string, sku: string, quantity: number): Promise<void>;
  /** Gives unspent rights back to the hub; means nothing on the hub itself. */
  returnRights(storeId: string, sku: string, quantity: number): Promise<void>;
}

export interface ReservationRepository {
  find(reservationId: string): Promise<Reservation | undefined>;
  ofSession(sessionId: string): Promise<readonly Reservation[]>;
  /**
   * Active ones whose time is over at the given instant (milliseconds since 1970); on a device also all of its own when its
   * rights are over.
   */
  due(at: number): Promise<readonly Reservation[]>;
  /** Latest instant (milliseconds since 1970) that a promise made now may last to; Infinity on the hub. */
  promiseEnd(): Promise<number>;
  /** Number of the lease that promises are made under now; undefined where rights have no end. */
  lease(): Promise<number | undefined>;
  /** Next short number of the shop for the day; unique per device by its range. Undefined when all of the range are held. */
  nextNumber(storeId: string): Promise<number | undefined>;
  /** Keeps what the hub holds for a session in another shop. On the hub it is kept already. */
  keep(reservation: Reservation): Promise<void>;
  /** Stores it and takes the units out of what can be promised. */
  hold(reservation: Reservation): Promise<void>;
  /**
   * Latest instant (milliseconds since 1970) that this side may make the hold last to now; undefined where it is held by the rights
   * of another side, which would end it in its own time.
   */
  longestEnd(reservationId: string): Promise<number | undefined>;
  /** Gives an active one a later end. */
  prolong(reservationId: string, expiresAt: string): Promise<void>;
  /** Gives it to another session; units and rights stay as they are. */
  move(reservationId: string, toSessionId: string): Promise<void>;
  /** Ends it and gives the units back to whose rights they were; does nothing when it has ended already. */
  release(reservationId: string, state: 'cancelled' | 'expired'): Promise<void>;
  /** The trial of any session, on a device also of the hub's feed. */
  task(reservationId: string): Promise<FloorTask | undefined>;
  /** Trials of one shop that someone has to do something about, by number. */
  openTasks(storeId: string): Promise<readonly FloorTask[]>;
  /** Stores state, time of picking and end; gives the units back when it ends by that. */
  saveTask(task: FloorTask): Promise<void>;
}

export interface ShopTransaction {
  readonly sessions: SessionRepository;
  readonly stock: StockRepository;
  readonly reservations: ReservationRepository;
  offers(): Promise<readonly Offer[]>;
  stores(): Promise<readonly Store[]>;
  policy(): Promise<StorePolicy>;
  /** Keeps that the session's customer wants to hear of a variant; on a device nothing, as the hub is the one to tell them. */
  watchStock(watch: {
    readonly sessionId: string;
    readonly storeId: string;
    readonly sku: string;
    readonly until: string;
  }): Promise<void>;
  /** They do not wait for these any more. */
  unwatchStock(watched: {
    readonly sessionId: string;
    readonly storeId: string;
    readonly skus: readonly string[];
  }): Promise<void>;
}

/** The durable store of one shop (kiosk) or of all (hub). */
export interface ShopStore {
  /**
   * Runs `work` alone: no other work sees or makes changes in between. Commits when it resolves, rolls back when it
   * throws. What has committed survives a power cut. Not to be nested.
   */
  transaction<T>(work: (transaction: ShopTransaction) => Promise<T>): Promise<T>;
  /** Runs `work`, which only looks, on one state of the store. Waits for nobody who writes elsewhere. Not to be nested. */
  read<T>(work: (transaction: ShopTransaction) => Promise<T>): Promise<T>;
}
