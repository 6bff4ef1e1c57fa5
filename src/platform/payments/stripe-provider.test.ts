import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createStripeProvider } from './stripe-provider.ts';

const webhookSecret = 'whsec_test';
const seen: { path: string; body: URLSearchParams; key: string | undefined }[] = [];
let server: Server;
let provider: ReturnType<typeof createStripeProvider>;
/** What the next call is answered with. */
let next: { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += String(piece);
    });
    request.on('end', () => {
      const key = request.headers['idempotency-key'];
      seen.push({
        path: request.url ?? '',
        body: new URLSearchParams(text),
        key: typeof key === 'string' ? key : undefined,
      });
      response.writeHead(next.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  provider = createStripeProvider({
    secretKey: 'sk_test_x',
    webhookSecret,
    endpoint: { host: '127.0.0.1', port, protocol: 'http' },
  });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const charge = {
  paymentId: '019b8cbd-af00-7579-a54b-f09f0d2691e5',
  amount: 239800,
  currency: 'INR',
  description: 'Marigold 7K2Q-M9XD',
  expiresAt: Date.now() + 600_000,
  returnUrl: 'https://shop.test/p/7K2Q-M9XD',
};

test('a charge becomes one Checkout Session, named and made once by the payment id', async () => {
  next = {
    status: 200,
    body: { id: 'cs_1', object: 'checkout.session', url: 'https://checkout.stripe.com/c/1' },
  };
  expect(await provider.open(charge)).toEqual({
    ok: true,
    value: { reference: 'cs_1', checkoutUrl: 'https://checkout.stripe.com/c/1' },
  });
  const call = seen.at(-1);
  expect([call?.path, call?.key]).toEqual(['/v1/checkout/sessions', charge.paymentId]);
  expect(Object.fromEntries(call?.body ?? [])).toMatchObject({
    mode: 'payment',
    client_reference_id: charge.paymentId,
    'line_items[0][price_data][unit_amount]': '239800',
    'line_items[0][price_data][currency]': 'inr',
  });
});

test('the same charge is the same call in its first minute and in its last second, with the time that Stripe asks for', async () => {
  next = { status: 200, body: { id: 'cs_1', object: 'checkout.session', url: null } };
  const bodies: (URLSearchParams | undefined)[] = [];
  for (const left of [14 * 60_000, 1000]) {
    vi.useFakeTimers({ toFake: ['Date'], now: charge.expiresAt - left });
    await provider.open(charge);
    vi.useRealTimers();
    bodies.push(seen.at(-1)?.body);
  }
  const [first, last] = bodies;
  expect(String(last)).toBe(String(first));
  const ahead = Number(last?.get('expires_at')) * 1000 - charge.expiresAt;
  expect(ahead).toBeGreaterThan(31 * 60_000);
});

test('a part goes back under its own id, and not again where Stripe has it already', async () => {
  // One answer serves all three calls: a session, a list of refunds, a refund.
  const answer = (refundId: string) => ({
    ...{ id: 'cs_1', object: 'list', payment_intent: 'pi_1', has_more: false, url: '/v1/refunds' },
    data: [{ id: 're_1', object: 'refund', metadata: { refundId } }],
  });
  next = { status: 200, body: answer('another') };
  expect(await provider.refund('cs_1', { refundId: 'refund-1', amount: 500 })).toMatchObject({ ok: true });
  const made = seen.at(-1);
  expect([made?.path, made?.key]).toEqual(['/v1/refunds', 'refund-refund-1']);
  expect(Object.fromEntries(made?.body ?? [])).toEqual({
    ...{ payment_intent: 'pi_1', amount: '500' },
    'metadata[refundId]': 'refund-1',
  });
  next = { status: 200, body: answer('refund-1') };
  const before = seen.length;
  expect(await provider.refund('cs_1', { refundId: 'refund-1', amount: 500 })).toMatchObject({ ok: true });
  expect(seen.slice(before).map(({ path }) => path.split('?')[0])).toEqual([
    '/v1/checkout/sessions/cs_1',
    '/v1/refunds',
  ]);
  expect(seen.at(-1)?.body.get('amount')).toBeNull();
});

test('refusals say what to do', async () => {
  next = { status: 401, body: { error: { type: 'invalid_request_error', message: 'bad key' } } };
  expect(await provider.open(charge)).toMatchObject({ failure: { kind: 'denied' } });
  next = { status: 400, body: { error: { type: 'invalid_request_error', message: 'not open' } } };
  expect(await provider.close('cs_1')).toEqual({ ok: true, value: undefined });
});

test('only a webhook with a valid signature of the raw body is believed', async () => {
  const payload = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    data: {
      object: {
        id: 'cs_1',
        object: 'checkout.session',
        client_reference_id: charge.paymentId,
        payment_status: 'paid',
        amount_total: 239800,
      },
    },
  });
  const signature = new Stripe('sk_test_x').webhooks.generateTestHeaderString({
    payload,
    secret: webhookSecret,
  });
  expect(await provider.readNotice(payload, signature)).toEqual({
    ok: true,
    value: { paymentId: charge.paymentId, outcome: 'paid', reference: 'cs_1', amount: 239800 },
  });
  for (const [body, header] of [
    [payload.replace('239800', '1'), signature],
    [payload, undefined],
    [payload, 't=1,v1=00'],
  ] as const) {
    expect(await provider.readNotice(body, header)).toMatchObject({ failure: { kind: 'denied' } });
  }
});
