import { beforeEach, describe, expect, it } from 'vitest';
import type { Tool } from '../../core/agent/tool.ts';
import { must } from '../../core/testing/must.ts';
import { createWorkers } from '../all.ts';
import { createFakeShop, type FakeShopState, fakeActor } from '../testing/fake-shop.ts';
import { addGiftWrap } from './add.ts';
import { readConfig } from './config.ts';

const shirt = 'linen-shirt-blue-m';
const kurta = 'indigo-kurta-indigo-s';
const bag = 'canvas-gift-bag-ivory';
const pouch = 'potli-pouch-gold';

let shop: ReturnType<typeof createFakeShop>['shop'];
let state: FakeShopState;
let tools: readonly Tool[];
beforeEach(() => {
  ({ shop, state } = createFakeShop());
  tools = createWorkers(shop).find(({ name }) => name === 'gift-wrap')?.tools ?? [];
  state.cart.set(shirt, 2);
  state.cart.set(kurta, 1);
});

const context = { actor: fakeActor, idempotencyKey: 'once', signal: new AbortController().signal };
async function call(name: string, given: Readonly<Record<string, unknown>> = {}) {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`No tool ${name}`);
  const result = await tool.run(tool.input.parse(given) as never, context);
  if (result.ok) tool.output.parse(result.value);
  return result;
}
const inBag = () => Object.fromEntries(state.cart);
const gifts = async () =>
  must(await shop.notes.list(fakeActor, 'gift-wrap')).map(({ key, text, pieces }) => ({
    key,
    text,
    pieces: pieces.map(({ sku, quantity }) => `${quantity} ${sku}`),
  }));

