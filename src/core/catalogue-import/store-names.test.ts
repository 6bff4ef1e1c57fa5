import { describe, expect, it } from 'vitest';
import { storeOfLocation } from './store-names.ts';
import { shop } from './testing/import-text.ts';

const stores = [shop('hyd-banjara', 'Marigold Banjara Hills'), shop('mum-bandra', 'Marigold Bandra')];
const find = (location: string) => storeOfLocation(stores, location)?.storeId;

describe('storeOfLocation', () => {
  it('finds a shop by id, name, or part of its name', () => {
    expect(
      ['hyd-banjara', 'MARIGOLD  bandra', 'Banjara Hills', 'Bandra', 'Marigold Bandra (main)'].map(find),
    ).toEqual(['hyd-banjara', 'mum-bandra', 'hyd-banjara', 'mum-bandra', 'mum-bandra']);
  });

  it('does not guess', () => {
    expect(['', 'Marigold', 'Warehouse', 'Band'].map(find)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
