import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importText, shop } from './testing/import-text.ts';
import { MemoryCatalogue } from './testing/memory-catalogue.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../test/fixtures/catalogue/${name}`, import.meta.url), 'utf8');
const shops = [shop('hyd-banjara', 'Marigold Banjara Hills'), shop('mum-bandra', 'Marigold Bandra')];

const heading =
  'Handle,Title,Option1 Name,Option1 Value,SKU,Barcode,Price,Compare-at price,Variant image,Note';
const file = (...rows: readonly string[]) => [heading, ...rows].join('\n');
const good = (handle: string, size = 'M', price = '100.00') =>
  `${handle},${handle} title,Size,${size},,,${price},,,`;
const skusOf = (products: readonly { readonly variants: readonly { readonly sku: string }[] }[]) =>
  products.flatMap((product) => product.variants.map((variant) => variant.sku));

describe('importCatalogue on Shopify files', () => {
  it('reads the old headings: BOM, CRLF, newlines in quotes, picture rows, a handle that comes back', async () => {
    const { report, products } = await importText(fixture('shopify-old.csv'));
    expect({ ...report, details: undefined }).toMatchObject({
      products: 2,
      variants: 5,
      errors: [],
      skipped: 1,
      notes: [
        'Products skipped because they are draft: 1.',
        'Handles that appear again further down, and were joined: 1.',
        expect.stringContaining('Quantities not imported: 5.'),
        expect.stringContaining('There are no shops yet'),
      ],
    });
    const cdn = 'https://cdn.shopify.com/s/files/1/0001/';
    const variant = {
      barcode: null,
      price: 154_950,
      compareAtPrice: null,
      image: `${cdn}navy.jpg`,
      colour: 'Navy',
    };
    expect(products.find((product) => product.handle === 'linen-shirt')).toEqual({
      handle: 'linen-shirt',
      title: 'Linen shirt',
      description: 'Washed linen,\nwith a "soft" collar.\n• Made in Kerala',
      brand: 'Acme & Co',
      productType: 'Shirt',
      department: 'men',
      tags: ['fabric:linen', 'office', 'occasion:office'],
      attributes: { fabric: ['linen'], occasion: ['office'] },
      currency: 'INR',
      images: [
        { source: `${cdn}white.jpg`, alt: 'White linen shirt' },
        { source: `${cdn}navy.jpg`, alt: 'Linen shirt' },
        { source: `${cdn}back.jpg`, alt: 'From the back' },
      ],
      extra: {
        'Google Shopping / Gender': 'Male',
        'Google Shopping / Age Group': 'Adult',
        'SEO Title': 'Linen shirt | Acme',
        'Supplier code': 'S-77',
      },
      variants: [
        {
          sku: 'LS-S-W',
          barcode: '04006381333931',
          size: 'S',
          colour: 'White',
          options: [
            { name: 'Size', value: 'S' },
            { name: 'Color', value: 'White' },
          ],
          price: 149_900,
          compareAtPrice: 199_900,
          image: `${cdn}white.jpg`,
          extra: { 'Cost per item': '600.00' },
        },
        {
          sku: 'LS-M-W',
          barcode: null,
          size: 'M',
          colour: 'White',
          options: [
            { name: 'Size', value: 'M' },
            { name: 'Color', value: 'White' },
          ],
          price: 149_900,
          compareAtPrice: 199_900,
          image: `${cdn}white.jpg`,
          extra: { 'Cost per item': '600.00' },
        },
        {
          ...variant,
          sku: 'linen-shirt.m.navy',
          size: 'M',
          options: [
            { name: 'Size', value: 'M' },
            { name: 'Color', value: 'Navy' },
          ],
          extra: { 'Cost per item': '610.00' },
        },
        {
          ...variant,
          sku: 'LS-L-N',
          size: 'L',
          options: [
            { name: 'Size', value: 'L' },
            { name: 'Color', value: 'Navy' },
          ],
          extra: {},
        },
      ],
    });
  });

  it('reads the new headings', async () => {
    const { report, products } = await importText(fixture('shopify-new.csv'));
    expect(report.errors).toEqual([]);
    expect(
      products.map(({ handle, department, productType, variants }) => ({
        handle,
        department,
        productType,
        variants: variants.map(({ sku, barcode, size, colour, price }) => [
          sku,
          barcode,
          size,
          colour,
          price,
        ]),
      })),
    ).toEqual([
      {
        handle: 'block-print-kurta',
        department: 'women',
        productType: 'Tunics',
        variants: [
          ['BPK-S', '00036000291452', 'S', 'Indigo', 179_900],
          ['BPK-M', null, 'M', 'Indigo', 179_900],
        ],
      },
      {
        handle: 'kids-kurta',
        department: 'children',
        productType: 'Kurta',
        variants: [['kids-kurta.2-3y', null, '2-3Y', null, 89_900]],
      },
    ]);
  });

  it('reads stock by rows', async () => {
    const { report, into } = await importText(fixture('shopify-old.csv'), {
      stores: shops,
      inventory: fixture('inventory-rows.csv'),
    });
    expect([...into.stock.values()]).toEqual([
      { storeId: 'hyd-banjara', sku: 'LS-S-W', onHand: 4, location: 'Rail B4' },
      { storeId: 'hyd-banjara', sku: 'LS-M-W', onHand: 7, location: 'Rail B4' },
      { storeId: 'hyd-banjara', sku: 'linen-shirt.m.navy', onHand: 2, location: 'Rail B5' },
      { storeId: 'hyd-banjara', sku: 'gift-box', onHand: 0, location: null },
    ]);
    expect(report.errors).toEqual([
      {
        file: 'inventory',
        row: 8,
        column: 'Location',
        message: "No shop is called 'Warehouse 9'. Shops: 'Marigold Banjara Hills', 'Marigold Bandra'.",
      },
      {
        file: 'inventory',
        row: 9,
        column: 'On hand (current)',
        message:
          "'lots' is not a number of units: write a whole number; the stock of 'LS-L-N' stays as it is.",
      },
      { file: 'inventory', row: 10, column: 'SKU', message: "No variant has the SKU 'NO-SUCH'." },
    ]);
  });

  it('reads stock by columns', async () => {
    const { errors, into } = await importText(fixture('shopify-old.csv'), {
      stores: shops,
      inventory: fixture('inventory-columns.csv'),
    });
    expect([...into.stock.values()].map(({ storeId, sku, onHand }) => [storeId, sku, onHand])).toEqual([
      ['hyd-banjara', 'LS-S-W', 4],
      ['hyd-banjara', 'LS-M-W', 0],
      ['mum-bandra', 'LS-M-W', 3],
    ]);
    expect(errors).toEqual(['1 Old warehouse']);
  });

  it('makes the shops that the stock is in when there are none', async () => {
    const { report, into } = await importText(fixture('shopify-old.csv'), {
      newStoreTimeZone: 'Europe/Madrid',
      inventory: fixture('inventory-columns.csv'),
    });
    expect(report).toMatchObject({ errors: [], stock: 5 });
    expect((await into.stores()).map(({ storeId, timeZone }) => [storeId, timeZone])).toEqual([
      ['banjara-hills', 'Europe/Madrid'],
      ['bandra', 'Europe/Madrid'],
      ['old-warehouse', 'Europe/Madrid'],
    ]);
  });

  it("gives the catalogue's own quantities to the only shop, or the one that is named", async () => {
    const one = await importText(fixture('shopify-old.csv'), { stores: [shop('a', 'A')] });
    expect([...one.into.stock.values()].map(({ sku, onHand }) => [sku, onHand])).toEqual([
      ['gift-box', 0],
      ['LS-S-W', 4],
      ['LS-M-W', 0],
      ['linen-shirt.m.navy', 2],
      ['LS-L-N', 1],
    ]);
    const named = await importText(fixture('shopify-old.csv'), {
      stores: shops,
      quantityStoreId: 'mum-bandra',
    });
    expect(named.report.stock).toBe(5);
  });

  it('changes nothing the second time', async () => {
    const into = new MemoryCatalogue();
    const request = { stores: shops, inventory: fixture('inventory-rows.csv'), into };
    const first = await importText(fixture('shopify-old.csv'), request);
    const second = await importText(fixture('shopify-old.csv'), request);
    expect(first.report).toMatchObject({ created: 13, changed: 0, unchanged: 0 });
    expect(second.report).toMatchObject({ created: 0, changed: 0, unchanged: 13 });
  });
});

