import type { Product, Variant } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Browsing, VariantChoice } from '../shop.ts';
import { compare, similarTo } from './alike.ts';
import { completeTheLook } from './complete-the-look.ts';
import { findSize } from './find-size.ts';
import type { ShopParts } from './parts.ts';
import { recommendFor } from './recommend-for.ts';
import { chooseVariant } from './resolve.ts';
import { unitsHere } from './units-here.ts';
import { unknownProduct } from './unknown-product.ts';

export function createBrowsing(parts: ShopParts): Browsing {
  const { catalogue } = parts;
  return {
    search: (storeId, query) => catalogue.search(storeId, query),
    async product(handle) {
      const product = await catalogue.product(handle);
      return product ? succeed(product) : unknownProduct(catalogue, handle);
    },
    async byBarcode(barcode) {
      const variant = await catalogue.variantByBarcode(barcode.trim());
      if (variant) return succeed(variant);
      return fail('not-found', 'This barcode belongs to nothing sold here. Search by name instead.', {
        reason: 'barcode-unknown',
      });
    },
    resolve: (choice, storeId) => resolve(parts, choice, storeId),
    recommend: (actor, wish) => recommendFor(parts, actor, wish),
    bundle: (actor, handle) => completeTheLook(parts, actor, handle),
    similar: (actor, handle, limit) => similarTo(parts, actor, handle, limit),
    compare: (actor, handles) => compare(parts, actor, handles),
    findSize: (actor, question) => findSize(parts, actor, question),
    vocabulary: () => catalogue.vocabulary(),
  };
}

async function resolve(
  parts: ShopParts,
  choice: VariantChoice,
  storeId: string | undefined,
): Promise<Result<{ readonly product: Product; readonly variant: Variant }>> {
  const { catalogue } = parts;
  if (choice.sku !== undefined) {
    const variant = await catalogue.variant(choice.sku);
    const product = variant && (await catalogue.product(variant.handle));
    if (product) return succeed({ product, variant });
    return fail('not-found', `There is no piece with the number ${choice.sku}. Search for it by name.`, {
      reason: 'sku-unknown',
      details: { sku: choice.sku },
    });
  }
  if (choice.handle === undefined) {
    return fail('invalid', 'Say which piece: its number, or the product with size and colour.', {
      reason: 'choice-needed',
    });
  }
  const product = await catalogue.product(choice.handle);
  if (!product) return unknownProduct(catalogue, choice.handle);
  const skus = product.variants.map(({ sku }) => sku);
  const available = storeId === undefined ? undefined : await unitsHere(parts, storeId, skus);
  const chosen = chooseVariant(product, choice, available);
  return chosen.ok ? succeed({ product, variant: chosen.value }) : chosen;
}
