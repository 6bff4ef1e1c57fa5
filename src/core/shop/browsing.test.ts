import { expect, test } from 'vitest';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';

test('names one variant by handle, size and colour, without case', async () => {
  const { shop } = createTestShop();
  const found = await shop.browsing.resolve({ handle: 'indigo-block-kurta', size: 'm', colour: 'rust' });
  expect(found).toMatchObject({ ok: true, value: { variant: { sku: 'indigo-block-kurta/rust/m' } } });
});

test('a size that does not exist: the ones that do, and those in stock here', async () => {
  const { shop } = createTestShop();
  const found = await shop.browsing.resolve(
    { handle: 'indigo-block-kurta', size: '4XL', colour: 'Rust' },
    testStoreId,
  );
  expect(found).toEqual({
    ok: false,
    failure: {
      kind: 'not-found',
      reason: 'size-unknown',
      message:
        'Indigo Block Print Kurta does not come in size 4XL. Sizes: XS, S, M, L, XL. In this shop now: XS, S, M, L, XL.',
      details: { sizes: ['XS', 'S', 'M', 'L', 'XL'], sizesHere: ['XS', 'S', 'M', 'L', 'XL'] },
    },
  });
});

test('says nothing of the floor when the shop is not given', async () => {
  const { shop } = createTestShop();
  const found = await shop.browsing.resolve({ handle: 'indigo-block-kurta', size: '4XL' });
  expect(found).toMatchObject({
    failure: { message: 'Indigo Block Print Kurta does not come in size 4XL. Sizes: XS, S, M, L, XL.' },
  });
});

test('what is left open is asked for', async () => {
  const { shop } = createTestShop();
  const found = await shop.browsing.resolve({ handle: 'ivory-palazzo', colour: 'black' }, testStoreId);
  expect(found).toEqual({
    ok: false,
    failure: {
      kind: 'invalid',
      reason: 'choice-needed',
      message: 'Choose the size (XS, S, M, L, XL) of Ivory Flared Palazzo.',
      details: {
        sizes: ['XS', 'S', 'M', 'L', 'XL'],
        colours: ['Black'],
        sizesHere: ['XS', 'S', 'M', 'L', 'XL'],
      },
    },
  });
});

test('a colour that does not exist: the ones that do', async () => {
  const { shop } = createTestShop();
  expect(await shop.browsing.resolve({ handle: 'temple-jhumka', colour: 'Green' })).toMatchObject({
    failure: { kind: 'not-found', reason: 'colour-unknown', details: { colours: ['Gold'] } },
  });
});

test('an unknown product: the ones with near names', async () => {
  const { shop } = createTestShop();
  expect(await shop.browsing.product('indigo-blok-kurta')).toMatchObject({
    failure: {
      kind: 'not-found',
      message: 'There is no product indigo-blok-kurta. Did you mean Indigo Block Print Kurta?',
      details: { near: [{ handle: 'indigo-block-kurta' }] },
    },
  });
});

test('an unknown piece, an unknown barcode, and no choice at all are told apart', async () => {
  const { shop } = createTestShop();
  const failures = await Promise.all([
    shop.browsing.resolve({ sku: 'nothing' }),
    shop.browsing.byBarcode('123'),
    shop.browsing.resolve({}),
  ]);
  expect(failures.map((one) => !one.ok && one.failure.reason)).toEqual([
    'sku-unknown',
    'barcode-unknown',
    'choice-needed',
  ]);
});
