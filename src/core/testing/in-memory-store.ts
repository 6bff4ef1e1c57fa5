import { isOpenTask } from '../../contracts/feed.ts';
import type { Offer } from '../../contracts/offer.ts';
import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import { isActive, type Reservation } from '../../contracts/reservation.ts';
import type { ChatMessage, Session } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';
import { defaultStorePolicy, type StorePolicy } from '../../contracts/store-policy.ts';
import type { ShopStore, ShopTransaction, StockPosition } from '../ports/shop-store.ts';
import { devicePromisable } from '../stock/escrow.ts';
import type { FakeStockRow } from './fixture-stock.ts';

/** All that the store holds. Replaced whole at a commit, so that a rollback is to forget the copy. */
export interface StoreContent {
  readonly sessions: Map<string, Session>;
  readonly messages: Map<string, readonly ChatMessage[]>;
  readonly orders: Map<string, readonly Order[]>;
  readonly payments: Map<string, Payment>;
  readonly reservations: Map<string, Reservation>;
  readonly numbers: Map<string, number>;
  readonly stock: Map<string, FakeStockRow>;
  readonly offers: readonly Offer[];
  readonly stores: readonly Store[];
  readonly policy: StorePolicy;
}

export interface InMemoryStore extends ShopStore {
  /** What has been committed; change its maps in tests to set a scene. */
  content(): StoreContent;
  /** What a feed would do to one row; the row must exist. */
  changeStock(storeId: string, sku: string, change: (row: FakeStockRow) => FakeStockRow): Promise<void>;
}

export const stockKey = (storeId: string, sku: string): string => `${storeId} ${sku}`;

/**
 * `ShopStore` in memory with the same promises: transactions one after another, rollback when the work throws. Stock behaves
 * as on a kiosk whose hub is silent: holds made here are pending until someone changes the row.
 */
export function createInMemoryStore(initial: {
  readonly stores: readonly Store[];
  readonly offers: readonly Offer[];
  readonly stock: readonly FakeStockRow[];
  readonly policy?: StorePolicy;
}): InMemoryStore {
  let content: StoreContent = {
    sessions: new Map(),
    messages: new Map(),
    orders: new Map(),
    payments: new Map(),
    reservations: new Map(),
    numbers: new Map(),
    stock: new Map(initial.stock.map((row) => [stockKey(row.storeId, row.sku), row])),
    offers: initial.offers,
    stores: initial.stores,
    policy: initial.policy ?? defaultStorePolicy,
  };
  let tail: Promise<unknown> = Promise.resolve();
  function alone<T>(work: (draft: StoreContent) => Promise<T>): Promise<T> {
    const running = tail.then(async () => {
      const draft = copy(content);
      const value = await work(draft);
      content = draft;
      return value;
    });
    tail = running.catch(() => undefined);
    return running;
  }
  return {
    content: () => content,
    transaction: (work) => alone((draft) => work(transactionOn(draft))),
    // What a reader would write is thrown away, and the test that waits for it fails.
    read: (work) => alone((draft) => work(transactionOn(copy(draft)))),
    changeStock: (storeId, sku, change) =>
      alone(async ({ stock }) => {
        const row = stock.get(stockKey(storeId, sku));
        if (!row) throw new Error(`No stock row of ${sku} in ${storeId}`);
        stock.set(stockKey(storeId, sku), change(row));
      }),
  };
}

const copy = (content: StoreContent): StoreContent => ({
  sessions: new Map(content.sessions),
  messages: new Map(content.messages),
  orders: new Map(content.orders),
  payments: new Map(content.payments),
  reservations: new Map(content.reservations),
  numbers: new Map(content.numbers),
  stock: new Map(content.stock),
  offers: content.offers,
  stores: content.stores,
  policy: content.policy,
});

