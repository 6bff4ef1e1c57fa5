import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PaymentProvider } from '../../core/ports/payment-provider.ts';
import { createSimulatedProvider } from './simulated-provider.ts';
import { createStripeProvider } from './stripe-provider.ts';

/** Stripe when STRIPE_SECRET_KEY is set (then STRIPE_WEBHOOK_SECRET must be too), simulated otherwise. */
export function choosePaymentProvider(
  environment: Readonly<Record<string, string | undefined>>,
): Result<PaymentProvider> {
  const secretKey = environment.STRIPE_SECRET_KEY;
  if (!secretKey) return succeed(createSimulatedProvider());
  const webhookSecret = environment.STRIPE_WEBHOOK_SECRET;
  if (!webhookSecret) {
    return fail(
      'invalid',
      'STRIPE_SECRET_KEY is set but STRIPE_WEBHOOK_SECRET is not: without it no payment can be confirmed.',
    );
  }
  return succeed(createStripeProvider({ secretKey, webhookSecret }));
}
