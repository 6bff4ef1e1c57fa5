import type { Product, Variant } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { VariantChoice } from '../shop.ts';

type Units = (sku: string) => number;

/**
 * The one variant of a product that a choice names. Sizes and colours are compared without case. Where several are left the
 * failure is `invalid` and lists what to choose from; where none is, `not-found` and what exists. `available` gives
 * the units here, so that the lists can say what is on the floor; without it they do not.
 */
export function chooseVariant(
  product: Product,
  choice: Pick<VariantChoice, 'size' | 'colour'>,
  available?: Units,
): Result<Variant> {
  const { variants, title } = product;
  const ofSize = variants.filter((variant) => matches(variant.size, choice.size));
  const ofColour = variants.filter((variant) => matches(variant.colour, choice.colour));
  if (choice.size !== undefined && ofSize.length === 0) return unknownSize(product, choice.size, available);
  if (choice.colour !== undefined && ofColour.length === 0) {
    const colours = values(variants, 'colour');
    return fail('not-found', `${title} does not come in ${choice.colour}. ${list('Colours', colours)}`, {
      reason: 'colour-unknown',
      details: { colours, ...onFloor(variants, 'colour', available) },
    });
  }
  const left = ofSize.filter((variant) => ofColour.includes(variant));
  const [only] = left;
  if (only && left.length === 1) return succeed(only);
  if (!only) {
    const colours = values(ofSize, 'colour');
    const sizes = values(ofColour, 'size');
    return fail(
      'not-found',
      `${title} does not come in ${choice.size} and ${choice.colour} together. In ${choice.size}: ${colours.join(', ')}. In ${choice.colour}: ${sizes.join(', ')}.`,
      { reason: 'combination-unknown', details: { sizes, colours } },
    );
  }
  const sizes = values(left, 'size');
  const colours = values(left, 'colour');
  const missing = [
    ...(sizes.length > 1 ? [`the size (${sizes.join(', ')})`] : []),
    ...(colours.length > 1 ? [`the colour (${colours.join(', ')})`] : []),
  ];
  if (missing.length === 0) {
    return fail('invalid', `${title} comes in several kinds. Choose one by its number.`, {
      reason: 'choice-needed',
      details: { skus: left.map(({ sku, options }) => ({ sku, options })) },
    });
  }
  return fail('invalid', `Choose ${missing.join(' and ')} of ${title}.`, {
    reason: 'choice-needed',
    details: { sizes, colours, ...onFloor(left, 'size', available) },
  });
}

function unknownSize(product: Product, size: string, available: Units | undefined): Result<never> {
  const sizes = values(product.variants, 'size');
  const floor = onFloor(product.variants, 'size', available);
  const extra = { reason: 'size-unknown', details: { sizes, ...floor } };
  if (sizes.length === 0) {
    return fail('not-found', `${product.title} comes in one size only. Leave the size out.`, extra);
  }
  return fail(
    'not-found',
    `${product.title} does not come in size ${size}. ${list('Sizes', sizes)}${hereNow(floor.sizesHere)}`,
    extra,
  );
}

function hereNow(sizes: readonly string[] | undefined): string {
  if (!sizes) return '';
  return sizes.length > 0 ? ` ${list('In this shop now', sizes)}` : ' None is in this shop now.';
}

const list = (name: string, found: readonly string[]) => `${name}: ${found.join(', ')}.`;

const plain = (value: string) => value.trim().toLowerCase();

const matches = (value: string | null, wanted: string | undefined) =>
  wanted === undefined || (value !== null && plain(value) === plain(wanted));

/** What a failure's details say of the floor: nothing when it is not known. */
function onFloor(
  variants: readonly Variant[],
  option: 'size' | 'colour',
  available: Units | undefined,
): { readonly sizesHere?: readonly string[]; readonly coloursHere?: readonly string[] } {
  if (!available) return {};
  const here = values(
    variants.filter(({ sku }) => available(sku) > 0),
    option,
  );
  return option === 'size' ? { sizesHere: here } : { coloursHere: here };
}

/** Distinct, in the product's order. */
function values(variants: readonly Variant[], option: 'size' | 'colour'): readonly string[] {
  return [...new Set(variants.map((variant) => variant[option]).filter((value) => value !== null))];
}
