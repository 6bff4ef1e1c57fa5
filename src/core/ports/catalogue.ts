import type { Product, SearchQuery, SearchResult, Variant, Vocabulary } from '../../contracts/catalogue.ts';

/** Reads of the local catalogue; `storeId` decides what 'here' means in summaries. */
export interface CatalogueReader {
  search(storeId: string, query: SearchQuery): Promise<SearchResult>;
  product(handle: string): Promise<Product | undefined>;
  /** In the order asked; unknown ones are left out. */
  products(handles: readonly string[]): Promise<readonly Product[]>;
  variant(sku: string): Promise<Variant | undefined>;
  variants(skus: readonly string[]): Promise<readonly Variant[]>;
  /** GTIN of 8, 12, 13 or 14 digits. */
  variantByBarcode(barcode: string): Promise<Variant | undefined>;
  variantsByNumber(numbers: readonly number[]): Promise<readonly Variant[]>;
  vocabulary(): Promise<Vocabulary>;
}
