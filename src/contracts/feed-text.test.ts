import { expect, test } from 'vitest';
import type { FeedLine, StockRow } from './feed.ts';
import { packedJson, productLine, readFeedText, unpackFeedLine, writeFeedText } from './feed-text.ts';

const row: StockRow = {
  storeId: 'hyd "banjara", "rows":',
  sku: 'KURTA-M',
  onHand: -1,
  reserved: 2,
  safety: 1,
  location: null,
  granted: 3,
  spent: 1,
  recall: 2,
  asOf: '2026-11-22T09:00:00.000Z',
};
const stock = (fields: Partial<StockRow>): FeedLine => ({ type: 'stock', row: { ...row, ...fields } });
const product = {
  type: 'product',
  product: {
    handle: 'kurta',
    title: 'Kurta "ए"',
    description: '',
    brand: '',
    productType: 'Kurta',
    department: 'women',
    tags: [],
    attributes: { fabric: ['Silk'] },
    currency: 'INR',
    images: [],
    variants: [],
  },
} as const satisfies FeedLine;
const lines: readonly FeedLine[] = [
  {
    type: 'begin',
    mode: 'snapshot',
    epoch: '00000000-0000-7000-8000-000000000001',
    rows: 3,
    lease: { number: 1, remainingMs: null },
  },
  product,
  ...Array.from({ length: 205 }, (_, index) => stock({ sku: `SKU-${index}` })),
  stock({ storeId: 'hyd-2', location: 'Rail B4' }),
  { type: 'product-removed', handle: 'saree' },
  stock({ storeId: 'hyd-2' }),
  { type: 'checkpoint', cursor: '1', appliedSequence: 0, complete: true },
];

const textLines = writeFeedText(lines).trimEnd().split('\n');

test('a feed as it is sent says what was to be said, in fewer lines', () => {
  expect(textLines).toHaveLength(1 + 1 + 3 + 1 + 1 + 1 + 1);
  const read = textLines.flatMap((text) => {
    const line = readFeedText(text);
    return line === undefined ? [] : unpackFeedLine(line);
  });
  expect(read).toEqual(lines);
});

test('a product whose JSON is kept is sent as it stands, or packed where it was kept plain', () => {
  const sent = writeFeedText([product]);
  const line = readFeedText(sent.trimEnd());
  if (line?.type !== 'packed-product') throw new Error('No packed product');
  expect(writeFeedText([productLine(packedJson(sent.trimEnd(), line))])).toBe(sent);
  expect(writeFeedText([productLine(JSON.stringify(product.product))])).toBe(sent);
});

test('plain lines are understood too, and what is none is refused', () => {
  for (const line of lines) expect(readFeedText(JSON.stringify(line))).toEqual(line);
  const packed = JSON.parse(textLines[2] ?? '') as { rows: unknown[][] };
  const cells = [...(packed.rows[0] ?? [])];
  const wrong = ['', 1.5, -1, -1, 7, -1, '1', 0.5];
  for (const [column, value] of wrong.entries()) {
    const rows = [cells.with(column, value)];
    expect(readFeedText(JSON.stringify({ ...packed, rows }))).toBeUndefined();
  }
  for (const rows of [null, [[]], [null], [[...cells, 1]], [cells.with(0, 'x'.repeat(65))]]) {
    expect(readFeedText(JSON.stringify({ ...packed, rows }))).toBeUndefined();
  }
  for (const text of ['', '<html>', 'null', '{"type":"packed-stock"}', '{"type":"new"}']) {
    expect(readFeedText(text)).toBeUndefined();
  }
});

test('the JSON inside a line is taken as it stands, or written anew where it stands otherwise', () => {
  for (const text of textLines) {
    const line = readFeedText(text);
    if (line?.type !== 'packed-product' && line?.type !== 'packed-stock') continue;
    const value: unknown = line.type === 'packed-product' ? line.product : line.rows;
    expect(packedJson(text, line)).toBe(JSON.stringify(value));
    const otherwise = JSON.stringify(Object.fromEntries(Object.entries(line).reverse()));
    expect(packedJson(otherwise, line)).toBe(JSON.stringify(value));
  }
});
