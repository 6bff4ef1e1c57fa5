import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type RunningHub, runHub, stockRows, storeId } from './running-hub.ts';

let hub: RunningHub;
let sku: string;

beforeAll(async () => {
  hub = await runHub();
  const kiosk = await hub.pair('kiosk');
  sku = stockRows(await kiosk.feed()).find((row) => row.storeId === storeId && row.onHand === 6)?.sku ?? '';
});
afterAll(() => hub.stop());

test('every page answers, forbids inline script, and is in the language that was chosen', async () => {
  const shopper = browser(hub.url);
  for (const page of [
    '/',
    '/search?text=kurta',
    '/chat',
    '/bag',
    '/continue',
    '/shops',
    '/sign-in',
    '/orders',
    '/inbox',
  ]) {
    const { status, headers, text } = await shopper.get(page);
    expect([page, status]).toEqual([page, 200]);
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(text).not.toMatch(/<script(?![^>]*src=)|\son[a-z]+="|style="/);
    // A word that no language has would show as its key.
    expect(text).not.toMatch(/>[a-z-]+\.[a-z-]+(\.[a-z-]+)?</);
  }
  for (const [language, direction] of [
    ['hi', 'ltr'],
    ['es', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    expect((await shopper.post('/language', { language, back: '/bag' })).location).toBe('/bag');
    expect((await shopper.get('/')).text).toContain(`<html lang="${language}" dir="${direction}"`);
  }
  expect((await shopper.post('/language', { language: 'en', back: '//elsewhere.test' })).location).toBe('/');
  expect((await shopper.get('/nowhere')).status).toBe(404);
});

test('a form from another site changes nothing', async () => {
  const shopper = browser(hub.url);
  await shopper.get('/');
  const forged = await shopper.post('/bag/add', { sku }, { origin: 'https://elsewhere.test' });
  expect(forged.status).toBe(403);
  expect((await shopper.get('/bag')).text).toContain('Nothing in it yet');
});

test('quantities that make no sense are refused and the bag is kept', async () => {
  const shopper = browser(hub.url);
  expect((await shopper.post('/bag/add', { sku })).status).toBe(303);
  for (const quantity of ['-1', '1000000000', '1.5', 'many', '']) {
    const answer = await shopper.post('/bag/lines', { sku, quantity });
    expect([quantity, answer.status]).toEqual([quantity, 400]);
    expect(answer.text).toContain('role="alert"');
  }
  expect(JSON.parse((await shopper.get('/bag/summary')).text)).toMatchObject({ pieces: 1 });
  expect((await shopper.post('/bag/lines', { sku, quantity: '0' })).status).toBe(303);
  expect(JSON.parse((await shopper.get('/bag/summary')).text)).toMatchObject({ pieces: 0 });
});

test('a piece that does not exist, an offer that does not, and an empty bag that is paid', async () => {
  const shopper = browser(hub.url);
  expect((await shopper.post('/bag/add', { sku: 'NO-SUCH' })).status).toBe(404);
  const offer = await shopper.post('/bag/offer', { code: '<b>FREE</b>' });
  expect(offer.status).toBe(404);
  expect(offer.text).not.toContain('<b>FREE');
  expect((await shopper.post('/bag/pay', {})).status).toBe(400);
});

test('a guest signs in with a code: the bag comes along and the cookie is a new one', async () => {
  const shopper = browser(hub.url);
  await shopper.post('/bag/add', { sku });
  const asked = await shopper.post('/sign-in', { phone: '90000 00103' });
  const requestId = /name="requestId" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
  const stranger = await shopper.post('/sign-in', { phone: '+91 91111 11112' });
  const frame = (text: string) => text.replace(/value="[0-9a-f-]{36}"/, '');
  expect(frame(stranger.text)).toBe(frame(asked.text));
  expect((await shopper.post('/sign-in', { phone: 'abc' })).status).toBe(400);
  await new Promise((resolve) => setTimeout(resolve, 150));
  const code = /<p>(\d{6}) /.exec((await shopper.get('/inbox')).text)?.[1] ?? '';
  const wrong = await shopper.post('/sign-in/code', {
    requestId,
    code: code === '000000' ? '000001' : '000000',
  });
  expect(wrong.status).toBe(403);
  expect(await browser(hub.url).post('/sign-in/code', { requestId, code })).toMatchObject({ status: 404 });
  expect((await shopper.post('/sign-in/code', { requestId, code })).status).toBe(303);
  expect(JSON.parse((await shopper.get('/bag/summary')).text)).toMatchObject({ pieces: 1 });
  expect((await shopper.get('/orders')).text).toMatch(/MG-\d+/);
  await shopper.post('/sign-out', {});
  expect(JSON.parse((await shopper.get('/bag/summary')).text)).toMatchObject({ pieces: 0 });
});

/** Signs in with the code that the simulated phone got. */
async function signIn(shopper: ReturnType<typeof browser>, phone: string): Promise<void> {
  const asked = await shopper.post('/sign-in', { phone });
  const requestId = /name="requestId" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
  await new Promise((resolve) => setTimeout(resolve, 150));
  const code = /<p>(\d{6}) /.exec((await shopper.get('/inbox')).text)?.[1] ?? '';
  expect((await shopper.post('/sign-in/code', { requestId, code })).status).toBe(303);
}
const piecesOf = async (shopper: ReturnType<typeof browser>): Promise<number> =>
  JSON.parse((await shopper.get('/bag/summary')).text).pieces;

test('whoever signs in after another customer in the same browser gets nothing of theirs', async () => {
  const shopper = browser(hub.url);
  await signIn(shopper, '+919000000101');
  await shopper.post('/bag/add', { sku });
  expect(await piecesOf(shopper)).toBe(1);
  await signIn(shopper, '+919000000104');
  expect(await piecesOf(shopper)).toBe(0);
  await signIn(shopper, '+919000000101');
  expect(await piecesOf(shopper)).toBe(1);
});

test('a guest who is at a kiosk signs in on the phone: the kiosk goes on, with what the customer had', async () => {
  const elsewhere = browser(hub.url);
  await signIn(elsewhere, '+919000000102');
  await elsewhere.post('/bag/add', { sku, quantity: '2' });
  const phone = browser(hub.url);
  await phone.post('/bag/add', { sku });
  const kiosk = await hub.pair('entrance');
  const [, handle = ''] = /\/s\/([\w-]{22})#/.exec((await phone.get('/continue')).text) ?? [];
  const redeemed = await kiosk.call('redeem', { handle });
  const sessionId = redeemed.ok ? redeemed.value.session.sessionId : '';
  await signIn(phone, '+919000000102');
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { session: { customer: { initial: expect.any(String) }, cart: [{ sku, quantity: 2 }] } },
  });
  expect([await piecesOf(phone), await piecesOf(elsewhere)]).toEqual([2, 2]);
});

test('the agent answers in the chat and what it says is kept', async () => {
  const shopper = browser(hub.url);
  await shopper.get('/chat');
  const answer = await shopper.request('/chat/turns', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ say: 'a kurta under 3000' }),
  });
  const steps = (await answer.text())
    .trim()
    .split('\n')
    .map((line): { readonly event: string } => JSON.parse(line));
  expect(steps.map((step) => step.event)).toEqual(expect.arrayContaining(['text', 'card', 'turn-ended']));
  expect((await shopper.get('/chat')).text).toContain('a kurta under 3000');
});

test('pictures are drawn, kept by browsers, and nothing else is served from there', async () => {
  const shopper = browser(hub.url);
  const picture = await shopper.get(`/pictures/${encodeURIComponent('illustration:kurta/indigo/plain')}`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(picture.headers.get('cache-control')).toContain('max-age');
  for (const source of [
    'file:///etc/passwd',
    'https://elsewhere.test/x.png',
    'illustration:spaceship/red/plain',
  ]) {
    expect((await shopper.get(`/pictures/${encodeURIComponent(source)}`)).status).toBe(404);
  }
});
