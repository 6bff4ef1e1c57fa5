import { normalType } from './product-type.ts';

/** Size by product type, as preferences and purchases tell it. */
export type KnownSizes = Readonly<Record<string, string>>;

/** Letters (`M`, `XXL`, `3XL`), shoe sizes that name their system (`UK 6`) and ages (`8-9Y`). */
const universalSize = /^(?:(?:\d?x{0,4})[sl]|m|(?:uk|eu|us) ?\d+(?:\.5)?|\d+-\d+y)$/i;

/**
 * The size of `offered` that the shopper wears in this type, or undefined. Known for the very type first;
 * sizes that mean the same everywhere carry over from other garments, bare numbers do not: 32 is a waist or a hat.
 */
export function usualSize(
  productType: string,
  offered: readonly string[],
  known: KnownSizes,
): string | undefined {
  const type = normalType(productType);
  const entries = Object.entries(known);
  const own = entries.find(([name]) => normalType(name) === type)?.[1];
  const universal = entries.map(([, size]) => size).filter((size) => universalSize.test(size));
  return [own, ...universal]
    .filter((size) => size !== undefined)
    .map((size) => offered.find((one) => one.toLowerCase() === size.toLowerCase()))
    .find((size) => size !== undefined);
}
