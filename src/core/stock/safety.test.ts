import { expect, test } from 'vitest';
import { stockPolicy } from '../../contracts/stock-policy.ts';
import { safetyUnits } from './safety.ts';

const policy = stockPolicy.parse({
  safety: { units: 1, byStore: { outlet: 0 }, byProductType: { Saree: 2 }, bySku: { 'saree/last': 0 } },
});

test.each([
  ['kurta/m', 'hyd', 'Kurta', 1],
  ['kurta/m', 'outlet', 'Kurta', 0],
  ['saree/red', 'outlet', 'Saree', 2],
  ['saree/last', 'hyd', 'Saree', 0],
  ['gone', 'hyd', undefined, 1],
  ['constructor', 'toString', 'valueOf', 1],
])('of %s in %s, a %s, it holds back %s', (sku, storeId, productType, units) => {
  expect(safetyUnits(policy, { sku, storeId, productType })).toBe(units);
});

test('without a word of the retailer nothing is held back, and rights last three days', () => {
  expect(stockPolicy.parse({})).toEqual({
    leaseHours: 72,
    scarce: 'hub',
    safety: { units: 0, byStore: {}, byProductType: {}, bySku: {} },
  });
  expect(stockPolicy.safeParse({ leaseHours: 0 }).success).toBe(false);
});
