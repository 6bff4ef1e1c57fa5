import type { Product } from '../../../../src/contracts/catalogue.ts';
import type { FeedLine, StockRow } from '../../../../src/contracts/feed.ts';
import { writeFeedText } from '../../../../src/contracts/feed-text.ts';
import type { Store } from '../../../../src/contracts/store.ts';
import { makeCatalogue } from '../catalogue.ts';

export const storeId = 'bench';
const epoch = '00000000-0000-7000-8000-000000000001';
const asOf = '2026-11-22T09:00:00.000Z';
/** As the hub has them. */
const rowsBetweenCheckpoints = 500;
/** Changes of stock that come in one answer of the hub. */
export const deltaCount = 10_000;
/** Where the feeds of one shop end: a kiosk asks for the next of them. */
export const cursors = { deltas: '1000000', everything: '2000000' } as const;
/** What the first search asks for. */
export const firstSearch = { text: 'silk kurta', size: 'M', limit: 20 } as const;

export const shop: Store = {
  storeId,
  name: 'Bench',
  address: 'Road 1',
  city: 'Hyderabad',
  phone: '+914012345678',
  position: { latitude: 17.4, longitude: 78.4 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1260 })),
  fittingRooms: 4,
};

/** One shop with a stock row for every variant: what both ways get, each in its own form. */
export interface Content {
  readonly products: readonly Product[];
  readonly stock: readonly StockRow[];
}

export function makeContent(variants: number): Content {
  const products = makeCatalogue(variants);
  const stock = products.flatMap((product) =>
    product.variants.map(
      ({ sku, number }): StockRow => ({
        storeId,
        sku,
        onHand: 2 + (number % 7),
        reserved: 0,
        safety: 0,
        location: `Rail ${String.fromCharCode(65 + (number % 20))}${number % 9}`,
        granted: 2 + (number % 3),
        spent: 0,
        recall: 0,
        asOf,
      }),
    ),
  );
  return { products, stock };
}

/** Ten thousand other figures, spread over the shop; the same variant may be there twice. */
export function makeDeltas({ stock }: Content): readonly StockRow[] {
  return Array.from({ length: deltaCount }, (_, index) => {
    const row = stock[(index * 7919) % stock.length];
    if (row === undefined) throw new Error('A shop without stock');
    return { ...row, onHand: row.onHand + 1 + (index % 5) };
  });
}

function feedOf(rows: readonly FeedLine[], mode: 'snapshot' | 'delta', last: string): string {
  const lines: FeedLine[] = [
    { type: 'begin', mode, epoch, rows: rows.length, lease: { number: 1, remainingMs: 72 * 3_600_000 } },
  ];
  for (let at = 0; at < rows.length; at += rowsBetweenCheckpoints) {
    const end = Math.min(rows.length, at + rowsBetweenCheckpoints);
    lines.push(...rows.slice(at, end));
    const complete = end === rows.length;
    lines.push({
      type: 'checkpoint',
      cursor: complete ? last : `${end}.0`,
      appliedSequence: 0,
      complete,
    });
  }
  return writeFeedText(lines);
}

const stockLine = (row: StockRow): FeedLine => ({ type: 'stock', row });

/** As the hub answers who has nothing yet. */
export function snapshotText({ products, stock }: Content): string {
  const rows: FeedLine[] = [
    { type: 'store', store: shop },
    ...products.map((product): FeedLine => ({ type: 'product', product })),
    ...stock.map(stockLine),
  ];
  return feedOf(rows, 'snapshot', `${rows.length}`);
}

export const deltaText = (deltas: readonly StockRow[]): string =>
  feedOf(deltas.map(stockLine), 'delta', cursors.deltas);

/** Every product at another price and every figure another one: as much work as a first sync, and promises go on. */
export function everythingText({ products, stock }: Content): string {
  const dearer = products.map(
    ({ variants, ...product }): FeedLine => ({
      type: 'product',
      product: {
        ...product,
        variants: variants.map((variant) => ({ ...variant, price: variant.price + 100 })),
      },
    }),
  );
  const rows = [...dearer, ...stock.map((row) => stockLine({ ...row, onHand: row.onHand + 1 }))];
  return feedOf(rows, 'delta', cursors.everything);
}

/** The same shop as plain JSON. */
export const contentJson = ({ products, stock }: Content): string =>
  JSON.stringify({ store: shop, products, stock });
