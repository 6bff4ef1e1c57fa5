import type { Product, ProductSummary } from '../../contracts/catalogue.ts';
import { colourHarmony } from './colour-harmony.ts';
import { complementsOf, typesForSlot } from './complements.ts';
import { normalType } from './product-type.ts';
import type { Prominence, Taste } from './taste.ts';
import { usualSize } from './usual-size.ts';

/** A product that could be shown, in stock in this shop. */
export interface Candidate {
  readonly summary: ProductSummary;
  readonly product: Product;
}

/** What another piece of the same type takes off: a row of eight kurtas is a search result, not a recommendation. */
const repetition = 0.6;

/** The best candidates for a taste, varied over product types; the same input gives the same row. */
export function rank(
  candidates: readonly Candidate[],
  taste: Taste,
  prominence: Prominence,
  limit: number,
): readonly Candidate[] {
  const owned = new Set(taste.chosen.map(({ handle }) => handle));
  const left = distinct(candidates)
    .filter(({ summary }) => !owned.has(summary.handle))
    .map((candidate) => ({ candidate, score: scoreOf(candidate, taste, prominence) }))
    .sort(
      (a, b) => b.score - a.score || a.candidate.summary.handle.localeCompare(b.candidate.summary.handle),
    );
  const picked: Candidate[] = [];
  const seen = new Map<string, number>();
  while (picked.length < limit && left.length > 0) {
    const penalised = left.map(
      ({ candidate, score }) =>
        score - repetition * (seen.get(normalType(candidate.summary.productType)) ?? 0),
    );
    const [next] = left.splice(penalised.indexOf(Math.max(...penalised)), 1);
    if (!next) break;
    const type = normalType(next.candidate.summary.productType);
    seen.set(type, (seen.get(type) ?? 0) + 1);
    picked.push(next.candidate);
  }
  return picked;
}

const distinct = (candidates: readonly Candidate[]) => [
  ...new Map(candidates.map((candidate) => [candidate.summary.handle, candidate])).values(),
];

/** Weights by hand: what the shopper said counts most, then what goes with what they chose, then the shop's depth. */
function scoreOf({ summary, product }: Candidate, taste: Taste, prominence: Prominence): number {
  return (
    2 * departmentFit(summary, taste) +
    1.5 * occasionFit(product, taste) +
    1.2 * sizeFit(summary, taste) +
    1 * colourFit(summary, taste) +
    1.5 * completes(summary, taste) +
    0.8 * likeness(product, taste) +
    0.5 * priceFit(summary, taste) +
    0.4 * popularity(product) +
    0.6 * (prominence.get(product.productType) ?? 0) +
    0.3 * depth(summary)
  );
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function departmentFit({ department }: ProductSummary, taste: Taste): number {
  if (taste.department === undefined) return 0;
  if (same(department, taste.department)) return 1;
  return same(department, 'unisex') ? 0.7 : -1;
}

function occasionFit({ attributes }: Product, { occasion }: Taste): number {
  if (occasion === undefined) return 0;
  // `wedding` fits `daytime-wedding`.
  return (attributes.occasion ?? []).some(
    (one) => one.split('-').some((word) => same(word, occasion)) || same(one, occasion),
  )
    ? 1
    : 0;
}

/** Not having the shopper's size here weighs against a piece as much as having it speaks for it. */
function sizeFit({ productType, sizes, sizesHere }: ProductSummary, taste: Taste): number {
  const size = usualSize(productType, sizes, taste.sizes);
  if (size === undefined) return 0;
  return sizesHere.includes(size) ? 1 : -1;
}

function colourFit({ colours }: ProductSummary, taste: Taste): number {
  if (taste.colours.length === 0) return 0;
  if (colours.some((colour) => taste.colours.some((wanted) => same(colour, wanted)))) return 1;
  return (
    0.5 * best(colours.flatMap((colour) => taste.colours.map((wanted) => colourHarmony(colour, wanted))))
  );
}

function completes({ productType }: ProductSummary, taste: Taste): number {
  return taste.chosen.some((piece) =>
    (complementsOf(piece.productType) ?? []).some((slot) => typesForSlot(slot, [productType]).length > 0),
  )
    ? 1
    : 0;
}

/** Share of the fabrics and occasions of the chosen pieces that this one has too. */
function likeness({ attributes }: Product, { chosen }: Taste): number {
  const traits = (piece: Pick<Product, 'attributes'>) => [
    ...(piece.attributes.fabric ?? []),
    ...(piece.attributes.occasion ?? []),
  ];
  const liked = new Set(chosen.flatMap(traits));
  if (liked.size === 0) return 0;
  return traits({ attributes }).filter((trait) => liked.has(trait)).length / liked.size;
}

function priceFit({ price }: ProductSummary, { budget }: Taste): number {
  if (budget === undefined || budget === 0) return 0;
  return price <= budget ? 1 - 0.3 * (1 - price / budget) : -1;
}

/** The retailer's own mark: a kiosk does not see what other shoppers buy. */
function popularity({ tags }: Product): number {
  return tags.some((tag) => same(tag, 'bestseller')) ? 1 : 0;
}

/** Share of its sizes that are here, so that what is shown first can be tried on by most. */
function depth({ sizes, sizesHere, availableHere }: ProductSummary): number {
  const breadth = sizes.length > 0 ? sizesHere.length / sizes.length : 1;
  return breadth * Math.min(1, availableHere / 10);
}

const best = (scores: readonly number[]) => scores.reduce((most, score) => Math.max(most, score), 0);
