import Stripe from 'stripe';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Charge, PaymentNotice, PaymentProvider } from '../../core/ports/payment-provider.ts';

export interface StripeSettings {
  readonly secretKey: string;
  /** `whsec_…` of the webhook endpoint. */
  readonly webhookSecret: string;
  /** Tests point the client at a server of their own. */
  readonly endpoint?: { readonly host: string; readonly port: number; readonly protocol: 'http' | 'https' };
}

/** Stripe lets no Checkout Session end sooner than this after its creation. */
const shortestSessionMs = 30 * 60_000;
/** What our clock and Stripe's may differ by, and a call may take. */
const marginMs = 5 * 60_000;

/**
 * Checkout Sessions with our payment id as client reference and idempotency key. A payment is paid only when a webhook with a
 * valid signature says so. https://docs.stripe.com/api/checkout/sessions
 */
export function createStripeProvider(settings: StripeSettings): PaymentProvider {
  const stripe = new Stripe(settings.secretKey, {
    maxNetworkRetries: 2,
    timeout: 15_000,
    telemetry: false,
    ...(settings.endpoint ?? {}),
  });

  async function attempt<T>(work: () => Promise<T>): Promise<Result<T>> {
    try {
      return succeed(await work());
    } catch (error) {
      return stripeFailure(error);
    }
  }

  return {
    name: 'stripe',
    open: (charge) =>
      attempt(async () => {
        const session = await stripe.checkout.sessions.create(sessionOf(charge), {
          idempotencyKey: charge.paymentId,
        });
        return { reference: session.id, checkoutUrl: session.url };
      }),
    close: async (reference) => {
      const closed = await attempt(() => stripe.checkout.sessions.expire(reference));
      // Only open sessions can be expired: one that is complete or expired has nothing left to close.
      return closed.ok || closed.failure.kind === 'invalid' ? succeed(undefined) : closed;
    },
    refund: async (reference, part) => {
      const refunded = await attempt(async () => {
        const session = await stripe.checkout.sessions.retrieve(reference);
        const intent = session.payment_intent;
        if (intent === null) return;
        const payment_intent = typeof intent === 'string' ? intent : intent.id;
        if (part === undefined) {
          await stripe.refunds.create({ payment_intent }, { idempotencyKey: `refund-${reference}` });
          return;
        }
        const { refundId, amount } = part;
        // Stripe forgets idempotency keys after a day; its refunds remember what they are for.
        for await (const earlier of stripe.refunds.list({ payment_intent, limit: 100 })) {
          if (earlier.metadata?.refundId === refundId) return;
        }
        await stripe.refunds.create(
          { payment_intent, amount, metadata: { refundId } },
          { idempotencyKey: `refund-${refundId}` },
        );
      });
      return refunded.ok ? succeed(undefined) : refunded;
    },
    readNotice: async (rawBody, signature) => {
      try {
        const event = await stripe.webhooks.constructEventAsync(
          rawBody,
          signature ?? '',
          settings.webhookSecret,
          300,
        );
        return succeed(noticeOf(event));
      } catch {
        return fail('denied', 'The signature of this webhook call is not valid.', { reason: 'signature' });
      }
    },
  };
}

function sessionOf(charge: Charge): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    client_reference_id: charge.paymentId,
    success_url: charge.returnUrl,
    cancel_url: charge.returnUrl,
    // By the charge alone: an idempotency key is refused with other parameters than the first time. Late enough also for one
    // that is opened in its last second; `close` ends the session with its charge.
    expires_at: Math.floor((charge.expiresAt + shortestSessionMs + marginMs) / 1000),
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: charge.currency.toLowerCase(),
          unit_amount: charge.amount,
          product_data: { name: charge.description },
        },
      },
    ],
  };
}

function noticeOf(event: Stripe.Event): PaymentNotice | null {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded': {
      const session = event.data.object;
      if (session.client_reference_id === null || session.payment_status !== 'paid') return null;
      return {
        paymentId: session.client_reference_id,
        outcome: 'paid',
        reference: session.id,
        amount: session.amount_total ?? 0,
      };
    }
    case 'checkout.session.expired': {
      const session = event.data.object;
      if (session.client_reference_id === null) return null;
      return {
        paymentId: session.client_reference_id,
        outcome: 'expired',
        reference: session.id,
        amount: 0,
      };
    }
    default:
      return null;
  }
}

function stripeFailure(error: unknown): Result<never> {
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return fail('offline', 'The payment provider cannot be reached; try again in a moment.');
  }
  if (error instanceof Stripe.errors.StripeAuthenticationError) {
    return fail('denied', 'The payment provider refused our key: check STRIPE_SECRET_KEY.');
  }
  if (error instanceof Stripe.errors.StripeInvalidRequestError) {
    return fail('invalid', 'The payment provider did not accept this payment.');
  }
  if (error instanceof Stripe.errors.StripeError) {
    return fail('timeout', 'The payment provider had a problem; try again in a moment.');
  }
  throw error;
}
