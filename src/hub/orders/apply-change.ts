import type { Order } from '../../contracts/order.ts';
import type { OrderChange, OrderChangeOutcome } from '../../contracts/order-change.ts';
import type { ChangePlan } from '../../core/orders/plan-change.ts';
import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { keepOrderAddress } from '../../platform/hub-store/order-addresses.ts';
import { replaceOrder } from '../../platform/hub-store/order-changes.ts';
import { returnPoints } from '../../platform/hub-store/points.ts';
import { queueRefund } from '../../platform/hub-store/refunds.ts';
import { createStockLedger } from '../../platform/hub-store/stock-ledger.ts';

/** The order as planned, with its stock and its money, in one transaction. Whoever calls has checked that it can be. */
export async function applyChange(
  transaction: HubTransaction,
  {
    order,
    plan,
    change,
    storeId,
  }: {
    readonly order: Order;
    readonly plan: ChangePlan;
    readonly change: OrderChange;
    readonly storeId: string;
  },
  newId: () => string,
): Promise<void> {
  const { sql, now } = transaction;
  const ledger = createStockLedger(sql, null);
  for (const { sku, quantity } of plan.take) await ledger.sell(storeId, sku, quantity, now);
  if (change.type === 'address') await keepOrderAddress(sql, order.orderId, change.address);
  await keepPlanned(transaction, plan, storeId, newId);
}

/** Of a change whose units, if it takes any, have left the stock: what comes back, the order, the money. */
export async function keepPlanned(
  transaction: HubTransaction,
  plan: ChangePlan,
  storeId: string,
  newId: () => string,
): Promise<void> {
  const { sql, now } = transaction;
  const ledger = createStockLedger(sql, null);
  for (const { sku, quantity } of plan.giveBack) await ledger.correct(storeId, sku, quantity, now);
  await replaceOrder(sql, plan.after);
  if (plan.after.state === 'cancelled') await returnPoints(transaction, plan.after.orderId);
  if (plan.refund > 0 && plan.due === 'now') {
    await queueRefund(transaction, plan.after, { amount: plan.refund, route: plan.route }, newId);
  }
}

export const outcomeOf = ({ after, refund, route, due }: ChangePlan): OrderChangeOutcome => ({
  order: after,
  refund: refund > 0 ? { amount: refund, currency: after.currency, route, due } : null,
  payment: null,
});
