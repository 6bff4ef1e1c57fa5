/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { isActive } from '../../../contracts/reservation.ts';
import { type Failure, fail } from '../../../contracts/result.ts';
import { failureStatus } from '../../http/answers.ts';
import { explain } from '../explain.ts';
import { money } from '../page-context.ts';
import { BagPage } from '../pages/bag-page.tsx';
import { pageContext, type Visitor, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';
import { productPage } from './shop-routes.tsx';

const badQuantity = fail('invalid', 'The quantity must be a whole number from 0 to 20.', {
  reason: 'quantity-out-of-range',
  details: { minimum: 0, maximum: 20 },
}).failure;

/** The bag, offers, holds, and paying from the web. */
export function bagRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { shop } = parts;

  app.get('/bag', async (context) => bagPage(parts, context, await visitorOf(parts, context)));

  /** For the script that keeps the header's count current. */
  app.get('/bag/summary', async (context) => {
    const visitor = await visitorOf(parts, context);
    const page = await pageContext(parts, context, visitor);
    const { pieces, total, currency } = page.bag;
    return context.json({ pieces, total: money(page, total, currency), atKiosk: page.atKiosk });
  });

  app.post('/bag/add', async (context) => {
    const visitor = await visitorOf(parts, context);
    const form = await readForm(context);
    const variant = await shop.browsing.resolve({ sku: form.sku });
    if (!variant.ok) return bagPage(parts, context, visitor, variant.failure);
    const before = visitor.session.cart.find((line) => line.sku === form.sku)?.quantity ?? 0;
    const added = form.quantity === undefined ? 1 : readQuantity(form.quantity);
    const set =
      added === null || added < 1
        ? { ok: false as const, failure: badQuantity }
        : await shop.carts.setLine(visitor.actor, form.sku, before + added);
    const { handle } = variant.value.product;
    if (!set.ok) return productPage(parts, context, visitor, handle, { failure: set.failure, sku: form.sku });
    return context.redirect(
      `/products/${encodeURIComponent(handle)}?sku=${encodeURIComponent(form.sku)}&done=added`,
      303,
    );
  });

  app.post('/bag/lines', async (context) => {
    const visitor = await visitorOf(parts, context);
    const form = await readForm(context);
    const quantity = readQuantity(form.quantity);
    const set =
      quantity === null
        ? { ok: false as const, failure: badQuantity }
        : await shop.carts.setLine(visitor.actor, form.sku, quantity);
    return set.ok ? context.redirect('/bag', 303) : bagPage(parts, context, visitor, set.failure);
  });

  app.post('/bag/offer', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { code } = await context.req.parseBody();
    const typed = typeof code === 'string' ? code.trim().slice(0, 40) : '';
    const applied = await shop.carts.applyOffer(visitor.actor, typed === '' ? null : typed);
    return applied.ok
      ? context.redirect('/bag', 303)
      : bagPage(parts, context, visitor, applied.failure, typed);
  });

  app.post('/bag/pay', async (context) => {
    const visitor = await visitorOf(parts, context);
    const payment = await shop.payments.create(visitor.actor);
    if (!payment.ok) return bagPage(parts, context, visitor, payment.failure);
    return context.redirect(new URL(payment.value.url).pathname, 303);
  });

  app.post('/holds', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { sku } = await readForm(context);
    const variant = await shop.browsing.resolve({ sku });
    if (!variant.ok) return bagPage(parts, context, visitor, variant.failure);
    const { handle } = variant.value.product;
    const held = await shop.holds.reserveForTrial(visitor.actor, sku, 1);
    if (!held.ok) return productPage(parts, context, visitor, handle, { failure: held.failure, sku });
    return context.redirect(
      `/products/${encodeURIComponent(handle)}?sku=${encodeURIComponent(sku)}&done=held`,
      303,
    );
  });

  app.post('/holds/cancel', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { reservationId } = await context.req.parseBody();
    const cancelled = await shop.holds.cancel(visitor.actor, String(reservationId));
    return cancelled.ok
      ? context.redirect('/bag#held', 303)
      : bagPage(parts, context, visitor, cancelled.failure);
  });
  return app;
}

async function readForm(
  context: Context,
): Promise<{ readonly sku: string; readonly quantity: string | undefined }> {
  const { sku, quantity } = await context.req.parseBody();
  return {
    sku: typeof sku === 'string' ? sku.slice(0, 64) : '',
    quantity: typeof quantity === 'string' ? quantity : undefined,
  };
}

/** A whole number as people type it; null for anything else. What is too large or too small is the shop's to refuse. */
const readQuantity = (text: string | undefined): number | null =>
  text !== undefined && /^[+-]?\d{1,12}$/.test(text.trim()) ? Number(text) : null;

async function bagPage(
  parts: WebParts,
  context: Context,
  visitor: Visitor,
  failure?: Failure,
  typedCode = '',
): Promise<Response> {
  const { shop } = parts;
  const t = parts.translate(visitor.session.language);
  const [cart, held, offers, view] = await Promise.all([
    shop.carts.view(visitor.actor),
    shop.holds.list(visitor.actor),
    shop.benefits.offers(visitor.actor),
    shop.sessions.view(visitor.actor),
  ]);
  if (!cart.ok) throw new Error(`The bag of a live session cannot be shown: ${cart.failure.reason}`);
  const open = view.ok && view.value.payment?.state === 'open' ? view.value.payment : null;
  return context.html(
    <BagPage
      context={await pageContext(parts, context, visitor, failure ? explain(t, failure) : null)}
      cart={cart.value}
      notes={view.ok ? view.value.notes : []}
      held={held.ok ? held.value.filter((one) => isActive(one) && one.kind === 'trial') : []}
      offers={offers.ok ? offers.value.filter((one) => one.saves > 0) : []}
      openPayment={open}
      typedCode={typedCode}
    />,
    failure ? failureStatus(failure.kind) : 200,
  );
}
