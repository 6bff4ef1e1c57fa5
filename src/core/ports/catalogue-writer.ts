import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { Offer } from '../../contracts/offer.ts';
import type { Store } from '../../contracts/store.ts';

/** Columns of the retailer's file that Aisle has no meaning for, by heading as the file writes it. */
export type ExtraColumns = Readonly<Record<string, string>>;

/** A variant before the hub has given it its number. */
export interface IncomingVariant extends Omit<Variant, 'number' | 'handle'> {
  /** Kept at the hub, never sent to kiosks: retailers' columns hold costs and suppliers. */
  readonly extra: ExtraColumns;
}

/** A product as a retailer's file gives it. */
export interface IncomingProduct extends Omit<Product, 'variants'> {
  readonly extra: ExtraColumns;
  readonly variants: readonly IncomingVariant[];
}

/** Units counted in one shop. Reserved and granted units of the row stay as they are. */
export interface StockCount {
  readonly storeId: string;
  readonly sku: string;
  readonly onHand: number;
  /** Rail or shelf; null leaves the one that is known. */
  readonly location: string | null;
}

export type Change = 'created' | 'changed' | 'unchanged';

export interface ProductChange {
  /** Of the product and its own fields, extra columns included. */
  readonly product: Change;
  /** One for each given variant, in the given order. */
  readonly variants: readonly Change[];
}

/**
 * A put writes only what differs: an unchanged row makes no feed entry. Nothing is removed: variants that are there and
 * not in `variants` stay, behind the given ones.
 */
export interface CatalogueTransaction {
  stores(): Promise<readonly Store[]>;
  putStore(store: Store): Promise<Change>;
  /**
   * A new sku gets the next variant number, given once and never reused. A sku that belonged to another product moves
   * here with its number; a product left without variants goes.
   */
  putProduct(product: IncomingProduct): Promise<ProductChange>;
  hasVariant(sku: string): Promise<boolean>;
  /** The variant and the shop must be there. Sets `asOf` of a changed or created row to now. */
  putStock(count: StockCount): Promise<Change>;
  putOffer(offer: Offer): Promise<Change>;
}

/** Writes a retailer's catalogue into a hub's storage. */
export interface CatalogueWriter {
  /**
   * Runs `work` in one transaction: all of it is stored when it resolves, none when it throws. With `dryRun` it is
   * rolled back in any case, and what `work` resolved to is still given.
   */
  write<T>(
    work: (transaction: CatalogueTransaction) => Promise<T>,
    options: { readonly dryRun: boolean },
  ): Promise<T>;
  /** Extra columns of a product and, by sku, of its variants; undefined where there is no such product. */
  extras(
    handle: string,
  ): Promise<
    { readonly product: ExtraColumns; readonly variants: Readonly<Record<string, ExtraColumns>> } | undefined
  >;
}
