import { expect, test } from 'vitest';
import type { SearchQuery } from '../../contracts/catalogue.ts';
import { createSqliteCatalogue } from './catalogue.ts';
import { createCatalogueRows } from './catalogue-rows.ts';
import { putReservation } from './reservation-repository.ts';
import { makeProduct, makeReservation, openKioskFile, shop, start } from './testing/samples.ts';

const silk = makeProduct('silk-kurta', ['S/Red/2500', 'M/Navy Blue/2600'], {
  title: 'Banarasi silk kurta',
  attributes: { fabric: ['Silk'], occasion: ['Wedding'] },
});
const cotton = makeProduct('cotton-kurta', ['M/Red/900', 'L/Sky Blue/900'], {
  title: 'Handloom cotton kurta',
  attributes: { fabric: ['Cotton'], occasion: ['Casual'] },
});
const jeans = makeProduct('jeans', ['M/Indigo/1800'], {
  title: 'Straight jeans',
  productType: 'Jeans',
  department: 'men',
  description: 'Denim that goes with a kurta',
});

function openShop() {
  const database = openKioskFile();
  const rows = createCatalogueRows(database.connection);
  const putStock = database.connection.prepare(
    'INSERT OR REPLACE INTO stock (storeId, sku, onHand, asOf) VALUES (?, ?, ?, ?)',
  );
  const stock = (sku: string, onHand: number) => putStock.run(shop.storeId, sku, onHand, start);
  for (const product of [silk, cotton, jeans]) rows.putProduct(product);
  stock('silk-kurta-S-Red', 2);
  stock('cotton-kurta-L-Sky Blue', 1);
  const catalogue = createSqliteCatalogue(database);
  const find = async (query: SearchQuery) =>
    (await catalogue.search(shop.storeId, query)).items.map(({ handle }) => handle);
  return { database, rows, stock, catalogue, find };
}

test('finds by words, beginnings, plurals and slips, and says what it corrected', async () => {
  const { catalogue, find } = openShop();
  expect(await find({ text: 'silk kurta' })).toEqual(['silk-kurta']);
  expect(await find({ text: 'kur' })).toEqual(['silk-kurta', 'cotton-kurta', 'jeans']);
  expect(await find({ text: 'show me some kurtas for a wedding' })).toEqual(['silk-kurta']);
  expect(await find({ text: 'Banarsi' })).toEqual(['silk-kurta']);
  expect(await catalogue.search(shop.storeId, { text: 'handlom kutra' })).toMatchObject({
    total: 1,
    items: [{ handle: 'cotton-kurta' }],
    corrections: [
      { from: 'handlom', to: 'handloom' },
      { from: 'kutra', to: 'kurta' },
    ],
  });
  expect(await find({ text: 'zzzzzz' })).toEqual([]);
  expect(await find({ text: '"; DROP * NEAR(' })).toEqual([]);
});

test('where nothing has all the words, the garment counts', async () => {
  const { find } = openShop();
  expect(await find({ text: 'leather jeans' })).toEqual(['jeans']);
  expect(await find({ text: 'denim silk kurta velvet' })).toContain('silk-kurta');
});

test('one variant must fulfil size, colour, price and stock by itself', async () => {
  const { find } = openShop();
  expect(await find({ size: 'M', colour: 'red' })).toEqual(['cotton-kurta']);
  expect(await find({ colour: 'blue' })).toEqual(['cotton-kurta', 'silk-kurta', 'jeans']);
  expect(await find({ colour: 'sky blue' })).toEqual(['cotton-kurta']);
  expect(await find({ colour: 'blue', inStock: true })).toEqual(['cotton-kurta']);
  expect(await find({ size: 'M', inStock: true })).toEqual([]);
  expect(await find({ text: 'kurta', excludeColours: ['red'], maximumPrice: 100_000 })).toEqual([
    'cotton-kurta',
  ]);
  expect(
    await find({ productType: 'kurtas', fabric: 'silk', occasion: 'wedding', department: 'women' }),
  ).toEqual(['silk-kurta']);
  expect(await find({ minimumPrice: 150_000, sort: 'price-ascending' })).toEqual(['jeans', 'silk-kurta']);
  expect(await find({ sort: 'newest', limit: 1, offset: 1 })).toEqual(['cotton-kurta']);
});

