/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type SearchQuery, searchQuery } from '../../../contracts/catalogue.ts';
import { language } from '../../../contracts/primitives.ts';
import type { Failure } from '../../../contracts/result.ts';
import { withdrawStalePayment } from '../../../platform/hub-store/payment-records.ts';
import { findOwner, saveOwner } from '../../../platform/hub-store/session-bindings.ts';
import { failureStatus } from '../../http/answers.ts';
import { explain } from '../explain.ts';
import { hoursToday, minutesAsClock } from '../page-context.ts';
import { HomePage } from '../pages/home-page.tsx';
import { MessagePage } from '../pages/message-page.tsx';
import { OrderPage, OrdersPage } from '../pages/orders-page.tsx';
import { ProductPage } from '../pages/product-page.tsx';
import { SearchPage } from '../pages/search-page.tsx';
import { ShopsPage } from '../pages/shops-page.tsx';
import { pageContext, type Visitor, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

const pageSize = 24;
const departmentOrder = ['women', 'men', 'children', 'unisex'];

/** Looking around: home, search, products, shops, orders, language. */
export function shopRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { shop } = parts;

  app.get('/', async (context) => {
    const visitor = await visitorOf(parts, context);
    const page = await pageContext(parts, context, visitor);
    const [picks, festive, vocabulary] = await Promise.all([
      shop.browsing.recommend(visitor.actor, { limit: 8 }),
      shop.browsing.search(visitor.store.storeId, { occasion: 'wedding', inStock: true, limit: 4 }),
      shop.browsing.vocabulary(),
    ]);
    const hours = hoursToday(visitor.store, parts.hub.environment.now());
    return context.html(
      <HomePage
        context={page}
        picks={picks.ok ? picks.value : []}
        festive={festive.items}
        departments={departmentOrder.filter((one) => vocabulary.departments.includes(one))}
        occasions={vocabulary.occasions.slice(0, 6)}
        openUntil={hours && minutesAsClock(page.language, hours.closes)}
      />,
    );
  });

  app.get('/search', async (context) => {
    const visitor = await visitorOf(parts, context);
    const page = await pageContext(parts, context, visitor);
    const query = { ...readQuery(context), limit: pageSize };
    const result = await shop.browsing.search(visitor.store.storeId, query);
    return context.html(<SearchPage context={page} query={query} result={result} pageSize={pageSize} />);
  });

  app.get('/products/:handle', async (context) => {
    const visitor = await visitorOf(parts, context);
    return productPage(parts, context, visitor, context.req.param('handle'));
  });

  app.get('/shops', async (context) => {
    const visitor = await visitorOf(parts, context);
    const page = await pageContext(parts, context, visitor);
    const stores = await shop.stock.stores();
    return context.html(<ShopsPage context={page} stores={stores} now={parts.hub.environment.now()} />);
  });

  app.post('/shops', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { storeId } = await context.req.parseBody();
    const known = typeof storeId === 'string' ? await shop.stock.store(storeId) : undefined;
    if (!known?.ok) return context.redirect('/shops', 303);
    const { sessionId } = visitor.actor;
    await parts.hub.transaction(async (transaction) => {
      const owner = await findOwner(transaction.sql, sessionId);
      if (owner) {
        await saveOwner(transaction.sql, { ...owner, storeId: known.value.storeId }, transaction.now);
      }
      await withdrawStalePayment(transaction, sessionId);
    });
    return context.redirect('/', 303);
  });

  app.get('/orders', async (context) => {
    const visitor = await visitorOf(parts, context);
    const page = await pageContext(parts, context, visitor);
    const orders = await shop.orders.list(visitor.actor);
    return context.html(<OrdersPage context={page} orders={orders.ok ? orders.value : []} />);
  });

  app.get('/orders/:number', async (context) => {
    const visitor = await visitorOf(parts, context);
    const order = await shop.orders.track(visitor.actor, context.req.param('number'));
    if (!order.ok) return failurePage(parts, context, visitor, order.failure);
    const page = await pageContext(parts, context, visitor);
    return context.html(<OrderPage context={page} order={order.value} />);
  });

  app.post('/language', async (context) => {
    const visitor = await visitorOf(parts, context);
    const body = await context.req.parseBody();
    const chosen = language.safeParse(body.language);
    if (chosen.success) await shop.sessions.setLanguage(visitor.actor, chosen.data);
    return context.redirect(ownPath(body.back), 303);
  });
  return app;
}

