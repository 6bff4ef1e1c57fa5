import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';
import { colourHarmony } from './colour-harmony.ts';
import { complementsOf, typesForSlot } from './complements.ts';
import { normalType } from './product-type.ts';
import { usualSize } from './usual-size.ts';

test.each([
  ['Kurtas', 'kurta'],
  ["Women's Kurta", 'kurta'],
  ['T-Shirts', 't shirt'],
  ['Dresses', 'dress'],
  ['DRESS', 'dress'],
  ['Jeans', 'jean'],
  ['Accessories', 'accessory'],
  ['कुर्ता', 'कुर्ता'],
])('%s is a %s', (type, normal) => {
  expect(normalType(type)).toBe(normal);
});

test('the table knows a garment by its last word, and admits what it does not know', () => {
  expect(complementsOf('Straight Kurtas')).toBe(complementsOf('kurta'));
  expect(complementsOf('Snow globe')).toBeUndefined();
  expect(typesForSlot(['dupatta', 'stole'], ['Silk Stoles', 'Dupattas', 'Kurta'])).toEqual([
    'Dupattas',
    'Silk Stoles',
  ]);
});

test('neutrals suit everything, opposites set off, what lies between clashes', () => {
  const order = [
    colourHarmony('Ivory', 'Maroon'),
    colourHarmony('Rust', 'Teal'),
    colourHarmony('Mustard', 'Rust'),
    colourHarmony('Pink', 'Dusty Pink'),
    colourHarmony('Yellow', 'Green'),
  ];
  expect(order).toEqual([...order].sort((a, b) => b - a));
  expect(colourHarmony('Rust', 'Ultraflux')).toBe(0.5);
  expect(colourHarmony('Green', 'Yellow')).toBe(colourHarmony('Yellow', 'Green'));
});

test('letters, shoe sizes and ages carry over, waists do not', () => {
  expect(usualSize('Palazzo', ['S', 'M'], { Kurta: 'm' })).toBe('M');
  expect(usualSize('Jeans', ['30', '32'], { Trousers: '32' })).toBeUndefined();
  expect(usualSize('Jeans', ['30', '32'], { jean: '32' })).toBe('32');
  expect(usualSize('Shoes', ['UK 5', 'UK 6'], { Kurta: 'XL', Sandals: 'UK 6' })).toBe('UK 6');
});

test('completes a festive look in the size and to the colour of the piece in the cart', async () => {
  const { shop, member } = createTestShop();
  const actor = await member();
  must(await shop.carts.setLine(actor, 'marigold-silk-kurta/maroon/m', 1));
  const bundle = must(await shop.browsing.bundle(actor, 'marigold-silk-kurta'));
  expect(bundle.anchor.sku).toBe('marigold-silk-kurta/maroon/m');
  expect(bundle.items.map(({ sku }) => sku)).toEqual([
    'gold-silk-palazzo/gold/m',
    'banarasi-dupatta/maroon',
    'temple-jhumka/gold',
    'zari-mojari/gold/38',
  ]);
  expect(bundle.total).toBe(349_900 + 179_900 + 199_900 + 149_900 + 169_900);
});

test('stays in the department, and with what is here', async () => {
  const { shop, guest, store, catalogue } = createTestShop();
  const actor = await guest();
  for (const { sku } of (await catalogue.product('oxford-shirt'))?.variants ?? []) {
    await store.changeStock(testStoreId, sku, (row) => ({ ...row, onHand: 0 }));
  }
  const look = must(await shop.browsing.bundle(actor, 'slim-chinos'));
  expect(look.items.map(({ handle }) => handle)).not.toContain('oxford-shirt');
  const men = must(await shop.browsing.bundle(actor, 'oxford-shirt'));
  expect(men.items.map(({ department }) => department)).toEqual(['men', 'men']);
  expect(men.items.map(({ handle }) => handle)).toEqual(['slim-chinos', 'leather-belt']);
});

test('an unknown product: near names instead of a look', async () => {
  const { shop, guest } = createTestShop();
  expect(await shop.browsing.bundle(await guest(), 'nothing-like-this')).toMatchObject({
    failure: { kind: 'not-found', reason: 'product-unknown' },
  });
});

test('a guest without a word sees a varied row, the same each time', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const first = must(await shop.browsing.recommend(actor, { limit: 8 }));
  expect(new Set(first.map(({ productType }) => productType)).size).toBe(8);
  expect(must(await shop.browsing.recommend(actor, { limit: 8 }))).toEqual(first);
});

test('preferences lead: department, occasion, size and budget', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(
    await shop.sessions.setPreferences(actor, {
      department: 'women',
      sizes: { Kurta: 'L' },
      colours: ['Maroon'],
      occasion: 'festive',
      budget: 350_000,
    }),
  );
  const row = must(await shop.browsing.recommend(actor, { limit: 5 }));
  expect(row.map(({ handle }) => handle)).toEqual([
    'marigold-silk-kurta',
    'gold-silk-palazzo',
    'banarasi-dupatta',
    'potli-bag',
    'silk-blouse',
  ]);
  expect(row[0]?.sku).toBe('marigold-silk-kurta/mustard/l');
  expect(row.every(({ price, department }) => price <= 350_000 && department === 'women')).toBe(true);
});

test('shows what goes with the cart, not what is in it', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.carts.setLine(actor, 'oxford-shirt/white/m', 1));
  const row = must(await shop.browsing.recommend(actor, { limit: 3 }));
  expect(row.map(({ handle }) => handle)).toEqual(['slim-chinos', 'leather-belt', 'churidar-men']);
});

test('an occasion that nothing is made for still gets an answer', async () => {
  const { shop, guest } = createTestShop();
  expect(
    must(await shop.browsing.recommend(await guest(), { occasion: 'moon landing', limit: 3 })),
  ).toHaveLength(3);
});

test('looking needs no session', async () => {
  const { shop, guest } = createTestShop();
  const nobody = { ...(await guest()), sessionId: '019a0000-0000-7000-8000-00000000ffff' };
  expect(must(await shop.browsing.recommend(nobody, { limit: 4 }))).toHaveLength(4);
  expect(must(await shop.browsing.bundle(nobody, 'silk-kurta-men')).items[0]?.handle).toBe('churidar-men');
});
