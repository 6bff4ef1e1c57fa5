import type { FeedLine } from '../../contracts/feed.ts';
import { type PackedLine, packedJson, packStock } from '../../contracts/feed-text.ts';
import { packProduct } from '../../contracts/packed-product.ts';
import { assertNever } from '../../contracts/result.ts';
import { type CatalogueRows, createCatalogueRows, type ProductDocument } from './catalogue-rows.ts';
import type { Connection } from './connection.ts';
import { createFloorRows, type FloorRows } from './floor-rows.ts';
import { createStockRows } from './stock-rows.ts';
import { createVisitorRows, type VisitorRows } from './visitor-rows.ts';

type Line = PackedLine | FeedLine;
export type RowLine = Exclude<Line, { type: 'begin' | 'checkpoint' }>;
type SingleLine = Exclude<RowLine, { type: 'product' | 'packed-product' | 'stock' | 'packed-stock' }>;

/** Rows that are written in one go: a millisecond of work or two. */
export type Portion =
  | { readonly type: 'products'; readonly products: ProductDocument[]; variants: number }
  | {
      readonly type: 'stock';
      readonly storeId: string;
      readonly skus: readonly string[];
      /** JSON of `PackedStock`s. */
      readonly rows: string;
    }
  | { readonly type: 'single'; readonly line: SingleLine };

/** A product with more variants than that makes a portion of its own. */
const variantsAtOnce = 120;

/** Things that a line brings. */
export const rowsOf = (line: RowLine): number => (line.type === 'packed-stock' ? line.rows.length : 1);

/** Adds what a line brings to the portions that wait to be written; `text` is the line as it was read. */
export function addPortion(waiting: Portion[], line: RowLine, text: string): void {
  switch (line.type) {
    case 'packed-product':
      addProduct(waiting, { product: line.product, document: packedJson(text, line) });
      return;
    case 'product': {
      const product = packProduct(line.product);
      addProduct(waiting, { product, document: JSON.stringify(product) });
      return;
    }
    case 'packed-stock':
      waiting.push({
        type: 'stock',
        storeId: line.storeId,
        skus: line.rows.map(([sku]) => sku),
        rows: packedJson(text, line),
      });
      return;
    case 'stock': {
      const { storeId, sku } = line.row;
      waiting.push({ type: 'stock', storeId, skus: [sku], rows: JSON.stringify([packStock(line.row)]) });
      return;
    }
    default:
      waiting.push({ type: 'single', line });
  }
}

function addProduct(waiting: Portion[], one: ProductDocument): void {
  const variants = one.product.variants.length;
  const last = waiting.at(-1);
  if (last?.type === 'products' && last.variants + variants <= variantsAtOnce) {
    last.products.push(one);
    last.variants += variants;
  } else waiting.push({ type: 'products', products: [one], variants });
}

/** Writes a portion, inside a transaction. Gives whether stores, products or offers may have changed. */
export function createPortionWriter(
  connection: Connection,
): (portion: Portion, generation: number) => boolean {
  const rows = createCatalogueRows(connection);
  const all: Rows = {
    ...rows,
    visitors: createVisitorRows(connection),
    floor: createFloorRows(connection),
  };
  const stock = createStockRows(connection);
  return (portion, generation) => {
    switch (portion.type) {
      case 'products':
        return rows.putDocuments(portion.products, generation);
      case 'stock':
        stock.put(portion.storeId, portion.rows, generation);
        return false;
      default:
        return writeLine(all, portion.line, generation);
    }
  };
}

type Rows = CatalogueRows & { readonly visitors: VisitorRows; readonly floor: FloorRows };

/** Gives whether the catalogue is another one then. */
function writeLine(rows: Rows, line: SingleLine, generation: number): boolean {
  switch (line.type) {
    case 'store':
      rows.putStore(line.store, generation);
      return true;
    case 'offer':
      rows.putOffer(line.offer, generation);
      return true;
    case 'product-removed':
      rows.removeProduct(line.handle);
      return true;
    case 'offer-removed':
      rows.removeOffer(line.code);
      return true;
    case 'visitor':
      rows.visitors.put(line.visitor, generation);
      return false;
    case 'visitor-removed':
      rows.visitors.end(line.lookupId);
      return false;
    case 'floor-task':
      rows.floor.take(line.task, generation);
      return false;
    // Pinned when the line was read.
    case 'capsule-keys':
      return false;
    default:
      return assertNever(line);
  }
}