describe('importCatalogue on bad rows', () => {
  it.each([
    ['a bad price', 'b,B,Size,M,,,"12,50",,,', '3 Price'],
    ['a price with sign and separators', 'b,B,Size,M,,,"₹1,299.00",,,', '3 Price'],
    ['a negative price', 'b,B,Size,M,,,-5,,,', '3 Price'],
    ['no number', 'b,B,Size,M,,,abc,,,', '3 Price'],
    ['an exponent', 'b,B,Size,M,,,1e3,,,', '3 Price'],
    ['too many decimals', 'b,B,Size,M,,,1.005,,,', '3 Price'],
    ['no price', 'b,B,Size,M,B-1,,,,,', '3 Price'],
    ['a missing option', 'b,B,Size,,B-1,,10,,,', '3 Option1 Value'],
    ['a SKU of another product', 'b,B,Size,M,a.m,,10,,,', '3 SKU'],
    ['a SKU that is too long', `b,B,Size,M,${'x'.repeat(65)},,10,,,`, '3 SKU'],
    ['no handle and no title', ',,Size,M,B-1,,10,,,', '3 Handle'],
    ['a handle without letters', '!!!,B,Size,M,B-1,,10,,,', '3 Handle'],
    ['too many columns', 'b,B,Size,M,B-1,,10,,,,more', '3 -'],
    ['text that is not UTF-8', 'b,B\uFFFDck,Size,M,B-1,,10,,,', '3 Title'],
    ['a stray quote', 'b,B 5" wide,Size,M,B-1,,10,,,', '3 Title'],
    ['an open quote', 'b,"B,Size,M,B-1,,10,,,', '3 Title'],
  ])('leaves %s out and keeps its neighbours', async (_, row, error) => {
    const { errors, products } = await importText(file(good('a'), row, good('c'), good('d')));
    expect(errors).toEqual([error]);
    expect(skusOf(products)).toEqual(['a.m', 'c.m', 'd.m']);
  });

  it.each([
    ['a bad barcode', 'b,B,Size,M,B-1,4006381333932,10,,,', '3 Barcode'],
    ['a bad compare-at price', 'b,B,Size,M,B-1,,10,free,,', '3 Compare-at price'],
    ['a picture that is no picture', 'b,B,Size,M,B-1,,10,,file:///etc/passwd,', '3 Variant image'],
    ['a script for a picture', 'b,B,Size,M,B-1,,10,,javascript:alert(1),', '3 Variant image'],
  ])('keeps a variant without %s', async (_, row, error) => {
    const { errors, products } = await importText(file(good('a'), row, good('c')));
    expect(errors).toEqual([error]);
    expect(skusOf(products)).toEqual(['a.m', 'B-1', 'c.m']);
    expect(products[1]?.variants[0]).toMatchObject({ barcode: null, compareAtPrice: null, image: null });
  });

  it('keeps the product when its first variant is bad', async () => {
    const { errors, products } = await importText(file('a,Kurta,Size,S,,,abc,,,', 'a,,,M,,,100,,,'));
    expect(errors).toEqual(['2 Price']);
    expect(products).toMatchObject([{ title: 'Kurta', variants: [{ sku: 'a.m', size: 'M' }] }]);
  });

  it('keeps the other variants when the first row cannot be read', async () => {
    const { errors, products } = await importText(
      file('a,"Kurta,Size,S,,,100,,,', 'a,,,M,,,100,,,', good('b')),
    );
    expect(errors).toEqual(['2 Title', '3 Title']);
    expect(products).toMatchObject([{ title: 'A', variants: [{ size: 'M' }] }, { handle: 'b' }]);
  });

  it('keeps the first of a variant that comes twice', async () => {
    const { report, products } = await importText(file(good('a'), good('b'), good('a', 'm', '200.00')));
    expect(report.errors).toEqual([
      {
        file: 'catalogue',
        row: 4,
        column: 'Option1 Value',
        message: 'Row 2 is the same variant (m); row 2 is kept.',
      },
    ]);
    expect(products.map(({ handle, variants }) => [handle, variants.map(({ price }) => price)])).toEqual([
      ['b', [10_000]],
      ['a', [10_000]],
    ]);
  });

  it('joins the variants of a handle that comes back', async () => {
    const { errors, products } = await importText(file(good('a'), good('b'), good('a', 'L')));
    expect(errors).toEqual([]);
    expect(skusOf(products)).toEqual(['b.m', 'a.m', 'a.l']);
  });

  it('takes short rows as filled up, and blank lines as nothing', async () => {
    const { errors, products } = await importText(file('a,A,Size,M,,,100', '', ',,,,', good('b')));
    expect(errors).toEqual([]);
    expect(skusOf(products)).toEqual(['a.m', 'b.m']);
  });

  it('skips what is not for sale', async () => {
    const text =
      'Handle,Title,Price,Status,Published\na,A,1,draft,TRUE\nb,B,1,archived,TRUE\nc,C,1,active,FALSE\nd,D,1,,FALSE\ne,E,1,sold,\n';
    const { report, errors, products } = await importText(text);
    expect(products.map((product) => product.handle)).toEqual(['c']);
    expect(report.notes).toEqual([
      'Products skipped because they are draft: 1.',
      'Products skipped because they are archived: 1.',
      'Products skipped because they are unpublished: 1.',
      expect.stringContaining('There are no shops yet'),
    ]);
    expect(errors).toEqual(['6 Status']);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n\n', 'The file is empty.'],
    ['Title,Price\na,1\n', "no column 'Handle' or 'URL handle'"],
    ['Handle;Title;Price\na;A;1\n', "separated by ';'"],
    ['Handle,Title\na,A\n', "no column 'Variant Price' or 'Price'"],
    ['"Handle,Title\n', 'heading row cannot be read'],
  ])('refuses %j as a whole', async (text, message) => {
    await expect(importText(text)).rejects.toThrow(message);
  });
});

describe('importCatalogue on anything', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('"', 'a', 'M', '10', '1,5', '__proto__', 'constructor', '\n', '\r\n', '<p>', '=1+1'),
  );

  it('never throws on rows of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cells, { maxLength: 12 }), { maxLength: 12 }), async (rows) => {
        const { report } = await importText(file(...rows.map((row) => row.join(','))));
        expect(report.errorCount).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every good row around a bad one', async () => {
    const garbage = fc
      .array(cells, { maxLength: 12 })
      .map((row) => row.join(',').replace(/[\r\n]/g, ' '))
      // What happens to be a good row, or to name one of the good products, is not garbage.
      .filter((row) => !/good/i.test(row));
    await fc.assert(
      fc.asyncProperty(fc.array(garbage, { minLength: 1, maxLength: 4 }), async (bad) => {
        const rows = bad.flatMap((row, index) => [good(`good-${index}`), row]);
        const { into } = await importText(file(...rows, good('good-last')));
        const kept = [...into.products.keys()].filter((handle) => handle.startsWith('good-'));
        expect(kept).toEqual([...bad.map((_, index) => `good-${index}`), 'good-last']);
      }),
      { numRuns: 300 },
    );
  });
});
