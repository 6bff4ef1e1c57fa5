import { describe, expect, it } from 'vitest';
import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { StockFigure } from '../../contracts/store.ts';
import { firstChoice, makeMatrix, nearestSize } from './matrix.ts';

const variant = (size: string, colour: string, number: number): Variant => ({
  sku: `${colour}-${size}`,
  number,
  handle: 'kurta',
  barcode: null,
  size,
  colour,
  options: [],
  price: 249_900,
  compareAtPrice: null,
  image: `illustration:kurta/${colour}/plain`,
});
const product: Product = {
  handle: 'kurta',
  title: 'Kurta',
  description: '',
  brand: '',
  productType: 'Kurta',
  department: 'women',
  tags: [],
  attributes: {},
  currency: 'INR',
  images: [],
  variants: [
    variant('S', 'indigo', 1),
    variant('M', 'indigo', 2),
    variant('L', 'indigo', 3),
    variant('S', 'rust', 4),
  ],
};
const stock: readonly StockFigure[] = [
  ['indigo-S', 0],
  ['indigo-M', 0],
  ['indigo-L', 2],
  ['rust-S', 5],
].map(([sku, available]) => ({
  storeId: 'hyd-banjara',
  sku: String(sku),
  available: Number(available),
  location: 'Rail B4',
  asOf: '2026-11-22T08:32:00.000Z',
}));

describe('size and colour matrix', () => {
  it('tells none here from not made', () => {
    const {
      sizes,
      colours,
      variant: chosen,
      figure,
    } = makeMatrix(product, stock, { size: 'S', colour: 'rust' });
    expect({ sizes, colours, sku: chosen?.sku, available: figure?.available }).toEqual({
      sizes: [
        { size: 'S', exists: true, available: 5 },
        { size: 'M', exists: false, available: 0 },
        { size: 'L', exists: false, available: 0 },
      ],
      colours: [
        { colour: 'indigo', image: 'illustration:kurta/indigo/plain', available: 2 },
        { colour: 'rust', image: 'illustration:kurta/rust/plain', available: 5 },
      ],
      sku: 'rust-S',
      available: 5,
    });
  });
  it('begins with what was asked for, then the usual size that is here, then anything that is here', () => {
    expect([
      firstChoice(product, stock, 'indigo-M', 'S'),
      firstChoice(product, stock, null, 'S'),
      firstChoice(product, stock, null, 'XXL'),
      firstChoice(product, [], null, null),
    ]).toEqual([
      { size: 'M', colour: 'indigo' },
      { size: 'S', colour: 'rust' },
      { size: 'L', colour: 'indigo' },
      { size: 'S', colour: 'indigo' },
    ]);
  });
  it('finds the nearest size that is here', () => {
    const { sizes } = makeMatrix(product, stock, { size: 'S', colour: 'indigo' });
    expect([nearestSize(sizes, 'S')?.size, nearestSize(sizes, 'L')]).toEqual(['L', null]);
  });
});
