import { expect, test } from 'vitest';
import { fulfilmentPolicy } from '../../contracts/fulfilment.ts';
import type { CartView } from '../../contracts/session.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import { chosenFulfilment, fulfilmentOptions } from './options.ts';

const now = Date.parse('2026-11-22T06:00:00.000Z');
const policy = defaultStorePolicy.fulfilment;

function cart(subtotal: number, change: Partial<CartView> = {}, availableHere = 1): CartView {
  const line = {
    sku: 'a',
    handle: 'a',
    title: 'A',
    size: null,
    colour: null,
    image: null,
    quantity: 1,
    unitPrice: subtotal,
    lineTotal: subtotal,
    availableHere,
    location: null,
  };
  return {
    lines: [line],
    pieces: 1,
    subtotal,
    offer: null,
    discount: 0,
    total: subtotal,
    currency: 'INR',
    ...change,
  };
}
const options = (of: CartView, channel: 'kiosk' | 'web' = 'kiosk') =>
  fulfilmentOptions(of, policy, { channel, now });
const obstacles = (of: CartView, channel: 'kiosk' | 'web' = 'kiosk') =>
  options(of, channel).map(({ obstacle }) => obstacle);

test('the default policy keeps to its schema; one that ends before it begins does not', () => {
  expect(fulfilmentPolicy.parse(policy)).toEqual(policy);
  const late = { ...policy.shipHome, fromDays: 6 };
  expect(fulfilmentPolicy.safeParse({ ...policy, shipHome: late }).success).toBe(false);
});

test('every way has its dates and its fee', () => {
  expect(
    options(cart(100_000)).map(({ method, fee, freeIn, from, by }) => [method, fee, freeIn, from, by]),
  ).toEqual([
    ['take-now', 0, null, null, null],
    ['pick-up', 0, null, '2026-11-22T08:00:00.000Z', '2026-11-27T08:00:00.000Z'],
    ['ship-from-shop', 14_900, null, '2026-11-23T06:00:00.000Z', '2026-11-24T06:00:00.000Z'],
    ['ship-home', 7_900, 99_900, '2026-11-25T06:00:00.000Z', '2026-11-27T06:00:00.000Z'],
  ]);
});

test('delivery is free from the threshold on, of goods after discounts', () => {
  const fee = (goods: number) => chosenFulfilment('ship-home', goods, policy, now).fee;
  expect([fee(199_899), fee(199_900), fee(300_000)]).toEqual([7_900, 0, 0]);
  expect(options(cart(210_000, { discount: 20_000 })).at(-1)).toMatchObject({ fee: 7_900, freeIn: 9_900 });
});

test.each([
  ['in the shop all ways are open', cart(100), 'kiosk', [null, null, null, null]],
  ['from elsewhere nothing is taken along', cart(100), 'web', ['not-in-shop', null, null, null]],
  ['a piece that is not here goes no way', cart(100, {}, 0), 'kiosk', Array(4).fill('not-here')],
  ['an empty bag goes nowhere', cart(0, { lines: [], pieces: 0 }), 'kiosk', Array(4).fill('cart-empty')],
] as const)('%s', (_, of, channel, expected) => {
  expect(obstacles(of, channel)).toEqual(expected);
});

test('what a retailer does not offer is not to be had', () => {
  const without = { ...policy, shipHome: { ...policy.shipHome, offered: false } };
  expect(fulfilmentOptions(cart(100), without, { channel: 'kiosk', now }).at(-1)).toMatchObject({
    obstacle: 'not-offered',
  });
});
