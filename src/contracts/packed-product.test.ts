import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Product, variant } from './catalogue.ts';
import { packedProduct, packProduct, unpackProduct } from './packed-product.ts';

const text = fc.string({ minLength: 1, maxLength: 8 });
const textOrNull = fc.option(text);
const amount = fc.nat(1_000_000);
const options = (names: readonly string[]) =>
  fc
    .array(text, { minLength: names.length, maxLength: names.length })
    .map((values) => values.map((value, place) => ({ name: names[place] ?? '', value })));

const anyVariant = (names: readonly string[]) =>
  fc.record({
    sku: text,
    number: fc.integer({ min: 1, max: 1_000_000 }),
    handle: fc.constant('kurta'),
    barcode: textOrNull,
    size: textOrNull,
    colour: textOrNull,
    options: fc.oneof(options(names), fc.array(fc.record({ name: text, value: text }), { maxLength: 3 })),
    price: amount,
    compareAtPrice: fc.option(amount),
    image: textOrNull,
  });

const anyProduct: fc.Arbitrary<Product> = fc.array(text, { maxLength: 3 }).chain((names) =>
  fc.record({
    handle: fc.constant('kurta'),
    title: text,
    description: fc.string(),
    brand: text,
    productType: text,
    department: text,
    tags: fc.array(text, { maxLength: 3 }),
    attributes: fc.dictionary(text, fc.array(text, { maxLength: 2 }), { maxKeys: 2 }),
    currency: fc.constant('INR'),
    images: fc.array(fc.record({ source: text, alt: text }), { maxLength: 2 }),
    variants: fc.array(anyVariant(names), { maxLength: 4 }),
  }),
);

test('a product packed, sent and unpacked is the product', () => {
  fc.assert(
    fc.property(anyProduct, (product) => {
      const sent: unknown = JSON.parse(JSON.stringify(packProduct(product)));
      expect(unpackProduct(packedProduct.parse(sent))).toEqual(product);
    }),
  );
});

test('a packed variant is refused exactly where the schema of variants refuses it', () => {
  const strange = fc.oneof(
    fc.constantFrom(null, '', 0, -1, 1.5, 2 ** 60, true, [], ['a'], [['a', 'b']], [['a']], [1], {}),
    fc.constant('x'.repeat(65)),
    fc.constant('x'.repeat(2049)),
    text,
    amount,
  );
  fc.assert(
    fc.property(anyVariant(['Size']), fc.nat(8), strange, (one, column, value) => {
      const packed = packProduct({ ...base, variants: [one] });
      const row: unknown[] = [...(packed.variants[0] ?? [])];
      row[column] = value;
      const changed = { ...packed, variants: [row] };
      const unpacked = {
        ...one,
        ...(column === 5 ? { options: asOptions(value) } : { [names[column] ?? '']: value }),
      };
      expect(packedProduct.safeParse(changed).success).toBe(variant.safeParse(unpacked).success);
    }),
    { numRuns: 500 },
  );
  const packed = packProduct({ ...base, variants: [] });
  for (const variants of [null, {}, [null], ['row'], [[]]]) {
    expect(packedProduct.safeParse({ ...packed, variants }).success).toBe(false);
  }
});

const names = ['sku', 'number', 'barcode', 'size', 'colour', 'options', 'price', 'compareAtPrice', 'image'];
const base: Product = {
  handle: 'kurta',
  title: 'Kurta',
  description: '',
  brand: '',
  productType: '',
  department: '',
  tags: [],
  attributes: {},
  currency: 'INR',
  images: [],
  variants: [],
};

/** What a cell of options stands for; itself where it stands for none. */
function asOptions(cell: unknown): unknown {
  if (!Array.isArray(cell)) return cell;
  return cell.map((one: unknown) =>
    Array.isArray(one) ? { name: one[0], value: one[1] } : { name: 'Size', value: one },
  );
}
