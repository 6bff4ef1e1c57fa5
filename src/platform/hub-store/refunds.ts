import type { Order } from '../../contracts/order.ts';
import type { RefundRoute } from '../../contracts/store-policy.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

export interface Refund {
  readonly refundId: string;
  readonly orderId: string;
  /** The payment that it is taken from; null where it is of none that is known here, or no payment's affair. */
  readonly paymentId: string | null;
  readonly route: RefundRoute;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

const columns = 'refundId, orderId, paymentId, route, amount, currency';

/**
 * Writes down that money goes back, in the transaction that gives the reason for it; it is paid after the commit. To the
 * original route it is taken from what was paid for the order, the latest payment first, never more than each has left; the rest,
 * of orders that were paid elsewhere, is for somebody of the shop.
 */
export async function queueRefund(
  transaction: HubTransaction,
  order: Pick<Order, 'orderId' | 'currency'>,
  { amount, route }: { readonly amount: number; readonly route: RefundRoute },
  newId: () => string,
): Promise<void> {
  let left = amount;
  for (const charge of route === 'original' ? await chargesOf(transaction.sql, order.orderId) : []) {
    const part = Math.min(left, charge.left);
    if (part <= 0) continue;
    await insert(transaction, order, { paymentId: charge.paymentId, route, amount: part }, newId, 'waiting');
    left -= part;
  }
  if (left > 0) await insert(transaction, order, { paymentId: null, route, amount: left }, newId, 'by-hand');
}

async function insert(
  { sql, now }: HubTransaction,
  { orderId, currency }: Pick<Order, 'orderId' | 'currency'>,
  { paymentId, route, amount }: Pick<Refund, 'paymentId' | 'route' | 'amount'>,
  newId: () => string,
  state: 'waiting' | 'by-hand',
): Promise<void> {
  await sql.run(
    `INSERT INTO refund (${columns}, state, at, nextAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    newId(),
    orderId,
    paymentId,
    route,
    amount,
    currency,
    state,
    now,
    now,
  );
}

/** What was paid for an order and has not gone back, latest first. The order's own payment bears its id. */
async function chargesOf(
  sql: Sql,
  orderId: string,
): Promise<readonly { readonly paymentId: string; readonly left: number }[]> {
  const rows = await sql.all<{ paymentId: string; document: string; refunded: number }>(
    `SELECT payment.paymentId, payment.document,
       coalesce((SELECT sum(amount) FROM refund WHERE refund.paymentId = payment.paymentId), 0) AS refunded
     FROM payment WHERE payment.state = 'paid' AND (payment.paymentId = ?1 OR payment.paymentId IN (
       SELECT changeId FROM orderChange WHERE orderId = ?1 AND state = 'done'))
     ORDER BY payment.createdAt DESC, payment.paymentId DESC`,
    orderId,
  );
  return rows.map(({ paymentId, document, refunded }) => ({
    paymentId,
    left: (JSON.parse(document) as { readonly amount: number }).amount - refunded,
  }));
}

/**
 * Takes the refund that is due first, for whoever is to pay it: it is due again, for this process or another one, only when
 * `claimMs` have passed without `settleRefund`.
 */
export async function claimRefund(
  { sql, now }: HubTransaction,
  claimMs: number,
): Promise<(Refund & { readonly attempts: number }) | undefined> {
  const row = await sql.first<Refund & { attempts: number }>(
    `SELECT ${columns}, attempts FROM refund WHERE state = 'waiting' AND nextAt <= ? ORDER BY nextAt, refundId LIMIT 1`,
    now,
  );
  if (row) await sql.run('UPDATE refund SET nextAt = ? WHERE refundId = ?', now + claimMs, row.refundId);
  return row;
}

export async function settleRefund(
  { sql }: HubTransaction,
  refundId: string,
  outcome: { readonly state: 'waiting' | 'done' | 'by-hand'; readonly nextAt: number },
): Promise<void> {
  await sql.run(
    `UPDATE refund SET state = ?, nextAt = ?, attempts = attempts + 1 WHERE refundId = ? AND state = 'waiting'`,
    outcome.state,
    outcome.nextAt,
    refundId,
  );
}

/** Of one order, oldest first. */
export function refundsOf(
  sql: Sql,
  orderId: string,
): Promise<readonly (Refund & { readonly state: string })[]> {
  return sql.all(`SELECT ${columns}, state FROM refund WHERE orderId = ? ORDER BY at, refundId`, orderId);
}

/** What somebody of the shop has to pay back, oldest first. */
export function refundsByHand(
  sql: Sql,
): Promise<
  readonly (Pick<Refund, 'refundId' | 'amount' | 'currency' | 'route'> & { readonly number: string })[]
> {
  return sql.all(
    `SELECT refundId, placedOrder.number, amount, currency, route FROM refund
     JOIN placedOrder ON placedOrder.orderId = refund.orderId WHERE state = 'by-hand' ORDER BY at, refundId`,
  );
}
