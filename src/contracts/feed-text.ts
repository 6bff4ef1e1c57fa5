import { z } from 'zod';
import type { Product } from './catalogue.ts';
import { type FeedLine, feedLine, type StockRow } from './feed.ts';
import {
  isPackedJson,
  type PackedProduct,
  packedProduct,
  packProduct,
  unpackProduct,
} from './packed-product.ts';
import { sku, storeId } from './primitives.ts';

/** A stock row of a shop as a row: columns as in `stockRow`, `asOf` in milliseconds since 1970. */
export type PackedStock = readonly [
  sku: string,
  onHand: number,
  reserved: number,
  safety: number,
  location: string | null,
  granted: number,
  spent: number,
  asOf: number,
  recall: number,
];

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;

/** Checked by hand, as the rows of variants are: there may be a million of them. */
function isPackedStock(value: unknown): value is PackedStock {
  if (!Array.isArray(value) || value.length !== 9) return false;
  const [ownSku, onHand, reserved, safety, location, granted, spent, asOf, recall] = value as unknown[];
  return (
    typeof ownSku === 'string' &&
    ownSku.length >= 1 &&
    ownSku.length <= (sku.maxLength ?? 0) &&
    Number.isSafeInteger(onHand) &&
    isCount(reserved) &&
    isCount(safety) &&
    (location === null || typeof location === 'string') &&
    isCount(granted) &&
    isCount(spent) &&
    Number.isSafeInteger(asOf) &&
    isCount(recall)
  );
}

const packedLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('packed-product'), product: packedProduct }),
  z.object({
    type: z.literal('packed-stock'),
    storeId,
    rows: z
      .custom<readonly PackedStock[]>(
        (value) => Array.isArray(value) && value.every(isPackedStock),
        'Not rows of stock',
      )
      .readonly(),
  }),
]);

/** What a hub writes in the place of `product` and `stock`, which a reader understands too. */
export type PackedLine = z.infer<typeof packedLine>;

/** Rows of stock in one line: short work for who reads it. */
const rowsPerLine = 100;

export const packStock = (row: StockRow): PackedStock => [
  row.sku,
  row.onHand,
  row.reserved,
  row.safety,
  row.location,
  row.granted,
  row.spent,
  Date.parse(row.asOf),
  row.recall,
];

/** A line that is written already, without its end. */
interface WrittenLine {
  readonly type: 'written';
  readonly text: string;
}
/** What a hub sends: a line, or its text where it need not be written anew. */
export type OutgoingLine = FeedLine | WrittenLine;

const productPrefix = '{"type":"packed-product","product":';

/** The line of a product whose JSON is at hand, packed or not. */
export function productLine(json: string): OutgoingLine {
  return isPackedJson(json)
    ? { type: 'written', text: `${productPrefix}${json}}` }
    : { type: 'product', product: JSON.parse(json) as Product };
}

/** Lines of a feed as they are sent: NDJSON, products packed, stock of one shop in rows. */
export function writeFeedText(lines: Iterable<OutgoingLine>): string {
  let text = '';
  let shop = '';
  let rows: PackedStock[] = [];
  const endRows = (): void => {
    if (rows.length > 0) {
      text += `${JSON.stringify({ type: 'packed-stock', storeId: shop, rows } satisfies PackedLine)}\n`;
    }
    rows = [];
  };
  for (const line of lines) {
    if (line.type === 'stock') {
      if (line.row.storeId !== shop || rows.length === rowsPerLine) endRows();
      shop = line.row.storeId;
      rows.push(packStock(line.row));
      continue;
    }
    endRows();
    if (line.type === 'written') text += `${line.text}\n`;
    else if (line.type === 'product')
      text += `${productPrefix}${JSON.stringify(packProduct(line.product))}}\n`;
    else text += `${JSON.stringify(line)}\n`;
  }
  endRows();
  return text;
}

/** Undefined when it is no line of a feed. */
export function readFeedText(text: string): PackedLine | FeedLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return packedLine.safeParse(line).data ?? feedLine.safeParse(line).data;
  } catch {
    return undefined;
  }
}

/** What a line says, thing by thing. */
export function unpackFeedLine(line: PackedLine | FeedLine): readonly FeedLine[] {
  if (line.type === 'packed-product') return [{ type: 'product', product: unpackProduct(line.product) }];
  if (line.type !== 'packed-stock') return [line];
  return line.rows.map(([ownSku, onHand, reserved, safety, location, granted, spent, asOf, recall]) => ({
    type: 'stock',
    row: {
      storeId: line.storeId,
      sku: ownSku,
      onHand,
      reserved,
      safety,
      location,
      granted,
      spent,
      recall,
      asOf: new Date(asOf).toISOString(),
    },
  }));
}

/**
 * The JSON of a packed line's product or rows as it stands in the line's text: a reader that keeps or hands it on need
 * not write it anew. Only for a text that `readFeedText` has read as `line`.
 */
export function packedJson(text: string, line: PackedLine): string {
  const [before, value]: readonly [string, PackedProduct | readonly PackedStock[]] =
    line.type === 'packed-product'
      ? [productPrefix, line.product]
      : [`{"type":"packed-stock","storeId":${JSON.stringify(line.storeId)},"rows":`, line.rows];
  return text.startsWith(before) && text.endsWith('}')
    ? text.slice(before.length, -1)
    : JSON.stringify(value);
}
