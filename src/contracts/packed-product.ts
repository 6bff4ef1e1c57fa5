import { z } from 'zod';
import { imageSource, type Product, product, type Variant } from './catalogue.ts';
import { sku } from './primitives.ts';

/**
 * A variant as a row: sku, number, barcode, size, colour, options, price, price before, image, each as in `variant`.
 * Options are values in the order of the product's `optionNames`, or pairs of name and value where the names differ.
 */
export type PackedVariant = readonly [
  sku: string,
  number: number,
  barcode: string | null,
  size: string | null,
  colour: string | null,
  options: readonly string[] | readonly (readonly [name: string, value: string])[],
  price: number,
  compareAtPrice: number | null,
  image: string | null,
];

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';
const isAmount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isTextOf = ({ minLength, maxLength }: z.ZodString, value: unknown): value is string =>
  isText(value) &&
  value.length >= (minLength ?? 0) &&
  value.length <= (maxLength ?? Number.POSITIVE_INFINITY);

const isPair = (value: unknown): boolean => Array.isArray(value) && value.length === 2 && value.every(isText);

/** Checked by hand: a schema takes ten times as long, and there are a hundred thousand of them. */
function isPackedVariant(value: unknown): value is PackedVariant {
  if (!Array.isArray(value) || value.length !== 9) return false;
  const [ownSku, number, barcode, size, colour, options, price, compareAtPrice, image] = value as unknown[];
  return (
    isTextOf(sku, ownSku) &&
    isAmount(number) &&
    number !== 0 &&
    isTextOrNull(barcode) &&
    isTextOrNull(size) &&
    isTextOrNull(colour) &&
    Array.isArray(options) &&
    (options.every(isText) || options.every(isPair)) &&
    isAmount(price) &&
    (compareAtPrice === null || isAmount(compareAtPrice)) &&
    (image === null || isTextOf(imageSource, image))
  );
}

/** A product without what repeats in each variant: a third of the bytes to send, to read and to keep. */
export const packedProduct = z.object({
  /** First also in JSON, so that `isPackedJson` sees it. */
  optionNames: z.array(z.string()).readonly(),
  ...product.omit({ variants: true }).shape,
  variants: z
    .custom<readonly PackedVariant[]>(
      (value) => Array.isArray(value) && value.every(isPackedVariant),
      'Not rows of variants',
    )
    .readonly(),
});
export type PackedProduct = z.infer<typeof packedProduct>;

export function packProduct({ variants, ...fields }: Product): PackedProduct {
  const optionNames = variants[0]?.options.map(({ name }) => name) ?? [];
  const isUsual = ({ options }: Variant): boolean =>
    options.length === optionNames.length && options.every(({ name }, place) => name === optionNames[place]);
  return {
    optionNames,
    ...fields,
    variants: variants.map((one) => [
      one.sku,
      one.number,
      one.barcode,
      one.size,
      one.colour,
      isUsual(one)
        ? one.options.map(({ value }) => value)
        : one.options.map(({ name, value }) => [name, value] as const),
      one.price,
      one.compareAtPrice,
      one.image,
    ]),
  };
}

/** Whether the JSON of a product, as this program writes it, is that of a packed one. */
export const isPackedJson = (json: string): boolean => json.startsWith('{"optionNames":');

function unpackVariant(handle: string, optionNames: readonly string[], packed: PackedVariant): Variant {
  const [ownSku, number, barcode, size, colour, options, price, compareAtPrice, image] = packed;
  return {
    sku: ownSku,
    number,
    handle,
    barcode,
    size,
    colour,
    options: options.map((option, place) =>
      typeof option === 'string'
        ? { name: optionNames[place] ?? '', value: option }
        : { name: option[0], value: option[1] },
    ),
    price,
    compareAtPrice,
    image,
  };
}

export function unpackProduct({ optionNames, variants, ...fields }: PackedProduct): Product {
  return { ...fields, variants: variants.map((one) => unpackVariant(fields.handle, optionNames, one)) };
}
