import type { Payment } from '../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import { cartView } from '../cart/cart-view.ts';
import { findOffer } from '../offers/find-offer.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';
import type { Environment } from '../ports/environment.ts';
import type { PaymentDesk } from '../ports/operations.ts';
import { coverage } from '../reservations/coverage.ts';
import type { InMemoryStore } from './in-memory-store.ts';

export interface FakePaymentDesk extends PaymentDesk {
  /** Ids of payments whose link was sent to a phone. */
  readonly sent: readonly string[];
  setOnline(online: boolean): void;
  /** What the phone does. */
  pay(paymentId: string): void;
  payments(): readonly Payment[];
}

const duration = 15 * 60_000;

/** A hub that prices the session's cart from the same store and checks that holds cover it. */
export function createFakePaymentDesk(
  store: InMemoryStore,
  catalogue: CatalogueReader,
  environment: Environment,
): FakePaymentDesk {
  const payments = new Map<string, Payment>();
  const sent: string[] = [];
  let online = true;
  const iso = (at: number) => new Date(at).toISOString();

  function current(paymentId: string): Result<Payment> {
    const payment = payments.get(paymentId);
    if (!payment) return fail('not-found', 'There is no such payment.');
    if (payment.state === 'open' && Date.parse(payment.expiresAt) <= environment.now()) {
      payments.set(paymentId, { ...payment, state: 'expired' });
    }
    return succeed(payments.get(paymentId) ?? payment);
  }

  async function open(paymentId: string, sessionId: string): Promise<Result<Payment>> {
    const { sessions, reservations, offers, stock } = store.content();
    const session = sessions.get(sessionId);
    if (!session) return fail('not-found', 'There is no such session.');
    const held = [...reservations.values()].filter((one) => one.sessionId === sessionId);
    const storeId = held[0]?.storeId ?? '';
    if (coverage(session.cart, held, storeId, environment.now()).missing.length > 0) {
      return fail('conflict', 'The cart is not covered by holds.', { reason: 'not-covered' });
    }
    const variants = await catalogue.variants([...stock.values()].map((row) => row.sku));
    const view = cartView({
      cart: session.cart,
      variants,
      products: await catalogue.products(variants.map((variant) => variant.handle)),
      positions: [],
      reservations: held,
      storeId,
      offer: session.offerCode === null ? undefined : findOffer(offers, session.offerCode),
      tier: session.customer?.loyalty.tier ?? 'none',
      at: environment.now(),
      locale: session.language,
      currency: 'INR',
      ...(session.fulfilment && {
        fulfilment: { method: session.fulfilment, policy: defaultStorePolicy.fulfilment },
      }),
    });
    const payment: Payment = {
      paymentId,
      sessionId,
      state: 'open',
      amount: view.total,
      currency: view.currency,
      url: `https://shop.test/p/${payments.size + 1}`,
      pieces: view.pieces,
      discount: view.discount,
      createdAt: iso(environment.now()),
      expiresAt: iso(environment.now() + duration),
      paidAt: null,
      orderNumber: null,
    };
    payments.set(paymentId, payment);
    return succeed(payment);
  }

  const unreachable = () => fail('offline', 'The hub cannot be reached.');
  return {
    sent,
    setOnline(value) {
      online = value;
    },
    pay(paymentId) {
      const payment = payments.get(paymentId);
      if (payment?.state !== 'open') throw new Error(`${paymentId} cannot be paid`);
      payments.set(paymentId, {
        ...payment,
        state: 'paid',
        paidAt: iso(environment.now()),
        orderNumber: 'MG-20001',
      });
    },
    payments: () => [...payments.values()],
    async create(paymentId, sessionId) {
      if (!online) return unreachable();
      return payments.has(paymentId) ? current(paymentId) : open(paymentId, sessionId);
    },
    read: async (paymentId) => (online ? current(paymentId) : unreachable()),
    async cancel(paymentId) {
      if (!online) return unreachable();
      const payment = current(paymentId);
      if (payment.ok && payment.value.state === 'open') {
        payments.set(paymentId, { ...payment.value, state: 'cancelled' });
      }
      return current(paymentId);
    },
    async send(paymentId) {
      if (!online) return unreachable();
      sent.push(paymentId);
      return succeed(undefined);
    },
  };
}
