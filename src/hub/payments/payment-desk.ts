import type { Payment } from '../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import type { PaymentDesk } from '../../core/ports/operations.ts';
import { coverage } from '../../core/reservations/coverage.ts';
import { holdTimes } from '../../core/shop/policy.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import {
  findLink,
  findPayment,
  insertPayment,
  openPaymentOf,
  sameCart,
  updatePayment,
} from '../../platform/hub-store/payment-records.ts';
import { findOwner, isBound } from '../../platform/hub-store/session-bindings.ts';
import type { Messages } from '../messages/messages.ts';
import { newPaymentCode } from './payment-code.ts';

export interface PaymentDeskOptions {
  readonly hub: HubDatabase;
  readonly messages: Messages;
  /** Base of links, without a slash at the end; read at each use because the port is known only once it listens. */
  readonly publicUrl: () => string;
  /** The cart of a session as priced in a shop now. */
  readonly price: (sessionId: string, storeId: string) => Promise<Result<CartView>>;
}

/** A desk for one device, or for the web (`null`). A device sees the payments of sessions only that it may see. */
export interface HubPaymentDesk {
  forDevice(device: { readonly deviceId: string; readonly storeId: string } | null): PaymentDesk;
}

const unknownPayment = () =>
  fail('not-found', 'This payment does not exist. Make a new link from the cart.', { reason: 'no-payment' });

const bagChanged = fail('conflict', 'The bag has changed meanwhile. Look at it, then pay.', {
  reason: 'cart-changed',
});

export function createPaymentDesk(options: PaymentDeskOptions): HubPaymentDesk {
  const { hub } = options;
  return {
    forDevice(device) {
      /** A payment is the business of the device that made the link, of those that have its session open, and of the web. */
      const mine = async (paymentId: string): Promise<Payment | undefined> => {
        const payment = await findPayment(hub.sql, paymentId);
        if (!payment || device === null) return payment;
        const made = (await findLink(hub.sql, paymentId))?.deviceId === device.deviceId;
        return made || (await isBound(hub.sql, payment.sessionId, device.deviceId)) ? payment : undefined;
      };
      return {
        create: (paymentId, sessionId) => create(options, device, paymentId, sessionId),
        async read(paymentId) {
          const payment = await mine(paymentId);
          return payment ? succeed(payment) : unknownPayment();
        },
        async cancel(paymentId) {
          if (!(await mine(paymentId))) return unknownPayment();
          return cancel(options, paymentId);
        },
        async send(paymentId) {
          const payment = await mine(paymentId);
          return payment ? options.messages.sendPaymentLink(payment) : unknownPayment();
        },
      };
    },
  };
}

async function create(
  options: PaymentDeskOptions,
  device: { readonly deviceId: string; readonly storeId: string } | null,
  paymentId: string,
  sessionId: string,
): Promise<Result<Payment>> {
  const { hub } = options;
  const storeId = device?.storeId ?? (await findOwner(hub.sql, sessionId))?.storeId;
  if (storeId === undefined) {
    return fail('not-found', 'This session does not exist.', { reason: 'session-unknown' });
  }
  const known = await findPayment(hub.sql, paymentId);
  if (known) return known.sessionId === sessionId ? succeed(known) : unknownPayment();
  const before = await hub.transaction((transaction) => transaction.shop(null).sessions.find(sessionId));
  const priced = await options.price(sessionId, storeId);
  if (!priced.ok) return priced;
  const cart = priced.value;
  if (cart.pieces === 0 || cart.total <= 0) {
    return fail('invalid', 'The bag is empty. Put something in, then pay.', { reason: 'cart-empty' });
  }
  return hub.transaction(async (transaction): Promise<Result<Payment>> => {
    const { now, sql } = transaction;
    const shop = transaction.shop(null);
    const expiresAt = now + holdTimes(await shop.policy()).payment;
    // Who changes the bag from here on finds the link and takes it back; who did while it was priced found none.
    const session = await transaction.shop(null).sessions.find(sessionId);
    const sameOffer = session?.offerCode === before?.offerCode;
    const sameWay = session?.fulfilment === cart.fulfilment?.method;
    if (!sameOffer || !sameWay || !sameCart(cart.lines, session?.cart ?? [])) return bagChanged;
    const holds = await transaction.shop(null).reservations.ofSession(sessionId);
    const { missing } = coverage(cart.lines, holds, storeId, now + minimumHoldMs);
    if (missing.length > 0) {
      return fail('conflict', 'Not every piece of the bag is held. Reserve them, then pay.', {
        reason: 'not-covered',
        details: { missing },
      });
    }
    const open = await openPaymentOf(sql, sessionId);
    if (open) await updatePayment(transaction, { ...open, state: 'cancelled' });
    const code = newPaymentCode();
    const payment: Payment = {
      paymentId,
      sessionId,
      state: 'open',
      amount: cart.total,
      currency: cart.currency,
      url: `${options.publicUrl()}/p/${code}`,
      pieces: cart.pieces,
      discount: cart.discount,
      ...(cart.fulfilment && cart.fulfilment.fee > 0 && { fee: cart.fulfilment.fee }),
      createdAt: new Date(now).toISOString(),
      expiresAt: new Date(expiresAt).toISOString(),
      paidAt: null,
      orderNumber: null,
    };
    await insertPayment(transaction, payment, {
      paymentId,
      code,
      storeId,
      deviceId: device?.deviceId ?? null,
      cart,
      reference: null,
      checkoutUrl: null,
      address: null,
    });
    transaction.announce({ type: 'session-changed', sessionId, by: device?.deviceId ?? null });
    return succeed(payment);
  });
}

/** A hold that ends sooner covers nothing: no one pays within it. */
const minimumHoldMs = 60_000;

function cancel({ hub }: PaymentDeskOptions, paymentId: string): Promise<Result<Payment>> {
  return hub.transaction(async (transaction): Promise<Result<Payment>> => {
    const payment = await findPayment(transaction.sql, paymentId);
    if (!payment) return unknownPayment();
    if (payment.state !== 'open') return succeed(payment);
    const after: Payment = { ...payment, state: 'cancelled' };
    await updatePayment(transaction, after);
    return succeed(after);
  });
}
