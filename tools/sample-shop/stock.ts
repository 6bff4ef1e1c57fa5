import type { SampleProduct, SampleVariant } from './products.ts';
import { between, randomFor } from './random.ts';

export interface SampleStock {
  readonly storeName: string;
  readonly rail: string;
  readonly onHand: number;
}

/** Share of the range that a shop carries. */
const shops = [
  { storeId: 'hyd-banjara', name: 'Banjara Hills', carries: 0.92 },
  { storeId: 'hyd-gachibowli', name: 'Gachibowli', carries: 0.6 },
  { storeId: 'blr-indiranagar', name: 'Indiranagar', carries: 0.75 },
  { storeId: 'mum-bandra', name: 'Bandra', carries: 0.8 },
] as const;

/** What the demo and its tests rely on in Banjara Hills: units, and where they hang. */
const pinned: Readonly<
  Record<string, { readonly units: Readonly<Record<string, number>>; readonly rail: string }>
> = {
  'indigo-block-print-kurta': { units: { XS: 2, S: 3, M: 4, L: 2, XL: 1, XXL: 0 }, rail: 'Rail B4' },
  'indigo-block-print-dupatta': { units: { 'Free size': 5 }, rail: 'Rail D2' },
  'indigo-block-print-palazzo': { units: { XS: 1, S: 3, M: 4, L: 3, XL: 2, XXL: 1 }, rail: 'Rail D3' },
  'brass-jhumkas': { units: { 'Free size': 6 }, rail: 'Counter J1' },
  'stretch-denim-straight-jeans': { units: { 26: 2, 28: 4, 30: 5, 32: 3, 34: 1 }, rail: 'Rail G1' },
  'mens-stretch-denim-slim-jeans': { units: { 30: 3, 32: 6, 34: 4, 36: 2, 38: 1 }, rail: 'Rail N2' },
  'brocade-gift-potli': { units: { 'Free size': 12 }, rail: 'Counter K1' },
  'cotton-gift-bag': { units: { 'Free size': 20 }, rail: 'Counter K1' },
};

/** Some sizes are gone, some are down to one, most have a few; the middle sizes have more. */
function unitsOf(key: string, variant: SampleVariant): number {
  const random = randomFor(`units ${key} ${variant.sku}`);
  const draw = random();
  if (draw < 0.08) return 0;
  if (draw < 0.2 + variant.sizeDistance * 0.06) return 1;
  return between(random, 2, Math.max(3, 8 - variant.sizeDistance * 2));
}

/** Stock of a variant in every shop that carries the product. */
export function stockOf(product: SampleProduct, variant: SampleVariant): readonly SampleStock[] {
  return shops.flatMap((shop) => {
    const pin = shop.storeId === 'hyd-banjara' ? pinned[product.handle] : undefined;
    const key = `${shop.storeId} ${product.handle}`;
    const random = randomFor(key);
    if (!pin && random() > shop.carries) return [];
    const rail = pin?.rail ?? `${product.line.place}${between(random, 1, 6)}`;
    return [{ storeName: shop.name, rail, onHand: pin?.units[variant.size] ?? unitsOf(key, variant) }];
  });
}
