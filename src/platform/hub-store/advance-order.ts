import type { Order } from '../../contracts/order.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { advanceOrder } from '../../core/orders/advance-order.ts';
import type { HubTransaction } from './hub-database.ts';
import { replaceOrder, waitingChangeOf } from './order-changes.ts';
import { findPayment, updatePayment } from './payment-records.ts';
import { queueRefund } from './refunds.ts';
import { createStockLedger } from './stock-ledger.ts';

/**
 * A step that the shop takes with an order. Pieces that come back by it are on hand again in the given shop, by default the
 * order's own, and their money goes back. A change that waits for its payment makes way.
 */
export async function takeOrderStep(
  transaction: HubTransaction,
  {
    number,
    to,
    storeId,
  }: { readonly number: string; readonly to: Order['state']; readonly storeId: string | null },
  newId: () => string,
): Promise<Result<Order>> {
  const { sql, now } = transaction;
  const row = await sql.first<{ document: string; sessionId: string | null }>(
    'SELECT document, sessionId FROM placedOrder WHERE number = ?',
    number,
  );
  if (!row) return fail('not-found', `There is no order ${number}.`, { reason: 'order-unknown' });
  const order = JSON.parse(row.document) as Order;
  const advanced = advanceOrder(order, to, now);
  if (!advanced.ok) return advanced;
  const { after, back, refund } = advanced.value;
  const here = storeId ?? order.storeId;
  if (back.length > 0 && here === null) {
    return fail('invalid', 'Say in which shop the pieces are: the order names none.', { reason: 'no-store' });
  }
  const waiting = await waitingChangeOf(sql, order.orderId);
  const payment = waiting && (await findPayment(sql, waiting.changeId));
  if (payment) await updatePayment(transaction, { ...payment, state: 'cancelled' });
  const ledger = createStockLedger(sql, null);
  for (const { sku, quantity } of back) await ledger.correct(here ?? '', sku, quantity, now);
  await replaceOrder(sql, after);
  if (refund) await queueRefund(transaction, after, refund, newId);
  if (row.sessionId !== null) {
    transaction.announce({ type: 'session-changed', sessionId: row.sessionId, by: null });
  }
  return succeed(after);
}
