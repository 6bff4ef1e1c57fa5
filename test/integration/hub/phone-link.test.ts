import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, type RunningHub, runHub, stockRows, storeId, type TestDevice } from './running-hub.ts';

const minute = 60_000;
let hub: RunningHub;
let kiosk: TestDevice;
let skus: readonly string[];

beforeAll(async () => {
  hub = await runHub();
  kiosk = await hub.pair('kiosk');
  skus = stockRows(await kiosk.feed())
    .filter((row) => row.storeId === storeId && row.onHand > 1)
    .map((row) => row.sku);
});
afterAll(() => hub.stop());

const skuAt = (index: number): string => skus[index] ?? '';

async function linkOf(sessionId: string, device: TestDevice = kiosk) {
  const answer = await device.call('continueOnPhone', { sessionId });
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}
const pathOf = ({ url }: { readonly url: string }): string => new URL(url).pathname;
const bagOf = async (sessionId: string, device: TestDevice = kiosk): Promise<readonly string[]> => {
  const read = await device.call('session', { sessionId });
  return read.ok ? read.value.session.cart.map(({ sku }) => sku).sort() : [];
};

async function customerAt(device: TestDevice, phone: string): Promise<string> {
  const codes = async () =>
    (await browser(hub.url).get('/inbox')).text.match(/(?<=<p>)\d{6}(?= is your)/g) ?? [];
  const before = (await codes()).length;
  const asked = await device.call('requestCode', { phone });
  if (!asked.ok) throw new Error(asked.failure.message);
  const { requestId } = asked.value;
  await expect.poll(async () => (await codes()).length, { timeout: 20_000 }).toBe(before + 1);
  const opened = await device.call('verifyCode', { requestId, code: (await codes())[0] });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value.session.sessionId;
}

test('a guest’s session goes on in the browser that uses the link, once, and outlives the kiosk’s', async () => {
  const sessionId = await kiosk.guest({ sku: skuAt(0), quantity: 1 });
  const link = await linkOf(sessionId);
  expect(link.sent).toBe(false);
  const phone = browser(hub.url);
  // Previews look at what they are sent, and spend nothing.
  for (let look = 0; look < 2; look += 1) expect((await phone.get(pathOf(link))).status).toBe(200);
  expect(await phone.post(pathOf(link), {})).toMatchObject({ status: 303, location: '/chat' });
  const other = browser(hub.url);
  expect(await other.get(pathOf(link))).toMatchObject({ status: 409 });
  const refused = await other.post(pathOf(link), {});
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('used already')]);
  expect((await other.get('/bag')).text).not.toContain(skuAt(0));
  await kiosk.push(
    kiosk.operation({ type: 'cart-line-set', sessionId, sku: skuAt(1), quantity: 1 }),
    kiosk.operation({ type: 'session-ended', sessionId, reason: 'shopper' }),
  );
  const bag = (await phone.get('/bag')).text;
  for (const sku of [skuAt(0), skuAt(1)]) expect(bag).toContain(sku);
});

test('two browsers at once: one gets it', async () => {
  const link = await linkOf(await kiosk.guest());
  const answers = await Promise.all(Array.from({ length: 4 }, () => browser(hub.url).post(pathOf(link), {})));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
});

test('a link that has run out, was replaced, is unknown or is for a session that is over opens nothing', async () => {
  const phone = browser(hub.url);
  const sessionId = await kiosk.guest();
  const first = await linkOf(sessionId);
  const second = await linkOf(sessionId);
  expect((await phone.post(pathOf(first), {})).status).toBe(409);
  hub.pass(10 * minute);
  const over = await phone.post(pathOf(second), {});
  expect([over.status, over.text]).toEqual([409, expect.stringContaining('run out')]);
  for (const path of ['/c/AAAAAAAAAAAAAAAAAAAAAA', '/c/x', `/c/${'A'.repeat(5000)}`, '/c/%00']) {
    expect((await phone.post(path, {})).status).toBe(404);
    expect((await phone.get(path)).status).toBe(404);
  }
  const third = await linkOf(sessionId);
  await kiosk.push(kiosk.operation({ type: 'session-ended', sessionId, reason: 'idle' }));
  expect((await phone.post(pathOf(third), {})).status).toBe(409);
});

test('a kiosk gets links of the sessions at it only, and not without end', async () => {
  const sessionId = await kiosk.guest();
  const elsewhere = await hub.pair('elsewhere');
  for (const asked of [sessionId, v7()]) {
    expect(await elsewhere.call('continueOnPhone', { sessionId: asked })).toMatchObject({
      failure: { kind: 'denied', reason: 'session-not-here' },
    });
  }
  for (let made = 0; made < 12; made += 1) await linkOf(sessionId);
  expect(await kiosk.call('continueOnPhone', { sessionId })).toMatchObject({
    failure: { kind: 'denied', reason: 'too-many-links' },
  });
  hub.pass(61 * minute);
  await linkOf(sessionId);
});

test('what a guest had in the browser’s bag comes along, and the kiosk sees it', async () => {
  const phone = browser(hub.url);
  const own = await kiosk.guest({ sku: skuAt(2), quantity: 1 });
  await phone.post(pathOf(await linkOf(own)), {});
  const sessionId = await kiosk.guest({ sku: skuAt(3), quantity: 2 });
  await phone.post(pathOf(await linkOf(sessionId)), {});
  expect(await bagOf(sessionId)).toEqual([skuAt(2), skuAt(3)].sort());
});

test('a customer’s goes to their own phone, once a minute; what the kiosk shows opens nothing', async () => {
  const sessionId = await customerAt(kiosk, '+919000000102');
  await kiosk.push(kiosk.operation({ type: 'cart-line-set', sessionId, sku: skuAt(4), quantity: 1 }));
  const shown = await linkOf(sessionId);
  expect(shown).toMatchObject({ url: `${hub.url}/sign-in`, sent: true });
  expect(await linkOf(sessionId)).toEqual(shown);
  const { text } = await browser(hub.url).get('/inbox');
  const sent = [...new Set(text.match(/\/c\/[A-Za-z0-9_-]{22}/g))];
  expect(sent).toHaveLength(1);
  const phone = browser(hub.url);
  expect((await phone.post(sent[0] ?? '', {})).status).toBe(303);
  expect((await phone.get('/bag')).text).toContain(skuAt(4));
  expect((await browser(hub.url).post(sent[0] ?? '', {})).status).toBe(409);
});

test('who is signed in on the phone goes on with a guest’s session as their own', async () => {
  const phone = browser(hub.url);
  const another = await hub.pair('another');
  const signedIn = await customerAt(another, '+919000000104');
  const message = await linkOf(signedIn, another);
  expect(message.sent).toBe(true);
  const sent = (await browser(hub.url).get('/inbox')).text.match(/\/c\/[A-Za-z0-9_-]{22}/)?.[0] ?? '';
  expect((await phone.post(sent, {})).status).toBe(303);
  const guest = await kiosk.guest({ sku: skuAt(5), quantity: 1 });
  expect((await phone.post(pathOf(await linkOf(guest)), {})).status).toBe(303);
  expect((await phone.get('/bag')).text).toContain(skuAt(5));
  expect((await phone.get('/orders')).status).toBe(200);
});
