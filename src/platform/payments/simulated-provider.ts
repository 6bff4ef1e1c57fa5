import { fail, succeed } from '../../contracts/result.ts';
import type { PaymentProvider } from '../../core/ports/payment-provider.ts';

/** Moves no money: the payment page of the hub has its 'Pay now' and 'Decline'. */
export function createSimulatedProvider(): PaymentProvider {
  return {
    name: 'simulated',
    open: async (charge) => succeed({ reference: `simulated-${charge.paymentId}`, checkoutUrl: null }),
    close: async () => succeed(undefined),
    refund: async () => succeed(undefined),
    readNotice: async () => fail('denied', 'The simulated provider has no webhook.'),
  };
}
