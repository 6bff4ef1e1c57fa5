import type { Payment } from '../../contracts/payment.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { findLink, findPayment, setProviderReference } from '../../platform/hub-store/payment-records.ts';
import { closeAtProvider, type SettleOptions } from './settle-payment.ts';

export interface Checkout {
  /**
   * Opens the provider's page for an open payment, or finds the one that is open; `description` is what the shopper reads
   * there. Gives its address; null when the payment was over by then, or the provider has no page. Failures are the
   * provider's.
   */
  open(payment: Payment, description: string): Promise<Result<string | null>>;
}

/** One page at the provider for each payment, however often 'Pay' is pressed. */
export function createCheckout(settle: SettleOptions): Checkout {
  const { hub, provider } = settle;
  // A provider refuses the second of two calls for one payment that come at the same time.
  const opening = new Map<string, Promise<Result<string | null>>>();

  async function openPage(payment: Payment, description: string): Promise<Result<string | null>> {
    const { paymentId } = payment;
    const stored = (await findLink(hub.sql, paymentId))?.checkoutUrl;
    // Open as long as the payment is: the provider's own end comes later, and whatever ends the payment closes the page.
    if (stored) return succeed(stored);
    const opened = await provider.open({
      paymentId,
      amount: payment.amount,
      currency: payment.currency,
      description,
      expiresAt: Date.parse(payment.expiresAt),
      returnUrl: payment.url,
    });
    if (!opened.ok) return opened;
    await hub.transaction((transaction) => setProviderReference(transaction.sql, paymentId, opened.value));
    const after = await findPayment(hub.sql, paymentId);
    if (after && after.state !== 'open') {
      await closeAtProvider(settle, after);
      return succeed(null);
    }
    return succeed(opened.value.checkoutUrl);
  }

  return {
    open(payment, description) {
      const { paymentId } = payment;
      const running = opening.get(paymentId);
      if (running) return running;
      const page = openPage(payment, description).finally(() => opening.delete(paymentId));
      opening.set(paymentId, page);
      return page;
    },
  };
}
