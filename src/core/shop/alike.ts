import type { Product, ProductSummary } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { similarity } from '../recommendation/similarity.ts';
import type { Actor, Comparison } from '../shop.ts';
import { gatherCandidates, suitableSummaries } from './candidates.ts';
import type { ShopParts } from './parts.ts';
import { productSummary } from './product-summary.ts';
import { gatherTaste } from './shopper-taste.ts';
import { unitsHere } from './units-here.ts';
import { unknownProduct } from './unknown-product.ts';

/** Products looked at: more of one garment and department than any shop shows on one rail. */
const candidatesPerDepartment = 100;
export const comparable = { least: 2, most: 4 } as const;

/** Other products of the same garment that are in stock here, the most alike first. */
export async function similarTo(
  parts: ShopParts,
  actor: Actor,
  handle: string,
  limit: number,
): Promise<Result<readonly ProductSummary[]>> {
  const anchor = await parts.catalogue.product(handle);
  if (!anchor) return unknownProduct(parts.catalogue, handle);
  const { productType } = anchor;
  const departments = [...new Set([anchor.department, 'unisex'])];
  const found = await gatherCandidates(
    parts,
    actor.storeId,
    departments.map((department) => ({ productType, department, limit: candidatesPerDepartment })),
  );
  const nearest = found
    .filter(({ product }) => product.handle !== handle)
    .map((candidate) => ({ candidate, score: similarity(anchor, candidate.product) }))
    .sort((a, b) => b.score - a.score || a.candidate.product.handle.localeCompare(b.candidate.product.handle))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
  const { sizes } = await gatherTaste(parts, actor);
  const colours = distinct(anchor.variants.map(({ colour }) => colour));
  return succeed(await suitableSummaries(parts, actor.storeId, nearest, { sizes, colours }));
}

/** Products side by side, in the order that they were named, with what differs between them. */
export async function compare(
  parts: ShopParts,
  { storeId }: Actor,
  handles: readonly string[],
): Promise<Result<Comparison>> {
  const wanted = [...new Set(handles)];
  if (wanted.length < comparable.least || wanted.length > comparable.most) {
    return fail('invalid', `Compare ${comparable.least} to ${comparable.most} different products.`, {
      reason: 'not-comparable',
      details: { minimum: comparable.least, maximum: comparable.most },
    });
  }
  const products: Product[] = [];
  for (const handle of wanted) {
    const product = await parts.catalogue.product(handle);
    if (!product) return unknownProduct(parts.catalogue, handle);
    products.push(product);
  }
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const units = await unitsHere(parts, storeId, skus);
  const items = products.map((product) => productSummary(product, product.variants, units));
  return succeed({ items, differences: differencesOf(products) });
}

function differencesOf(products: readonly Product[]): Comparison['differences'] {
  const rows = products.map(({ attributes, brand, productType }) => ({
    ...attributes,
    brand: [brand],
    garment: [productType],
  }));
  const names = distinct(rows.flatMap((row) => Object.keys(row)));
  return names
    .map((name) => ({
      name,
      values: rows.map((row): readonly string[] => row[name as keyof typeof row] ?? []),
    }))
    .filter(({ values }) => new Set(values.map((each) => [...each].sort().join('\n'))).size > 1)
    .sort((a, b) => a.name.localeCompare(b.name));
}

const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