function transactionOn(draft: StoreContent): ShopTransaction {
  const position = (row: FakeStockRow): StockPosition => {
    const { granted: _granted, spent: _spent, ...rest } = row;
    const pending = pendingUnits(draft, row);
    return { ...rest, pending, promisable: devicePromisable({ ...row, pending, active: 0 }) };
  };
  const change = (storeId: string, sku: string, onHand: number, granted: number): void => {
    const key = stockKey(storeId, sku);
    const row = draft.stock.get(key);
    if (row) draft.stock.set(key, { ...row, onHand: row.onHand + onHand, granted: row.granted + granted });
  };
  return {
    sessions: {
      find: async (id) => draft.sessions.get(id),
      save: async (session) => void draft.sessions.set(session.sessionId, session),
      async erase(id) {
        for (const map of [draft.sessions, draft.messages, draft.orders, draft.payments]) map.delete(id);
      },
      messages: async (id) => draft.messages.get(id) ?? [],
      async addMessage(id, message) {
        const before = draft.messages.get(id) ?? [];
        if (before.some((one) => one.messageId === message.messageId)) return;
        draft.messages.set(id, [...before, message]);
      },
      addFeedback: async () => undefined,
      orders: async (id) => draft.orders.get(id) ?? [],
      async saveOrder(id, order) {
        const others = (draft.orders.get(id) ?? []).filter((one) => one.orderId !== order.orderId);
        draft.orders.set(id, [...others, order]);
      },
      payment: async (id) => draft.payments.get(id),
      async savePayment(payment) {
        const before = draft.payments.get(payment.sessionId);
        const same = before?.paymentId === payment.paymentId;
        if (same && before.state === 'paid') return;
        if (same && before.state !== 'open' && payment.state !== 'paid') return;
        draft.payments.set(payment.sessionId, payment);
      },
    },
    stock: {
      async position(storeId, sku) {
        const row = draft.stock.get(stockKey(storeId, sku));
        return row && position(row);
      },
      async positions(storeId, skus) {
        const rows = [...new Set(skus)].map((sku) => draft.stock.get(stockKey(storeId, sku)));
        return rows.filter((row) => row !== undefined).map(position);
      },
      everywhere: async (sku) => [...draft.stock.values()].filter((row) => row.sku === sku).map(position),
      correct: async (storeId, sku, difference) => change(storeId, sku, difference, 0),
      sell: async (storeId, sku, quantity) => change(storeId, sku, -quantity, -quantity),
      returnRights: async (storeId, sku, quantity) => change(storeId, sku, 0, -quantity),
    },
    reservations: {
      find: async (id) => draft.reservations.get(id),
      ofSession: async (id) => [...draft.reservations.values()].filter((one) => one.sessionId === id),
      due: async (at) =>
        [...draft.reservations.values()].filter((one) => isActive(one) && Date.parse(one.expiresAt) <= at),
      async nextNumber(storeId) {
        const number = (draft.numbers.get(storeId) ?? 0) + 1;
        draft.numbers.set(storeId, number);
        return number;
      },
      keep: async (reservation) => void draft.reservations.set(reservation.reservationId, reservation),
      hold: async (reservation) => void draft.reservations.set(reservation.reservationId, reservation),
      async move(id, sessionId) {
        const found = draft.reservations.get(id);
        if (found) draft.reservations.set(id, { ...found, sessionId });
      },
      async release(id, state) {
        const found = draft.reservations.get(id);
        if (found && isActive(found)) draft.reservations.set(id, { ...found, state });
      },
      longestEnd: async () => Number.MAX_SAFE_INTEGER,
      async prolong(id, expiresAt) {
        const found = draft.reservations.get(id);
        if (found) draft.reservations.set(id, { ...found, expiresAt });
      },
      promiseEnd: async () => Number.MAX_SAFE_INTEGER,
      lease: async () => undefined,
      task: async (id) => draft.reservations.get(id),
      openTasks: async (storeId) =>
        [...draft.reservations.values()]
          .filter((one) => one.storeId === storeId && one.kind === 'trial' && isOpenTask(one))
          .sort((a, b) => a.number - b.number),
      async saveTask({ reservationId, state, pickedAt, expiresAt }) {
        const found = draft.reservations.get(reservationId);
        if (found) draft.reservations.set(reservationId, { ...found, state, pickedAt, expiresAt });
      },
    },
    offers: async () => draft.offers,
    stores: async () => draft.stores,
    policy: async () => draft.policy,
    watchStock: async () => undefined,
    unwatchStock: async () => undefined,
  };
}

function pendingUnits({ reservations }: StoreContent, row: FakeStockRow): number {
  return [...reservations.values()]
    .filter((one) => isActive(one) && one.storeId === row.storeId && one.sku === row.sku)
    .reduce((sum, one) => sum + one.quantity, 0);
}
