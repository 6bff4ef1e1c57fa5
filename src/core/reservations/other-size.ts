import type { Product, Variant } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';

const same = (one: string | null, other: string | null): boolean =>
  one?.toLowerCase() === other?.toLowerCase();

/** The variant of another size in the same colour. Sizes are compared without regard to case. */
export function otherSize(product: Product | undefined, sku: string, size: string): Result<Variant> {
  const worn = product?.variants.find((variant) => variant.sku === sku);
  if (!product || !worn) {
    return fail(
      'not-found',
      'This piece is not in the catalogue any more. Ask an associate for the other size.',
      {
        reason: 'sku-unknown',
        details: { sku },
      },
    );
  }
  const inColour = product.variants.filter((variant) => same(variant.colour, worn.colour));
  const sizes = inColour.flatMap((variant) => variant.size ?? []);
  if (same(worn.size, size)) {
    return fail(
      'invalid',
      `${product.title} is on trial in ${worn.size} already. Ask which other size: ${sizes.join(', ')}.`,
      {
        reason: 'same-size',
        details: { sizes },
      },
    );
  }
  const other = inColour.find((variant) => same(variant.size, size));
  if (other) return succeed(other);
  return fail(
    'not-found',
    `${product.title} does not come in ${size} in this colour. It comes in ${sizes.join(', ') || 'one size'}. Offer one of these.`,
    { reason: 'no-such-variant', details: { sizes } },
  );
}
