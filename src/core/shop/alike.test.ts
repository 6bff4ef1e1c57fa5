import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const kurta = 'indigo-block-kurta';

test('other pieces of the garment that are here, each once, and never the piece itself', async () => {
  const { shop, guest, catalogue } = createTestShop();
  const found = must(await shop.browsing.similar(await guest(), kurta, 5));
  const anchor = await catalogue.product(kurta);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(5);
  expect(found.map(({ handle }) => handle)).not.toContain(kurta);
  expect(new Set(found.map(({ handle }) => handle)).size).toBe(found.length);
  for (const item of found) {
    expect(item.productType).toBe(anchor?.productType);
    expect([anchor?.department, 'unisex']).toContain(item.department);
    expect(item.availableHere).toBeGreaterThan(0);
  }
});

test('a product that is not there is said so', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(await shop.browsing.similar(actor, 'nothing', 5)).toMatchObject({ failure: { kind: 'not-found' } });
  expect(await shop.browsing.compare(actor, [kurta, 'nothing'])).toMatchObject({
    failure: { kind: 'not-found' },
  });
});

test('side by side in the order that they were named, with what differs and nothing else', async () => {
  const { shop, guest, catalogue } = createTestShop();
  const handles = ['ivory-palazzo', kurta];
  const { items, differences } = must(await shop.browsing.compare(await guest(), handles));
  expect(items.map(({ handle }) => handle)).toEqual(handles);
  const products = await catalogue.products(handles);
  expect(differences.find(({ name }) => name === 'garment')?.values).toEqual(
    products.map(({ productType }) => [productType]),
  );
  for (const { values } of differences) {
    expect(values).toHaveLength(2);
    expect([...(values[0] ?? [])].sort()).not.toEqual([...(values[1] ?? [])].sort());
  }
});

test.each([[[kurta]], [[kurta, kurta]], [[]], [[kurta, 'a', 'b', 'c', 'd']]])(
  '%j cannot be compared',
  async (handles) => {
    const { shop, guest } = createTestShop();
    expect(await shop.browsing.compare(await guest(), handles)).toMatchObject({
      failure: { kind: 'invalid', reason: 'not-comparable' },
    });
  },
);
