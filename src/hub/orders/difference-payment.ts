import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import type { ChangePlan } from '../../core/orders/plan-change.ts';
import { holdTimes } from '../../core/shop/policy.ts';
import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import {
  endChange,
  findOrderById,
  findWaitingChange,
  settleSetAside,
} from '../../platform/hub-store/order-changes.ts';
import { insertPayment, openPaymentOf, updatePayment } from '../../platform/hub-store/payment-records.ts';
import { newPaymentCode } from '../payments/payment-code.ts';
import { keepPlanned, outcomeOf } from './apply-change.ts';

export interface Difference {
  /** Also the id of the change that waits for it. */
  readonly paymentId: string;
  readonly sessionId: string;
  readonly deviceId: string | null;
  readonly order: Order;
  readonly plan: ChangePlan;
  readonly storeId: string;
  /** Base of links, without a slash at the end. */
  readonly publicUrl: string;
}

/** A link for what a changed order costs more. It bears the order's number, which links of bags get only when they are paid. */
export async function openDifference(transaction: HubTransaction, asked: Difference): Promise<Payment> {
  const { now, sql } = transaction;
  const { paymentId, sessionId, order, plan } = asked;
  const open = await openPaymentOf(sql, sessionId);
  if (open) await updatePayment(transaction, { ...open, state: 'cancelled' });
  const code = newPaymentCode();
  const lines = plan.take.length > 0 ? plan.take : order.lines;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const times = holdTimes(await transaction.shop(null).policy());
  const payment: Payment = {
    paymentId,
    sessionId,
    state: 'open',
    amount: plan.owed,
    currency: order.currency,
    url: `${asked.publicUrl}/p/${code}`,
    pieces,
    discount: 0,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + times.payment).toISOString(),
    paidAt: null,
    orderNumber: order.number,
  };
  const cart: CartView = {
    lines: lines.map((line) => ({
      ...line,
      image: null,
      lineTotal: line.quantity * line.unitPrice,
      availableHere: line.quantity,
      location: null,
    })),
    pieces,
    subtotal: plan.owed,
    offer: null,
    discount: 0,
    total: plan.owed,
    currency: order.currency,
  };
  await insertPayment(transaction, payment, {
    ...{ paymentId, code, storeId: asked.storeId, deviceId: asked.deviceId, cart },
    ...{ reference: null, checkoutUrl: null, address: null },
  });
  transaction.announce({ type: 'session-changed', sessionId, by: asked.deviceId });
  return payment;
}

/**
 * The money for a change is there: the order changes with it. Null where no change waits for this payment. A change that the
 * order has moved away from is a `conflict`; then nothing changes, and whoever took the money gives it back.
 */
export async function settleDifference(
  transaction: HubTransaction,
  payment: Payment,
  newId: () => string,
): Promise<Result<Payment> | null> {
  const { sql, now } = transaction;
  const waiting = await findWaitingChange(sql, payment.paymentId);
  if (!waiting?.plan) return null;
  const { plan, storeId } = waiting;
  const order = await findOrderById(sql, waiting.orderId);
  if (!order || (order.revision ?? 0) + 1 !== plan.after.revision) {
    await updatePayment(transaction, { ...payment, state: 'cancelled' });
    return fail('conflict', 'The order has changed meanwhile. Nothing was paid; look at the order.', {
      reason: 'payment-cancelled',
    });
  }
  await settleSetAside(transaction, storeId, plan.take, 'bought');
  // Before the change is done: money that goes back is not taken from this very payment.
  await keepPlanned(transaction, plan, storeId, newId);
  const paid: Payment = { ...payment, state: 'paid', paidAt: new Date(now).toISOString() };
  await updatePayment(transaction, paid);
  await endChange(sql, waiting.changeId, 'done', { ...outcomeOf(plan), payment: paid });
  return succeed(paid);
}
