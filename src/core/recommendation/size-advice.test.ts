import { expect, test } from 'vitest';
import { adviseSize, missingMeasures, type SizeFacts, type WornPiece } from './size-advice.ts';

const facts = (change: Partial<SizeFacts> = {}): SizeFacts => ({
  brand: 'Loom',
  productType: 'Kurta',
  sizes: ['S', 'M', 'L'],
  chart: {
    measures: [
      {
        of: 'chest',
        sizes: [
          { size: 'S', from: 830, to: 870 },
          { size: 'M', from: 880, to: 920 },
          { size: 'L', from: 930, to: 980 },
        ],
      },
      {
        of: 'hips',
        sizes: [
          { size: 'S', from: 900, to: 940 },
          { size: 'M', from: 950, to: 990 },
          { size: 'L', from: 1000, to: 1050 },
        ],
      },
    ],
  },
  measures: {},
  worn: [],
  preferred: {},
  ...change,
});
const worn = (change: Partial<WornPiece> = {}): WornPiece => ({
  title: 'Old kurta',
  brand: 'Loom',
  productType: 'Kurta',
  size: 'M',
  kept: true,
  ...change,
});
const advised = (change: Partial<SizeFacts>) => {
  const { size, sure, reasons } = adviseSize(facts(change));
  return [size, sure, ...reasons.map(({ kind }) => kind)];
};

test('nothing known: no size, and the measures that would tell', () => {
  expect(advised({})).toEqual([null, 'not']);
  expect(missingMeasures(facts({ measures: { chest: 900 } }))).toEqual(['hips']);
});

test.each([
  ['in one size', { chest: 900 }, ['M', 'very', 'chart']],
  ['in one size by both', { chest: 900, hips: 970 }, ['M', 'very', 'chart', 'chart']],
  ['between two: the larger', { chest: 875 }, ['M', 'fairly', 'between']],
  ['in two: the larger', { chest: 900, hips: 1010 }, ['L', 'fairly', 'chart', 'chart']],
  ['a centimetre beyond the largest', { chest: 990 }, ['L', 'fairly', 'between']],
  ['beyond all', { chest: 1100 }, [null, 'not', 'outside']],
  ['below all', { chest: 700, hips: 960 }, [null, 'not', 'outside', 'chart']],
  ['of what the chart does not have', { foot: 250 }, [null, 'not']],
] as const)('measures %s', (_, measures, expected) => {
  expect(advised({ measures })).toEqual(expected);
});

test.each([
  ['kept twice of this maker', [worn(), worn()], ['M', 'very', 'kept']],
  ['kept once', [worn()], ['M', 'fairly', 'kept']],
  ['kept of another maker', [worn({ brand: 'Other' })], ['M', 'hardly', 'kept']],
  [
    'this maker before a later one of another',
    [worn({ brand: 'Other', size: 'S' }), worn()],
    ['M', 'fairly', 'kept'],
  ],
  ['kept and sent back in one size', [worn(), worn({ kept: false })], ['M', 'hardly', 'kept', 'returned']],
  ['only sent back', [worn({ kept: false })], [null, 'not']],
  ['of another garment', [worn({ productType: 'Shirt' })], ['M', 'hardly', 'other-garment']],
  ['a waist says nothing of a kurta', [worn({ productType: 'Jeans', size: '32' })], [null, 'not']],
] as const)('purchases: %s', (_, pieces, expected) => {
  expect(advised({ worn: pieces })).toEqual(expected);
});

test('what agrees makes it surer, what disagrees less sure, and both are named', () => {
  expect(advised({ measures: { chest: 875 }, worn: [worn()] })).toEqual(['M', 'very', 'between', 'kept']);
  expect(advised({ measures: { chest: 940 }, worn: [worn()] })).toEqual(['L', 'hardly', 'chart', 'kept']);
  expect(advised({ preferred: { Kurta: 's' } })).toEqual(['S', 'fairly', 'preference']);
  expect(advised({ preferred: { Kurta: 'S' }, worn: [worn()] })).toEqual([
    'M',
    'hardly',
    'kept',
    'preference',
  ]);
  expect(advised({ preferred: { Shirt: 'L' } })).toEqual(['L', 'hardly', 'other-garment']);
});

test('a size that the product does not come in is not advised', () => {
  expect(advised({ sizes: ['L'], measures: { chest: 900 } })).toEqual([null, 'not', 'outside']);
  expect(advised({ sizes: ['L'], worn: [worn()] })).toEqual([null, 'not']);
});
