import type { GarmentType, Pattern } from '../../../src/core/illustration/index.ts';

/** A cloth with its craft: what products made of it have in common. */
export interface Cloth {
  /** First words of the titles, e.g. `Bagru block-print`. */
  readonly name: string;
  readonly fabric: string;
  /** Pattern of the illustrations. */
  readonly pattern: Pattern;
  /** Palette keys, best seller first. */
  readonly colours: readonly string[];
  /** First half of the description's first sentence. */
  readonly says: string;
  /** Second sentence. */
  readonly place: string;
  readonly occasions: readonly string[];
  /** Rupees on top of the cut's price. */
  readonly adds: number;
}

/** What is made of a cloth. */
export interface Cut {
  /** Last words of the titles, e.g. `straight kurta`. */
  readonly name: string;
  /** Garment of the illustrations. */
  readonly garment: GarmentType;
  /** Second half of the description's first sentence. */
  readonly says: string;
  readonly fit: string;
  /** Rupees. */
  readonly price: number;
}

/** A part of the range: every cloth in every cut. */
export interface Line {
  readonly code: string;
  readonly department: 'women' | 'men' | 'children' | 'unisex';
  readonly type: string;
  /** Shopify's product category. */
  readonly category: string;
  readonly brand: string;
  readonly sizes: SizeChart;
  /** Rail letter or shelf name of the shops' floor plan. */
  readonly place: string;
  readonly care: string;
  readonly cloths: readonly Cloth[];
  readonly cuts: readonly Cut[];
}

/** Sizes in order; the middle ones sell and are stocked most. */
export const sizeCharts = {
  women: ['XS', 'S', 'M', 'L', 'XL', 'XXL'],
  men: ['S', 'M', 'L', 'XL', 'XXL'],
  'women-waist': ['26', '28', '30', '32', '34'],
  'men-waist': ['30', '32', '34', '36', '38'],
  children: ['2-3Y', '4-5Y', '6-7Y', '8-9Y', '10-11Y'],
  'women-shoes': ['UK 3', 'UK 4', 'UK 5', 'UK 6', 'UK 7'],
  'men-shoes': ['UK 6', 'UK 7', 'UK 8', 'UK 9', 'UK 10'],
  'children-shoes': ['UK 8', 'UK 10', 'UK 12', 'UK 1'],
  bangles: ['2.4', '2.6', '2.8'],
  belts: ['S', 'M', 'L'],
  free: ['Free size'],
} as const;
export type SizeChart = keyof typeof sizeCharts;

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

export const cloth = (
  name: string,
  fabric: string,
  pattern: Pattern,
  colours: string,
  says: string,
  place: string,
  occasions: string,
  adds = 0,
): Cloth => ({
  name,
  fabric,
  pattern,
  colours: words(colours),
  says,
  place,
  occasions: words(occasions),
  adds,
});

export const cut = (name: string, garment: GarmentType, says: string, fit: string, price: number): Cut => ({
  name,
  garment,
  says,
  fit,
  price,
});
