import type { Product } from '../../contracts/catalogue.ts';
import { colourHarmony } from './colour-harmony.ts';
import type { Candidate } from './rank.ts';
import type { KnownSizes } from './usual-size.ts';
import { usualSize } from './usual-size.ts';

/** What the pieces of a look are measured against. */
export interface LookWish {
  readonly anchor: Product;
  /** Colour of the anchor that the shopper looks at. */
  readonly colour: string | null;
  readonly sizes: KnownSizes;
}

/** One gap of the look with what could fill it, the more fitting types first. */
export interface FilledSlot {
  readonly types: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** The best piece for each gap, at most `limit`, in the order of the gaps; none twice. */
export function pickLook(slots: readonly FilledSlot[], wish: LookWish, limit: number): readonly Candidate[] {
  const picked: Candidate[] = [];
  for (const slot of slots) {
    if (picked.length >= limit) break;
    const taken = new Set([wish.anchor.handle, ...picked.map(({ summary }) => summary.handle)]);
    const [best] = slot.candidates
      .filter(({ summary }) => !taken.has(summary.handle) && wearable(summary, wish))
      .map((candidate) => ({ candidate, score: lookScore(candidate, slot.types, wish) }))
      .sort(
        (a, b) => b.score - a.score || a.candidate.summary.handle.localeCompare(b.candidate.summary.handle),
      );
    if (best) picked.push(best.candidate);
  }
  return picked;
}

/** A look that the shopper cannot put on is none: a known size must be here. */
function wearable({ productType, sizes, sizesHere }: Candidate['summary'], wish: LookWish): boolean {
  const size = usualSize(productType, sizes, wish.sizes);
  return size === undefined || sizesHere.includes(size);
}

/** How well a piece goes with the anchor of a look; larger is better. */
export function lookScore({ summary, product }: Candidate, types: readonly string[], wish: LookWish): number {
  const harmony = summary.colours.reduce(
    (most, colour) => Math.max(most, wish.colour === null ? 0.5 : colourHarmony(wish.colour, colour)),
    0,
  );
  const preference = 1 - Math.max(0, types.indexOf(summary.productType)) / Math.max(1, types.length);
  return (
    1.5 * harmony +
    1.2 * shared(product, wish.anchor, 'occasion') +
    0.4 * shared(product, wish.anchor, 'fabric') +
    0.4 * shared(product, wish.anchor, 'look') +
    0.8 * preference +
    0.8 * proportion(summary.price, wish.anchor.variants[0]?.price ?? 0)
  );
}

function shared(piece: Product, anchor: Product, attribute: string): number {
  const wanted = anchor.attributes[attribute] ?? [];
  return (piece.attributes[attribute] ?? []).some((value) => wanted.includes(value)) ? 1 : 0;
}

/** 1 from a fifth of the anchor's price up to the same price; falls off on both sides. */
function proportion(price: number, anchorPrice: number): number {
  if (anchorPrice <= 0 || price <= 0) return 0.5;
  const ratio = price / anchorPrice;
  if (ratio > 1) return Math.max(0, 1 - (ratio - 1) / 1.5);
  return ratio >= 0.2 ? 1 : ratio / 0.2;
}
