import { normalType } from './product-type.ts';

/** Garments that an outfit is built around. */
const mainGarments: ReadonlySet<string> = new Set([
  'kurta',
  'kurta set',
  'kurti',
  'tunic',
  'anarkali',
  'salwar suit',
  'saree',
  'lehenga',
  'sherwani',
  'shirt',
  't shirt',
  'top',
  'sweater',
  'knitwear',
  'sweatshirt',
  'blazer',
  'dress',
  'frock',
  'gown',
  'jumpsuit',
  'dungaree',
]);

export function isMainGarment(productType: string): boolean {
  const type = normalType(productType);
  return mainGarments.has(type) || mainGarments.has(type.split(' ').at(-1) ?? type);
}

/** A piece of an outfit; `score` says how well it goes with the others. */
export interface OutfitPiece {
  readonly sku: string;
  readonly handle: string;
  /** Minor units. */
  readonly price: number;
  readonly score: number;
}

/** Of one gap, what is looked at: the best, and the cheapest, which may be all that a budget allows. */
const bestOfSlot = 5;

interface Choice {
  readonly pieces: readonly OutfitPiece[];
  readonly total: number;
  readonly value: number;
}

function shortlist(slot: readonly OutfitPiece[]): readonly OutfitPiece[] {
  const byScore = [...slot].sort((a, b) => b.score - a.score || a.handle.localeCompare(b.handle));
  const [cheapest] = [...byScore].sort((a, b) => a.price - b.price);
  const best = byScore.slice(0, bestOfSlot);
  return cheapest === undefined || best.includes(cheapest) ? best : [...best, cheapest];
}

/**
 * The pieces that complete an outfit around an anchor under a budget (minor units, of anchor and pieces; Infinity for none): as many gaps
 * as the budget fills, at most `limit`, and of the ways to fill them the one that goes together best; of equals the cheaper. None
 * twice. Empty where the budget has room for no piece beside the anchor.
 */
export function pickOutfit(
  anchor: Pick<OutfitPiece, 'handle' | 'price'>,
  slots: readonly (readonly OutfitPiece[])[],
  budget: number,
  limit: number,
): readonly OutfitPiece[] {
  const shortlists = slots.map(shortlist);
  let best: Choice = { pieces: [], total: anchor.price, value: 0 };
  const visit = (index: number, chosen: Choice): void => {
    if (chosen.value > best.value || (chosen.value === best.value && chosen.total < best.total))
      best = chosen;
    const slot = shortlists[index];
    if (slot === undefined || chosen.pieces.length >= limit) return;
    for (const piece of slot) {
      const total = chosen.total + piece.price;
      const taken =
        piece.handle === anchor.handle || chosen.pieces.some(({ handle }) => handle === piece.handle);
      if (taken || total > budget) continue;
      // A filled gap outweighs any difference of scores.
      visit(index + 1, {
        pieces: [...chosen.pieces, piece],
        total,
        value: chosen.value + 100 + piece.score,
      });
    }
    visit(index + 1, chosen);
  };
  visit(0, best);
  return best.pieces;
}
