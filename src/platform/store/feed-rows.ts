import type { FeedLine } from '../../contracts/feed.ts';
import { type PackedLine, type PackedStock, packedJson, packStock } from '../../contracts/feed-text.ts';
import { packProduct } from '../../contracts/packed-product.ts';
import { assertNever } from '../../contracts/result.ts';
import {
  type CatalogueRows,
  createCatalogueRows,
  type ProductDocument,
  type WrittenProduct,
} from './catalogue-rows.ts';
import type { Connection } from './connection.ts';
import { createFloorRows, type FloorRows } from './floor-rows.ts';
import { createPolicyRow, type PolicyRow } from './policy-row.ts';
import { createStockRows, unitsOf } from './stock-rows.ts';
import type { StockOfShop } from './touched-stock.ts';
import { createVisitorRows, type VisitorRows } from './visitor-rows.ts';

type Line = PackedLine | FeedLine;
export type RowLine = Exclude<Line, { type: 'begin' | 'checkpoint' }>;
type SingleLine = Exclude<RowLine, { type: 'product' | 'packed-product' | 'stock' | 'packed-stock' }>;

/** Rows that are written in one go: a millisecond of work or two. */
export type Portion =
  | { readonly type: 'products'; readonly products: ProductDocument[]; variants: number }
  | {
      readonly type: 'stock';
      readonly stock: WrittenStock;
      /** JSON of `PackedStock`s. */
      readonly rows: string;
    }
  | { readonly type: 'single'; readonly line: SingleLine };

/** A product with more variants than that makes a portion of its own. */
const variantsAtOnce = 120;

/** Things that a line brings. */
export const rowsOf = (line: RowLine): number => (line.type === 'packed-stock' ? line.rows.length : 1);

/** Figures of a shop that may be new, changed or gone. */
export interface WrittenStock extends StockOfShop {
  /** By `unitsOf`, in the order of the SKUs; null where they are to be read. */
  readonly units: readonly number[] | null;
}

/** What a transaction has written, for whoever keeps a copy of it in memory and need not read it anew. */
export interface Written {
  readonly products: WrittenProduct[];
  readonly stock: WrittenStock[];
  /** Stores or offers. */
  others: boolean;
}

export const nothingWritten = (): Written => ({ products: [], stock: [], others: false });

export const noteRemoved = (written: Written, productId: number | undefined): void => {
  if (productId !== undefined) written.products.push({ id: productId, document: null });
};

const writtenStock = (storeId: string, rows: readonly PackedStock[]): WrittenStock => ({
  storeId,
  skus: rows.map(([sku]) => sku),
  units: rows.map(([, onHand, reserved, safety]) => unitsOf(onHand, reserved, safety)),
});

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
        stock: writtenStock(line.storeId, line.rows),
        rows: packedJson(text, line),
      });
      return;
    case 'stock': {
      const rows = [packStock(line.row)];
      waiting.push({
        type: 'stock',
        stock: writtenStock(line.row.storeId, rows),
        rows: JSON.stringify(rows),
      });
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

export type PortionWriter = (portion: Portion, generation: number, written: Written) => void;

/** Writes a portion, inside a transaction, and notes it. */
export function createPortionWriter(connection: Connection): PortionWriter {
  const rows = createCatalogueRows(connection);
  const all: Rows = {
    ...rows,
    visitors: createVisitorRows(connection),
    floor: createFloorRows(connection),
    policy: createPolicyRow(connection),
  };
  const stock = createStockRows(connection);
  return (portion, generation, written) => {
    switch (portion.type) {
      case 'products':
        written.products.push(...rows.putDocuments(portion.products, generation));
        return;
      case 'stock':
        stock.put(portion.stock.storeId, portion.rows, generation);
        written.stock.push(portion.stock);
        return;
      default:
        writeLine(all, portion.line, generation, written);
    }
  };
}

type Rows = CatalogueRows & {
  readonly visitors: VisitorRows;
  readonly floor: FloorRows;
  readonly policy: PolicyRow;
};

function writeLine(rows: Rows, line: SingleLine, generation: number, written: Written): void {
  switch (line.type) {
    case 'store':
      rows.putStore(line.store, generation);
      written.others = true;
      return;
    case 'offer':
      rows.putOffer(line.offer, generation);
      written.others = true;
      return;
    case 'product-removed':
      noteRemoved(written, rows.removeProduct(line.handle));
      return;
    case 'offer-removed':
      rows.removeOffer(line.code);
      written.others = true;
      return;
    case 'visitor':
      rows.visitors.put(line.visitor, generation);
      return;
    case 'visitor-removed':
      rows.visitors.end(line.lookupId);
      return;
    case 'floor-task':
      rows.floor.take(line.task, generation);
      return;
    case 'store-policy':
      rows.policy.put(line.policy, generation);
      return;
    // Pinned when the line was read.
    case 'capsule-keys':
      return;
    default:
      assertNever(line);
  }
}