test('summary, facets and total are of the matching variants', async () => {
  const { catalogue } = openShop();
  expect(await catalogue.search(shop.storeId, { text: 'silk', limit: 1 })).toEqual({
    total: 1,
    corrections: [],
    items: [
      {
        handle: 'silk-kurta',
        title: 'Banarasi silk kurta',
        productType: 'Kurta',
        department: 'women',
        price: 250_000,
        compareAtPrice: null,
        currency: 'INR',
        image: null,
        colours: ['Red', 'Navy Blue'],
        sizes: ['S', 'M'],
        sizesHere: ['S'],
        availableHere: 2,
        sku: 'silk-kurta-S-Red',
      },
    ],
    facets: {
      department: [{ value: 'women', count: 1 }],
      productType: [{ value: 'Kurta', count: 1 }],
      size: [
        { value: 'M', count: 1 },
        { value: 'S', count: 1 },
      ],
      colour: [
        { value: 'Navy Blue', count: 1 },
        { value: 'Red', count: 1 },
      ],
    },
  });
});

test('sees every change at once: stock, holds, rolled back ones, products that come and go', async () => {
  const { database, rows, stock, catalogue, find } = openShop();
  const here = async () => (await catalogue.search(shop.storeId, { text: 'silk' })).items[0]?.availableHere;
  expect(await here()).toBe(2);
  stock('silk-kurta-M-Navy Blue', 3);
  expect(await here()).toBe(5);
  await database.transaction((query) =>
    putReservation(query, makeReservation({ sku: 'silk-kurta-S-Red' }), 1),
  );
  expect(await here()).toBe(4);
  const undone = database.transaction(async () => {
    stock('silk-kurta-S-Red', 0);
    expect(await here()).toBe(4);
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect(await here()).toBe(4);
  rows.removeProduct('jeans');
  rows.putProduct(makeProduct('shawl', ['M/Ivory/3000'], { title: 'Pashmina shawl', productType: 'Shawl' }));
  expect(await find({ text: 'jeans' })).toEqual([]);
  expect(await find({ text: 'pashmna' })).toEqual(['shawl']);
  rows.putProduct({ ...cotton, title: 'Khadi kurta' });
  expect(await find({ text: 'handloom' })).toEqual([]);
});

test('finds variants by sku, number and barcode of 8, 12, 13 or 14 digits', async () => {
  const { rows, catalogue } = openShop();
  const belt = makeProduct('belt', ['M/Tan/700']);
  const [plain] = belt.variants;
  if (plain === undefined) throw new Error('no variant');
  const variant = { ...plain, barcode: '00036000291452' };
  rows.putProduct({ ...belt, variants: [variant] });
  for (const digits of ['036000291452', '0036000291452', '00036000291452']) {
    expect(await catalogue.variantByBarcode(digits)).toEqual(variant);
  }
  expect(await catalogue.variantByBarcode('36000291452')).toBeUndefined();
  expect(await catalogue.variantsByNumber([variant.number, 999_999])).toEqual([variant]);
  expect(await catalogue.variants(['nothing', variant.sku])).toEqual([variant]);
  expect(await catalogue.products(['jeans', 'nothing', 'silk-kurta'])).toEqual([jeans, silk]);
});

test('the vocabulary is of the catalogue, most used first', async () => {
  const { catalogue } = openShop();
  expect(await catalogue.vocabulary()).toEqual({
    departments: ['women', 'men'],
    productTypes: ['Kurta', 'Jeans'],
    colours: ['Red', 'Navy Blue', 'Sky Blue', 'Indigo'],
    sizes: ['M', 'S', 'L'],
    fabrics: ['Silk', 'Cotton'],
    occasions: ['Wedding', 'Casual'],
    patterns: [],
    brands: ['Marigold'],
    titleWords: expect.arrayContaining(['jeans']),
    kinds: expect.any(Array),
  });
});

test('the vocabulary is counted again only when a product has changed', async () => {
  const { catalogue, rows } = openShop();
  const before = await catalogue.vocabulary();
  expect(await catalogue.vocabulary()).toBe(before);
  rows.removeProduct('jeans');
  expect((await catalogue.vocabulary()).productTypes).toEqual(['Kurta']);
  rows.putProduct(jeans);
  expect((await catalogue.vocabulary()).productTypes).toEqual(['Kurta', 'Jeans']);
});
