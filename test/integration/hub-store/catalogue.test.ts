import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Offer } from '../../../src/contracts/offer.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { headCursor } from '../../../src/platform/hub-store/feed-log.ts';
import { storeIdsByArrival } from '../../../src/platform/hub-store/stores.ts';
import { shop } from '../../../src/platform/store/testing/samples.ts';
import { incoming, pairDevice, placeAfter } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const wet = { dryRun: false };
const offer: Offer = {
  code: 'TEN',
  title: 'Ten off',
  description: '',
  discount: { type: 'percentage', basisPoints: 1000, maximum: null },
  minimumSubtotal: 0,
  tiers: [],
  productTypes: [],
  currency: 'INR',
  validFrom: '2026-01-01T00:00:00.000Z',
  validUntil: '2027-01-01T00:00:00.000Z',
};

describe.each(databases)('the catalogue of a hub on %s', (kind) => {
  let it: TestHub;
  beforeAll(async () => {
    it = await openTestHub(kind);
  });
  afterAll(() => it.close());

  test('tells created, changed and unchanged apart, and only what differs is a change of the feed', async () => {
    const { hub } = it;
    const writer = createCatalogueWriter(hub);
    const all = (title: string, onHand: number) =>
      writer.write(
        async (catalogue) => [
          await catalogue.putStore(shop),
          await catalogue.putProduct(incoming('kurta', ['M/Red/500', 'L/Red/500'], title)),
          await catalogue.putStock({ storeId: shop.storeId, sku: 'kurta-M-Red', onHand, location: 'A1' }),
          await catalogue.putStock({ storeId: shop.storeId, sku: 'kurta-M-Red', onHand, location: null }),
        ],
        wet,
      );
    expect(await all('Kurta', 3)).toEqual([
      'created',
      { product: 'created', variants: ['created', 'created'] },
      'created',
      'unchanged',
    ]);
    const cursor = await headCursor(hub.sql);
    expect(await all('Kurta', 3)).toEqual([
      'unchanged',
      { product: 'unchanged', variants: ['unchanged', 'unchanged'] },
      'unchanged',
      'unchanged',
    ]);
    expect(await headCursor(hub.sql)).toBe(cursor);
    expect(await all('Silk kurta', 4)).toEqual([
      'unchanged',
      { product: 'changed', variants: ['unchanged', 'unchanged'] },
      'changed',
      'unchanged',
    ]);
    expect(await headCursor(hub.sql)).toBe(cursor + 2);
    expect(await writer.extras('kurta')).toEqual({
      product: { Cost: '12' },
      variants: { 'kurta-M-Red': {}, 'kurta-L-Red': {} },
    });
    expect(await writer.extras('nothing')).toBeUndefined();
  });

  test('a dry run says what would change and changes nothing', async () => {
    const { hub } = it;
    const before = await headCursor(hub.sql);
    const change = await createCatalogueWriter(hub).write(
      async (catalogue) => catalogue.putProduct(incoming('shirt', ['M/Blue/900'])),
      { dryRun: true },
    );
    expect(change).toEqual({ product: 'created', variants: ['created'] });
    expect(await headCursor(hub.sql)).toBe(before);
    expect(await hub.sql.first('SELECT handle FROM product WHERE handle = ?', 'shirt')).toBeUndefined();
  });

  test('a sku that moves takes its number along, and a product left without variants goes', async () => {
    const { hub } = it;
    const writer = createCatalogueWriter(hub);
    const device = await pairDevice(hub, 'kiosk');
    const numberOf = async (sku: string) =>
      (await hub.sql.first<{ number: number }>('SELECT number FROM variant WHERE sku = ?', sku))?.number;
    await writer.write(async (catalogue) => {
      await catalogue.putProduct(incoming('coat', ['M/Grey/2000']));
    }, wet);
    const number = await numberOf('coat-M-Grey');
    const place = await placeAfter(hub, await device.feed());
    await writer.write(async (catalogue) => {
      const [variant] = incoming('coat', ['M/Grey/2000']).variants;
      if (variant === undefined) throw new Error('no variant');
      expect(await catalogue.hasVariant('coat-M-Grey')).toBe(true);
      expect(await catalogue.hasVariant('coat-S-Grey')).toBe(false);
      await catalogue.putProduct({ ...incoming('overcoat', ['S/Grey/2000']), variants: [variant] });
    }, wet);
    expect(await numberOf('coat-M-Grey')).toBe(number);
    const news = await device.feed(place);
    expect(news.map((line) => line.type)).toEqual(['begin', 'product-removed', 'product', 'checkpoint']);
    expect(await hub.sql.all('SELECT handle FROM product WHERE handle LIKE ?', '%coat')).toEqual([
      { handle: 'overcoat' },
    ]);
  });

  test('shops keep the order in which they were named, and what throws in the middle leaves nothing', async () => {
    const { hub } = it;
    const writer = createCatalogueWriter(hub);
    const shops = ['z-first', 'a-second'].map((storeId) => ({ ...shop, storeId }));
    await writer.write(async (catalogue) => {
      for (const one of shops) await catalogue.putStore(one);
    }, wet);
    await writer.write(async (catalogue) => {
      await catalogue.putStore({ ...shop, storeId: 'z-first', name: 'Another name' });
    }, wet);
    expect(await storeIdsByArrival(hub.sql)).toEqual([shop.storeId, 'z-first', 'a-second']);
    const failing = writer.write(async (catalogue) => {
      await catalogue.putStore({ ...shop, storeId: 'never' });
      throw new Error('the file ends here');
    }, wet);
    await expect(failing).rejects.toThrow('the file ends here');
    expect(await storeIdsByArrival(hub.sql)).not.toContain('never');
  });

  test('an offer is a change of the feed once', async () => {
    const { hub } = it;
    const put = (title: string) =>
      createCatalogueWriter(hub).write((catalogue) => catalogue.putOffer({ ...offer, title }), wet);
    expect([await put('Ten off'), await put('Ten off'), await put('Tenth off')]).toEqual([
      'created',
      'unchanged',
      'changed',
    ]);
  });
});
