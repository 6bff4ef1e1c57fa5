import { normalType } from './product-type.ts';

/** Size by product type, as preferences and purchases tell it. */
export type KnownSizes = Readonly<Record<string, string>>;

const letterSize = /^(?:\d?x*[sl]|m|x{1,4}[sl])$/i;

/**
 * The size of `offered` that the shopper wears in this type, or undefined. Known for the very type first; letter sizes
 * carry over from other garments, waists and shoe sizes do not.
 */
export function usualSize(
  productType: string,
  offered: readonly string[],
  known: KnownSizes,
): string | undefined {
  const type = normalType(productType);
  const entries = Object.entries(known);
  const own = entries.find(([name]) => normalType(name) === type)?.[1];
  const letter = entries.map(([, size]) => size).find((size) => letterSize.test(size));
  return [own, letter]
    .filter((size) => size !== undefined)
    .map((size) => offered.find((one) => one.toLowerCase() === size.toLowerCase()))
    .find((size) => size !== undefined);
}
