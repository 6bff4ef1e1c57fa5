import type { Order, OrderLine } from '../../contracts/order.ts';
import type { OrderChangeOutcome } from '../../contracts/order-change.ts';
import type { ChangePlan } from '../../core/orders/plan-change.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';
import { createStockLedger } from './stock-ledger.ts';

export interface OrderChangeRow {
  readonly changeId: string;
  readonly sessionId: string;
  readonly changeKey: string;
  /** Digest of what was asked for under the key. */
  readonly request: string;
  readonly orderId: string;
  /** Where the pieces that it needs come from. */
  readonly storeId: string;
  readonly state: 'waiting' | 'done' | 'ended';
  /** As long as it waits for its payment. */
  readonly plan: ChangePlan | null;
  readonly answer: OrderChangeOutcome;
}

type Row = Omit<OrderChangeRow, 'plan' | 'answer'> & {
  readonly plan: string | null;
  readonly answer: string;
};
const columns = 'changeId, sessionId, changeKey, request, orderId, storeId, state, plan, answer';
const toChange = (row: Row | undefined): OrderChangeRow | undefined =>
  row && {
    ...row,
    plan: row.plan === null ? null : (JSON.parse(row.plan) as ChangePlan),
    answer: JSON.parse(row.answer) as OrderChangeOutcome,
  };

export async function findChangeByKey(
  sql: Sql,
  sessionId: string,
  changeKey: string,
): Promise<OrderChangeRow | undefined> {
  return toChange(
    await sql.first<Row>(
      `SELECT ${columns} FROM orderChange WHERE sessionId = ? AND changeKey = ?`,
      sessionId,
      changeKey,
    ),
  );
}

export async function waitingChangeOf(sql: Sql, orderId: string): Promise<OrderChangeRow | undefined> {
  return toChange(
    await sql.first<Row>(
      `SELECT ${columns} FROM orderChange WHERE orderId = ? AND state = 'waiting'`,
      orderId,
    ),
  );
}

export async function findWaitingChange(sql: Sql, changeId: string): Promise<OrderChangeRow | undefined> {
  return toChange(
    await sql.first<Row>(
      `SELECT ${columns} FROM orderChange WHERE changeId = ? AND state = 'waiting'`,
      changeId,
    ),
  );
}

export async function insertChange({ sql, now }: HubTransaction, change: OrderChangeRow): Promise<void> {
  await sql.run(
    `INSERT INTO orderChange (${columns}, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    change.changeId,
    change.sessionId,
    change.changeKey,
    change.request,
    change.orderId,
    change.storeId,
    change.state,
    change.plan && JSON.stringify(change.plan),
    JSON.stringify(change.answer),
    now,
  );
}

export async function endChange(
  sql: Sql,
  changeId: string,
  state: 'done' | 'ended',
  answer: OrderChangeOutcome,
): Promise<void> {
  await sql.run(
    'UPDATE orderChange SET state = ?, plan = NULL, answer = ? WHERE changeId = ?',
    state,
    JSON.stringify(answer),
    changeId,
  );
}

/** Keeps the units that a change needs from everybody else until it is paid. */
export async function setAside(
  { sql, now }: HubTransaction,
  storeId: string,
  lines: readonly OrderLine[],
): Promise<void> {
  const ledger = createStockLedger(sql, null);
  for (const { sku, quantity } of lines) await ledger.reserve(storeId, sku, quantity, now);
}

/** `bought`: they belong to the order from now on; `released`: to nobody again. */
export async function settleSetAside(
  { sql, now }: HubTransaction,
  storeId: string,
  lines: readonly OrderLine[],
  outcome: 'bought' | 'released',
): Promise<void> {
  const ledger = createStockLedger(sql, null);
  for (const { sku, quantity } of lines) {
    await ledger.settle({ storeId, sku, quantity }, null, outcome, now);
  }
}

/** The payment that a change waited for will not come: nothing about its order changes. Does nothing for other payments. */
export async function abandonChange(transaction: HubTransaction, paymentId: string): Promise<void> {
  const change = await findWaitingChange(transaction.sql, paymentId);
  if (!change?.plan) return;
  await settleSetAside(transaction, change.storeId, change.plan.take, 'released');
  await endChange(transaction.sql, change.changeId, 'ended', change.answer);
}

export async function findOrderById(sql: Sql, orderId: string): Promise<Order | undefined> {
  const row = await sql.first<{ document: string }>(
    'SELECT document FROM placedOrder WHERE orderId = ?',
    orderId,
  );
  return row && (JSON.parse(row.document) as Order);
}

/** An order as it is from now on; whose it is stays as it was. */
export async function replaceOrder(sql: Sql, order: Order): Promise<void> {
  await sql.run(
    'UPDATE placedOrder SET document = ? WHERE orderId = ?',
    JSON.stringify(order),
    order.orderId,
  );
}
