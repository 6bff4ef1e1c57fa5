/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { deliveryAddress } from '../../../contracts/address.ts';
import { isShipped } from '../../../contracts/fulfilment.ts';
import type { Payment } from '../../../contracts/payment.ts';
import type { Failure } from '../../../contracts/result.ts';
import {
  findLinkByCode,
  findPayment,
  type PaymentLink,
  setAddress,
} from '../../../platform/hub-store/payment-records.ts';
import { failureStatus } from '../../http/answers.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { createCheckout } from '../../payments/checkout.ts';
import { readPaymentCode } from '../../payments/payment-code.ts';
import { decline, expirePayments, lacksAddress, settlePaid } from '../../payments/settle-payment.ts';
import { explain } from '../explain.ts';
import { PayPage } from '../pages/pay-page.tsx';
import { UnknownLinkPage } from '../pages/unknown-link-page.tsx';
import { browserLanguage } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

const badAddress: Failure = {
  kind: 'invalid',
  message: 'Fill in name, street, city and postcode.',
  reason: 'address-invalid',
};
const addressNeeded: Failure = {
  kind: 'invalid',
  message: 'Say where it is to be sent, then pay.',
  reason: 'address-needed',
};

interface Found {
  readonly payment: Payment;
  readonly link: PaymentLink;
}

/** The payment page: no sign-in, the code in the address is the key. Guesses meet a rate limit. */
export function payRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub, settle } = parts;
  const checkout = createCheckout(settle);
  // Counted for wrong codes only; whoever has used it up is told nothing more, right or wrong.
  const misses = createRateLimit({ limit: 30, windowMs: 10 * 60_000 }, hub.environment.now);

  const find = async (context: Context): Promise<Found | undefined> => {
    const code = readPaymentCode(context.req.param('code') ?? '');
    const link = code === null ? undefined : await findLinkByCode(hub.sql, code);
    if (!link) misses.allow(parts.clientAddress(context));
    if (!link || misses.isUsedUp(parts.clientAddress(context))) return undefined;
    await expirePayments(settle);
    const payment = await findPayment(hub.sql, link.paymentId);
    return payment && { payment, link };
  };

  const page = async (context: Context, { payment, link }: Found, failure?: Failure): Promise<Response> => {
    const language = browserLanguage(context);
    const t = parts.translate(language);
    const store = await parts.shop.stock.store(link.storeId);
    return context.html(
      <PayPage
        t={t}
        language={language}
        brand={parts.brand}
        payment={payment}
        code={link.code}
        cart={link.cart}
        store={store.ok ? store.value : null}
        provider={settle.provider.name}
        address={link.address}
        problem={failure ? explain(t, failure) : null}
      />,
      failure ? failureStatus(failure.kind) : 200,
    );
  };
  const unknown = (context: Context): Response | Promise<Response> => {
    const language = browserLanguage(context);
    return context.html(
      <UnknownLinkPage t={parts.translate(language)} language={language} brand={parts.brand} />,
      404,
    );
  };

  app.get('/p/:code', async (context) => {
    const found = await find(context);
    return found ? page(context, found) : unknown(context);
  });

  app.post('/p/:code/address', async (context) => {
    const found = await find(context);
    if (!found) return unknown(context);
    const { payment, link } = found;
    const address = deliveryAddress.safeParse(await context.req.parseBody());
    if (!address.success) return page(context, found, badAddress);
    if (payment.state === 'open' && isShipped(link.cart.fulfilment?.method)) {
      await hub.transaction(async ({ sql }) => {
        // It may have ended since: then nothing is kept.
        if ((await findPayment(sql, link.paymentId))?.state === 'open')
          await setAddress(sql, link.paymentId, address.data);
      });
    }
    return context.redirect(`/p/${link.code}`, 303);
  });

  app.post('/p/:code/pay', async (context) => {
    const found = await find(context);
    if (!found) return unknown(context);
    const { link } = found;
    if (settle.provider.name === 'simulated' || found.payment.state !== 'open') {
      const paid = await settlePaid(settle, link.paymentId);
      if (paid.ok) return context.redirect(`/p/${link.code}`, 303);
      const after = (await findPayment(hub.sql, link.paymentId)) ?? found.payment;
      return page(context, { payment: after, link }, paid.failure);
    }
    if (lacksAddress(link)) return page(context, found, addressNeeded);
    const opened = await checkout.open(found.payment, `${parts.brand} ${link.code}`);
    if (!opened.ok) return page(context, found, opened.failure);
    // Our own page says how a payment ended that is over.
    return context.redirect(opened.value ?? `/p/${link.code}`, 303);
  });

  app.post('/p/:code/decline', async (context) => {
    const found = await find(context);
    if (!found) return unknown(context);
    await decline(settle, found.link.paymentId);
    return context.redirect(`/p/${found.link.code}`, 303);
  });

  app.get('/p/:code/events', async (context) => {
    const found = await find(context);
    if (!found) return unknown(context);
    const { paymentId } = found.link;
    const unsubscribe = hub.subscribe((announcement) => {
      if (announcement.type === 'payment-changed' && announcement.payment.paymentId === paymentId) {
        stream.send({ state: announcement.payment.state });
      }
      // The page reads itself anew.
      if (announcement.type === 'announcements-missed') stream.send({ state: 'unknown' });
    });
    const stream = openEventStream(() => {
      unsubscribe();
      parts.lines.delete(stream.close);
    });
    parts.lines.add(stream.close);
    return stream.response;
  });
  return app;
}
