import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Payment } from '../../../src/contracts/payment.ts';
import { newPaymentCode } from '../../../src/hub/payments/payment-code.ts';
import { decline } from '../../../src/hub/payments/settle-payment.ts';
import { payRoutes } from '../../../src/hub/web/routes/pay-routes.tsx';
import type { WebParts } from '../../../src/hub/web/web-parts.ts';
import { insertPayment, setProviderReference } from '../../../src/platform/hub-store/payment-records.ts';
import { createStripeProvider } from '../../../src/platform/payments/stripe-provider.ts';
import { newPayment, storeId, webSession } from '../hub-store/fixtures.ts';
import { openTestHub, type TestHub } from '../hub-store/test-hubs.ts';

const minute = 60_000;
const emptyCart = { lines: [], pieces: 0, subtotal: 0, discount: 0, total: 0, currency: 'INR', offer: null };

let it: TestHub;
let app: Hono;
let stripe: ReturnType<typeof stripeDouble>;

beforeAll(async () => {
  it = await openTestHub('SQLite');
  stripe = stripeDouble();
  await new Promise<void>((resolve) => stripe.server.listen(0, '127.0.0.1', resolve));
  const { port } = stripe.server.address() as AddressInfo;
  const provider = createStripeProvider({
    secretKey: 'sk_test_x',
    webhookSecret: 'whsec_test',
    endpoint: { host: '127.0.0.1', port, protocol: 'http' },
  });
  // Of the pages' parts those that paying uses.
  app = payRoutes({
    hub: it.hub,
    settle: { hub: it.hub, provider },
    brand: 'Marigold',
    clientAddress: () => '127.0.0.1',
    lines: new Set(),
    translate: () => (key: string) => key,
    shop: { stock: { store: async () => ({ ok: false }) } },
  } as unknown as WebParts);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: it.now() });
  stripe.calls.length = 0;
  return () => vi.useRealTimers();
});
afterAll(async () => {
  await new Promise((resolve) => stripe.server.close(resolve));
  await it.close();
});

/** Puts the clocks forward, the hub's and the machine's. */
function pass(milliseconds: number): void {
  it.pass(milliseconds);
  vi.setSystemTime(it.now());
}

async function openLink(): Promise<{ readonly payment: Payment; readonly tap: () => Promise<Response> }> {
  const { sessionId } = await webSession(it.hub);
  const payment = newPayment(sessionId, it.now());
  const { paymentId } = payment;
  const code = newPaymentCode();
  await it.hub.transaction((transaction) =>
    insertPayment(transaction, payment, {
      ...{
        paymentId,
        code,
        storeId,
        deviceId: null,
        cart: emptyCart,
        reference: null,
        checkoutUrl: null,
        address: null,
      },
    }),
  );
  return { payment, tap: async () => app.request(`/p/${code}/pay`, { method: 'POST' }) };
}
const whereTo = ({ status, headers }: Response) => [status, headers.get('location')];

test('the second tap on Pay leads to the page that is open, and makes none', async () => {
  const { payment, tap } = await openLink();
  const page = [303, `https://checkout.stripe.com/c/${payment.paymentId}`];
  expect(whereTo(await tap())).toEqual(page);
  pass(3 * minute);
  expect(whereTo(await tap())).toEqual(page);
  expect(stripe.calls).toEqual(['create']);
});

test('two taps at the same time are one page', async () => {
  const { payment, tap } = await openLink();
  const page = [303, `https://checkout.stripe.com/c/${payment.paymentId}`];
  expect((await Promise.all([tap(), tap()])).map(whereTo)).toEqual([page, page]);
  expect(stripe.calls).toEqual(['create']);
});

test('a hub that ended between opening and writing finds the same page again', async () => {
  const { payment, tap } = await openLink();
  const first = whereTo(await tap());
  const nothing = { reference: '', checkoutUrl: null };
  await it.hub.transaction(({ sql }) => setProviderReference(sql, payment.paymentId, nothing));
  pass(3 * minute);
  expect(whereTo(await tap())).toEqual(first);
  expect(stripe.calls).toEqual(['create', 'create']);
});

test('a link that was declined while its page opened is closed, and our page says so', async () => {
  const { payment, tap } = await openLink();
  const tapped = tap();
  await expect.poll(() => stripe.calls.length).toBe(1);
  await decline({ hub: it.hub }, payment.paymentId);
  expect(whereTo(await tapped)).toEqual([303, expect.stringMatching(/^\/p\//)]);
  expect(stripe.calls).toEqual(['create', 'expire']);
});

/** Stripe as far as idempotency goes: a key is bound to its parameters, and is refused while its call is under way. */
function stripeDouble(): { readonly server: Server; readonly calls: ('create' | 'expire')[] } {
  const calls: ('create' | 'expire')[] = [];
  const known = new Map<string, { readonly parameters: string; done: boolean }>();
  const server = createServer(async (request, response) => {
    let parameters = '';
    for await (const piece of request) parameters += String(piece);
    const refuse = (status: number, message: string): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'idempotency_error', message } }));
    };
    const expires = request.url?.endsWith('/expire') ?? false;
    calls.push(expires ? 'expire' : 'create');
    const key = String(request.headers['idempotency-key']);
    const first = known.get(key);
    if (!expires && first) {
      if (!first.done) return refuse(409, 'There is currently another in-progress request using this key.');
      if (first.parameters !== parameters) return refuse(400, 'Keys need the same parameters.');
    }
    const one = { parameters, done: false };
    known.set(key, one);
    await sleep(100);
    one.done = true;
    const id = `cs_${key}`;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ id, object: 'checkout.session', url: `https://checkout.stripe.com/c/${key}` }),
    );
  });
  return { server, calls };
}
