import { fixtureProducts } from './fixture-catalogue.ts';
import { fixtureStores } from './fixture-stores.ts';

/** A row of the in-memory store: one variant in one shop, and the rights of this side. */
export interface FakeStockRow {
  readonly storeId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
  readonly granted: number;
  readonly spent: number;
  readonly location: string | null;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}

/** Exceptions to 'five of each in the first two shops, two in the third', by shop and SKU. */
const exceptions: Readonly<Record<string, number>> = {
  'hyd-banjara indigo-block-kurta/rust/m': 1,
  'hyd-banjara indigo-block-kurta/rust/xl': 0,
  'hyd-banjara marigold-silk-kurta/maroon/l': 0,
  'hyd-kondapur marigold-silk-kurta/maroon/l': 3,
  'blr-indiranagar kanjivaram-saree/green': 0,
};

/** Every variant in every shop; this side may promise all of it. */
export function fixtureStock(asOf: number): readonly FakeStockRow[] {
  return fixtureStores.flatMap(({ storeId }, shop) =>
    fixtureProducts.flatMap((product, rail) =>
      product.variants.map(({ sku }) => {
        const onHand = exceptions[`${storeId} ${sku}`] ?? (shop < 2 ? 5 : 2);
        return {
          storeId,
          sku,
          onHand,
          reserved: 0,
          safety: 0,
          granted: onHand,
          spent: 0,
          location: `Rail ${'ABCDEF'[rail % 6]}${1 + (rail % 9)}`,
          asOf,
        };
      }),
    ),
  );
}