/** A path on this site; anything else would let a link send people away. */
function ownPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/';
}

/** Filters from the address; what makes no sense is left out rather than refused. */
function readQuery(context: Context): SearchQuery {
  const given = context.req.query();
  const { shape } = searchQuery;
  const text = (name: 'text' | 'department' | 'productType' | 'size' | 'colour' | 'occasion' | 'fabric') => {
    const value = given[name]?.trim();
    return value ? { [name]: value.slice(0, 200) } : {};
  };
  const number = z.coerce.number().int().min(0).max(100_000_000);
  const maximumPrice = given.maximumPrice ? number.safeParse(given.maximumPrice) : undefined;
  const offset = given.offset ? number.safeParse(given.offset) : undefined;
  const sort = shape.sort.safeParse(given.sort);
  return {
    ...text('text'),
    ...text('department'),
    ...text('productType'),
    ...text('size'),
    ...text('colour'),
    ...text('occasion'),
    ...text('fabric'),
    ...(maximumPrice?.success ? { maximumPrice: maximumPrice.data } : {}),
    ...(offset?.success ? { offset: offset.data } : {}),
    ...(sort.success && sort.data ? { sort: sort.data } : {}),
    ...(given.inStock === 'true' ? { inStock: true } : {}),
  };
}

export async function failurePage(
  parts: WebParts,
  context: Context,
  visitor: Visitor,
  failure: Failure,
): Promise<Response> {
  const page = await pageContext(parts, context, visitor);
  return context.html(
    <MessagePage context={page} title={page.t('failure.title')} text={explain(page.t, failure)} />,
    failureStatus(failure.kind),
  );
}

/** The product page, also as the answer to a form on it that did not work. */
export async function productPage(
  parts: WebParts,
  context: Context,
  visitor: Visitor,
  handle: string,
  problem?: { readonly failure: Failure; readonly sku: string },
): Promise<Response> {
  const { shop } = parts;
  const product = await shop.browsing.product(handle);
  if (!product.ok) return failurePage(parts, context, visitor, product.failure);
  const { variants } = product.value;
  const stock = await shop.stock.here(
    visitor.store.storeId,
    variants.map((one) => one.sku),
  );
  const available = (sku: string) => stock.find((one) => one.sku === sku)?.available ?? 0;
  const wanted = problem?.sku ?? context.req.query('sku');
  const chosen =
    variants.find((one) => one.sku === wanted) ??
    variants.find((one) => available(one.sku) > 0) ??
    variants[0];
  if (!chosen) {
    return failurePage(parts, context, visitor, {
      kind: 'not-found',
      message: 'This piece is no longer sold.',
    });
  }
  const [bundle, nearby] = await Promise.all([
    shop.browsing.bundle(visitor.actor, handle),
    available(chosen.sku) > 0 ? [] : shop.stock.nearby(visitor.store.storeId, chosen.sku),
  ]);
  const t = parts.translate(visitor.session.language);
  const done = context.req.query('done');
  return context.html(
    <ProductPage
      context={await pageContext(parts, context, visitor, problem ? explain(t, problem.failure) : null)}
      product={product.value}
      chosen={chosen}
      stock={stock}
      nearby={nearby}
      look={bundle.ok ? bundle.value.items.filter((item) => item.handle !== handle) : []}
      done={done === 'added' || done === 'held' ? done : null}
    />,
    problem ? failureStatus(problem.failure.kind) : 200,
  );
}
