import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const kurta = 'indigo-block-kurta/rust/m';
const minute = 60_000;

test('a line is set, priced and shown with what is here', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(must(await shop.carts.setLine(actor, kurta, 1))).toEqual({
    lines: [
      {
        sku: kurta,
        handle: 'indigo-block-kurta',
        title: 'Indigo Block Print Kurta',
        size: 'M',
        colour: 'Rust',
        image: 'illustration:kurta/rust/plain',
        quantity: 1,
        unitPrice: 189_900,
        lineTotal: 189_900,
        availableHere: 1,
        location: 'Rail A1',
      },
    ],
    pieces: 1,
    subtotal: 189_900,
    offer: null,
    discount: 0,
    total: 189_900,
    currency: 'INR',
  });
});

test('what waits for this shopper is available to this shopper', async () => {
  const { shop, guest } = createTestShop();
  const [actor, other] = [await guest(), await guest()];
  must(await shop.holds.reserveForTrial(actor, kurta, 1));
  expect(must(await shop.carts.setLine(actor, kurta, 1)).lines[0]?.availableHere).toBe(1);
  expect(must(await shop.carts.setLine(other, kurta, 1)).lines[0]?.availableHere).toBe(0);
});

test.each([-1, 1.5, 21, 1e9, Number.NaN])('quantity %s is refused and changes nothing', async (quantity) => {
  const { shop, guest, operations } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  expect(await shop.carts.setLine(actor, kurta, quantity)).toMatchObject({
    failure: { kind: 'invalid', reason: 'quantity-out-of-range', details: { maximum: 20 } },
  });
  expect(must(await shop.carts.view(actor)).pieces).toBe(2);
  expect(operations.executed.map(({ type }) => type)).toEqual(['session-started', 'cart-line-set']);
});

test('0 removes; a repeat makes no operation', async () => {
  const { shop, guest, operations } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  must(await shop.carts.setLine(actor, kurta, 2));
  expect(must(await shop.carts.setLine(actor, kurta, 0)).lines).toEqual([]);
  must(await shop.carts.setLine(actor, kurta, 0));
  expect(operations.executed).toHaveLength(3);
});

test('a piece that does not exist is not put into the cart, but can be taken out', async () => {
  const { shop, guest, operations } = createTestShop();
  const actor = await guest();
  expect(await shop.carts.setLine(actor, 'nothing', 1)).toMatchObject({
    failure: { kind: 'not-found', reason: 'sku-unknown' },
  });
  const { sessionId } = actor;
  must(await operations.execute({ type: 'cart-line-set', sessionId, sku: 'nothing', quantity: 1 }));
  expect(must(await shop.carts.setLine(actor, 'nothing', 0)).lines).toEqual([]);
});

test('an offer is typed in any case, and taken off again', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  expect(must(await shop.carts.applyOffer(actor, ' festive500 '))).toMatchObject({
    offer: { code: 'FESTIVE500' },
    discount: 50_000,
    total: 329_800,
  });
  expect(must(await shop.carts.applyOffer(actor, null))).toMatchObject({ offer: null, discount: 0 });
});

test('one offer at a time: the second takes the place of the first', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  must(await shop.carts.applyOffer(actor, 'FESTIVE500'));
  expect(must(await shop.carts.applyOffer(actor, 'KURTA15'))).toMatchObject({
    offer: { code: 'KURTA15' },
    discount: 56_970,
  });
});

test.each([
  ['NOTHING', 'not-found', 'offer-unknown'],
  ['MONSOON10', 'invalid', 'offer-expired'],
  ['GOLD20', 'invalid', 'offer-for-members'],
  ['FESTIVE500', 'invalid', 'offer-minimum'],
])('%s is refused: %s, %s', async (code, kind, reason) => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 1));
  expect(await shop.carts.applyOffer(actor, code)).toMatchObject({ failure: { kind, reason } });
  expect(must(await shop.carts.view(actor)).discount).toBe(0);
});

test('the applied offer falls away with the cart that earned it, and comes back with it', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  must(await shop.carts.applyOffer(actor, 'FESTIVE500'));
  expect(must(await shop.carts.setLine(actor, kurta, 1))).toMatchObject({ offer: null, discount: 0 });
  expect(must(await shop.carts.setLine(actor, kurta, 2))).toMatchObject({ discount: 50_000 });
});

test('an offer that runs out while it is applied takes nothing off', async () => {
  const { shop, guest, environment } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, kurta, 2));
  must(await shop.carts.applyOffer(actor, 'FESTIVE500'));
  environment.advance(30 * 24 * 60 * minute);
  expect(must(await shop.carts.view(actor))).toMatchObject({ offer: null, discount: 0, total: 379_800 });
});
