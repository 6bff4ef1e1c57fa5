import { isShipped } from '../../contracts/fulfilment.ts';
import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import { isActive } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PaymentProvider } from '../../core/ports/payment-provider.ts';
import { coverage } from '../../core/reservations/coverage.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { placeOrder } from '../../platform/hub-store/orders.ts';
import {
  duePayments,
  findLink,
  findPayment,
  isForOrder,
  type PaymentLink,
  updatePayment,
} from '../../platform/hub-store/payment-records.ts';
import type { Messages } from '../messages/messages.ts';
import { settleDifference } from '../orders/difference-payment.ts';

export interface SettleOptions {
  readonly hub: HubDatabase;
  readonly provider: PaymentProvider;
  readonly messages: Messages;
}

const refusals: Readonly<Record<'expired' | 'cancelled', string>> = {
  expired: 'This payment link has run out. Nothing was paid; make a new one from your bag.',
  cancelled: 'This payment link was taken back. Nothing was paid; make a new one from your bag.',
};

/**
 * The money is there. Payment, order, holds, stock and the queued confirmation change together or not at all. Paying twice is
 * paying once. A payment that is over is refused: `payment-expired`, `payment-cancelled`, `not-covered`.
 */
export function settlePaid({ hub, messages }: SettleOptions, paymentId: string): Promise<Result<Payment>> {
  return hub.transaction(async (transaction): Promise<Result<Payment>> => {
    const payment = await findPayment(transaction.sql, paymentId);
    const link = await findLink(transaction.sql, paymentId);
    if (!payment || !link) {
      return fail('not-found', 'This payment does not exist.', { reason: 'no-payment' });
    }
    if (payment.state === 'paid') return succeed(payment);
    if (payment.state !== 'open') return over(payment.state);
    if (Date.parse(payment.expiresAt) <= transaction.now) {
      await updatePayment(transaction, { ...payment, state: 'expired' });
      return over('expired');
    }
    if (lacksAddress(link)) {
      return fail('invalid', 'Say where it is to be sent, then pay.', { reason: 'address-needed' });
    }
    const difference = await settleDifference(transaction, payment, hub.environment.newId);
    if (difference) return difference;
    if (!(await covered(transaction, payment, link))) {
      await updatePayment(transaction, { ...payment, state: 'cancelled' });
      return fail(
        'conflict',
        'A piece of this bag is no longer held. Nothing was paid; go back to the bag.',
        {
          reason: 'not-covered',
        },
      );
    }
    const paid = await buy(transaction, payment, link);
    await messages.queueConfirmation(transaction, paid.payment, paid.order);
    return succeed(paid.payment);
  });
}

/** What is sent needs an address before it is paid for: the kiosk never has one. */
export const lacksAddress = ({ cart, address }: PaymentLink): boolean =>
  isShipped(cart.fulfilment?.method) && address === null;

const over = (state: 'expired' | 'cancelled') =>
  fail('conflict', refusals[state], { reason: `payment-${state}` });

async function covered(transaction: HubTransaction, payment: Payment, link: PaymentLink): Promise<boolean> {
  const holds = await transaction.shop(null).reservations.ofSession(payment.sessionId);
  return coverage(link.cart.lines, holds, link.storeId, 0).missing.length === 0;
}

async function buy(
  transaction: HubTransaction,
  payment: Payment,
  link: PaymentLink,
): Promise<{ readonly payment: Payment; readonly order: Order }> {
  // The order's id is the payment's: one payment, one order, whatever is repeated.
  const order = await placeOrder(transaction, payment, link, payment.paymentId);
  if (!order.ok) throw new Error(`A covered payment could not be fulfilled: ${order.failure.reason}`);
  const paid: Payment = {
    ...payment,
    state: 'paid',
    paidAt: new Date(transaction.now).toISOString(),
    orderNumber: order.value.number,
  };
  await updatePayment(transaction, paid);
  return { payment: paid, order: order.value };
}

/** Money came from the provider: settled, or given back when the payment was over by then. */
export async function settleOrRefund(
  options: SettleOptions,
  paymentId: string,
  reference: string,
): Promise<Result<Payment>> {
  const settled = await settlePaid(options, paymentId);
  if (settled.ok || settled.failure.kind !== 'conflict') return settled;
  const refunded = await options.provider.refund(reference);
  return refunded.ok ? settled : refunded;
}

/** Units that only a link of the web shop needed. A device gives its own back when it hears that the link is over. */
async function giveBackWebHolds(transaction: HubTransaction, payment: Payment): Promise<void> {
  const link = await findLink(transaction.sql, payment.paymentId);
  if (link?.deviceId !== null || isForOrder(payment)) return;
  const { reservations } = transaction.shop(null);
  for (const hold of await reservations.ofSession(payment.sessionId)) {
    if (hold.kind === 'checkout' && isActive(hold)) {
      await reservations.release(hold.reservationId, 'cancelled');
    }
  }
}

/** The shopper said no. */
export function decline({ hub }: Pick<SettleOptions, 'hub'>, paymentId: string): Promise<Result<Payment>> {
  return hub.transaction(async (transaction): Promise<Result<Payment>> => {
    const payment = await findPayment(transaction.sql, paymentId);
    if (!payment) return fail('not-found', 'This payment does not exist.', { reason: 'no-payment' });
    if (payment.state !== 'open') return succeed(payment);
    const cancelled: Payment = { ...payment, state: 'cancelled' };
    await updatePayment(transaction, cancelled);
    await giveBackWebHolds(transaction, cancelled);
    return succeed(cancelled);
  });
}

/** Ends the payments whose time is over. Called by a timer. */
export async function expirePayments({ hub }: Pick<SettleOptions, 'hub'>): Promise<readonly Payment[]> {
  const due = await duePayments(hub.sql, hub.environment.now());
  if (due.length === 0) return [];
  return hub.transaction(async (transaction) => {
    const ended: Payment[] = [];
    for (const { paymentId } of due) {
      const payment = await findPayment(transaction.sql, paymentId);
      if (payment?.state !== 'open') continue;
      const after: Payment = { ...payment, state: 'expired' };
      await updatePayment(transaction, after);
      await giveBackWebHolds(transaction, after);
      ended.push(after);
    }
    return ended;
  });
}

/** However a link came to be over (taken back, declined, run out, bag changed): the provider takes no money for it any more. */
export async function closeAtProvider({ hub, provider }: SettleOptions, payment: Payment): Promise<void> {
  if (payment.state !== 'cancelled' && payment.state !== 'expired') return;
  const reference = (await findLink(hub.sql, payment.paymentId))?.reference;
  if (reference) await provider.close(reference);
}