describe('gift wrap', () => {
  it('puts the wrapping into the bag and notes which pieces it is for', async () => {
    expect(await call('add_gift_wrap', { sku: shirt, wrap: pouch, message: '  For\nAsha ' })).toMatchObject({
      ok: true,
      value: { outcome: 'message', message: 'For Asha', price: { amount: 29_800, currency: 'INR' } },
    });
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [pouch]: 2 });
    expect(await gifts()).toEqual([{ key: shirt, text: 'For Asha', pieces: [`2 ${shirt}`, `2 ${pouch}`] }]);
  });

  it('is the cheapest that is here, for all pieces, where nothing was said', async () => {
    state.stock.set(bag, 0);
    expect(await call('add_gift_wrap')).toMatchObject({
      ok: true,
      value: { outcome: 'plain', wrap: 'Potli Gift Pouch, Gold', pieces: [{ sku: shirt }, { sku: kurta }] },
    });
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [pouch]: 3 });
  });

  it('said twice is done once; said otherwise is changed, and an earlier message stays', async () => {
    await call('add_gift_wrap', { sku: shirt, wrap: pouch, message: 'For Asha' });
    await call('add_gift_wrap', { sku: shirt, wrap: pouch, message: 'For Asha' });
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [pouch]: 2 });
    await call('add_gift_wrap', { sku: shirt, wrap: bag, quantity: 1 });
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [bag]: 1 });
    expect(await gifts()).toEqual([{ key: shirt, text: 'For Asha', pieces: [`1 ${shirt}`, `1 ${bag}`] }]);
    await call('add_gift_wrap', { sku: shirt, message: '' });
    expect((await gifts()).map(({ text }) => text)).toEqual(['']);
  });

  it('taken off leaves the pieces, other gifts, and wrapping that the shopper took by hand', async () => {
    state.cart.set(pouch, 1);
    await call('add_gift_wrap', { sku: kurta, wrap: pouch });
    expect(inBag()[pouch]).toBe(1);
    state.cart.set(pouch, 2);
    await call('add_gift_wrap', { sku: shirt, wrap: bag });
    expect(await call('remove_gift_wrap', { sku: kurta })).toMatchObject({
      ok: true,
      value: { pieces: [{ sku: kurta }] },
    });
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [pouch]: 1, [bag]: 2 });
    expect((await gifts()).map(({ key }) => key)).toEqual([shirt]);
    await call('remove_gift_wrap');
    expect(inBag()).toEqual({ [shirt]: 2, [kurta]: 1, [pouch]: 1 });
    expect(await call('remove_gift_wrap')).toMatchObject({ ok: false, failure: { reason: 'not-wrapped' } });
  });

  it('is over when its wrapping or its piece leaves the bag', async () => {
    await call('add_gift_wrap', { sku: shirt, wrap: pouch });
    state.cart.delete(pouch);
    expect(must(await call('get_gift_wrap_options'))).toMatchObject({ wrapped: [] });
    await call('add_gift_wrap', { sku: shirt, wrap: pouch });
    state.cart.delete(shirt);
    expect(must(await call('get_gift_wrap_options'))).toMatchObject({ wrapped: [] });
  });

  it('goes back to the bag as it was when the note cannot be written', async () => {
    const failing = {
      ...shop,
      notes: {
        ...shop.notes,
        set: async () => ({ ok: false, failure: { kind: 'internal', message: 'Full' } }) as const,
      },
    };
    const tool = addGiftWrap(failing, readConfig());
    expect(await tool.run({ wrap: pouch } as never, context)).toMatchObject({ ok: false });
    expect(inBag()[pouch] ?? 0).toBe(0);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['not-in-bag', { sku: 'no-such-piece' }],
    ['not-in-bag', { sku: pouch }],
    ['no-such-wrap', { wrap: shirt }],
    ['more-than-in-bag', { sku: kurta, quantity: 2 }],
    ['which-piece', { quantity: 1 }],
    ['message-too-long', { message: 'x'.repeat(201) }],
    ['not-enough-wraps', { wrap: 'potli-pouch-wine' }],
  ])('says %s of %j, when asked for consent as when run, and does nothing', async (reason, given) => {
    state.stock.set('potli-pouch-wine', 1);
    const before = inBag();
    const tool = tools.find((one) => one.name === 'add_gift_wrap');
    expect(await tool?.consent?.(tool.input.parse(given) as never, context)).toMatchObject({
      ok: false,
      failure: { reason },
    });
    expect(await call('add_gift_wrap', given)).toMatchObject({ ok: false, failure: { reason } });
    expect([inBag(), await gifts()]).toEqual([before, []]);
  });

  it('has nothing to wrap in an empty bag, nor in one of wrapping alone', async () => {
    state.cart.clear();
    expect(await call('add_gift_wrap')).toMatchObject({ ok: false, failure: { reason: 'nothing-to-wrap' } });
    state.cart.set(pouch, 1);
    expect(await call('add_gift_wrap')).toMatchObject({ ok: false, failure: { reason: 'nothing-to-wrap' } });
  });

  it('is not offered by a retailer without such products', async () => {
    const without = {
      ...shop,
      browsing: {
        ...shop.browsing,
        search: async () => ({ ...(await shop.browsing.search('', {})), items: [], total: 0 }),
      },
    };
    tools = createWorkers(without).find(({ name }) => name === 'gift-wrap')?.tools ?? [];
    for (const name of ['get_gift_wrap_options', 'add_gift_wrap', 'remove_gift_wrap']) {
      expect(await call(name)).toMatchObject({ ok: false, failure: { reason: 'gift-wrap-not-offered' } });
    }
  });
});

describe('the configuration', () => {
  it('that does not fit is told with its file and place', () => {
    const good = { productType: 'Boxes', wrapsPerPiece: 2, longestMessage: 80 };
    expect(readConfig(good)).toEqual(good);
    expect(() => readConfig({ ...good, wrapsPerPiece: 0 })).toThrow(/config\.json[\s\S]*wrapsPerPiece/);
    expect(() => readConfig({ ...good, price: 99 })).toThrow(/config\.json[\s\S]*price/);
  });

  it('says how many wraps a piece takes', async () => {
    const tool = addGiftWrap(shop, { ...readConfig(), wrapsPerPiece: 2 });
    expect(await tool.run({ sku: kurta, wrap: pouch } as never, context)).toMatchObject({
      ok: true,
      value: { price: { amount: 29_800 } },
    });
    expect(inBag()[pouch]).toBe(2);
  });
});
