import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { failureStatus } from '../../http/answers.ts';
import { type SettleOptions, settleOrRefund } from '../../payments/settle-payment.ts';

/** What payment providers call. The raw body is what was signed, so it is read as text. */
export function webhookRoutes(settle: SettleOptions, log: Logger): Hono {
  const app = new Hono();
  app.post('/webhooks/stripe', bodyLimit({ maxSize: 256 * 1024 }), async (context) => {
    const notice = await settle.provider.readNotice(
      await context.req.text(),
      context.req.header('stripe-signature'),
    );
    if (!notice.ok) return context.json({ received: false }, failureStatus(notice.failure.kind));
    if (notice.value?.outcome === 'paid') {
      const { paymentId, reference } = notice.value;
      const settled = await settleOrRefund(settle, paymentId, reference);
      if (!settled.ok)
        log.warn({ payment: paymentId, reason: settled.failure.reason }, 'payment not settled');
      // Asked again later only where that can help.
      if (!settled.ok && (settled.failure.kind === 'offline' || settled.failure.kind === 'timeout')) {
        return context.json({ received: false }, 503);
      }
    }
    return context.json({ received: true });
  });
  return app;
}
