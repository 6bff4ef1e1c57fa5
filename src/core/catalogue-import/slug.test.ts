import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeSku, slug } from './slug.ts';

describe('slug', () => {
  it('makes words URL-safe in any script', () => {
    expect(["Men's Indigo  Kurta!", 'नीला कुर्ता', '  --A--  ', '///'].map(slug)).toEqual([
      'mens-indigo-kurta',
      'नीला-कुर्ता',
      'a',
      '',
    ]);
  });
});

describe('madeSku', () => {
  it('is readable where it can be', () => {
    expect(madeSku('indigo-kurta', ['Indigo', 'M'])).toBe('indigo-kurta.indigo.m');
    expect(madeSku('indigo-kurta', [])).toBe('indigo-kurta');
  });

  it('tells apart what slugs do not', () => {
    const skus = [madeSku('a', ['M+']), madeSku('a', ['M']), madeSku('a', ['M', '']), madeSku('a-m', [])];
    expect(new Set(skus).size).toBe(4);
  });

  it('is stable, within 64 characters, and as good as unique', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,80}$/), fc.array(fc.string(), { maxLength: 3 })),
          {
            selector: ([handle, values]) =>
              JSON.stringify([handle, values.map((value) => value.trim().toLowerCase())]),
          },
        ),
        (keys) => {
          const skus = keys.map(([handle, values]) => madeSku(handle, values));
          expect(skus).toEqual(keys.map(([handle, values]) => madeSku(handle, values)));
          expect(new Set(skus).size).toBe(skus.length);
          for (const sku of skus) expect(sku.length).toBeLessThanOrEqual(64);
        },
      ),
    );
  });
});
