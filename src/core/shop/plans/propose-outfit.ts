import { maximumPlanSteps } from '../../../contracts/plan.ts';
import { isActive } from '../../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import { lookScore } from '../../recommendation/bundle.ts';
import { isMainGarment, type OutfitPiece, pickOutfit } from '../../recommendation/outfit.ts';
import { type Candidate, rank } from '../../recommendation/rank.ts';
import { standFor } from '../../recommendation/stand-for.ts';
import { prominenceOf } from '../../recommendation/taste.ts';
import { type KnownSizes, usualSize } from '../../recommendation/usual-size.ts';
import type { Actor, OutfitWish } from '../../shop.ts';
import { gatherCandidates } from '../candidates.ts';
import { fillSlots } from '../complete-the-look.ts';
import type { ShopParts } from '../parts.ts';
import { gatherTaste } from '../shopper-taste.ts';
import { unitsHere } from '../units-here.ts';
import { bagOf, holdOf, isInShop, type Proposal, pieceOf } from './proposal.ts';

/** Garments that an outfit is tried around, and pieces beside each. Each anchor costs two dozen small searches. */
const anchorsTried = 3;
const piecesBeside = 4;
const mainTypes = 10;

interface Outfit {
  readonly pieces: readonly { readonly candidate: Candidate; readonly sku: string; readonly price: number }[];
  readonly total: number;
}

/**
 * Pieces that go together, in the shopper's sizes, in stock here and within the budget: to the fitting room of who is in the shop, into
 * the bag of who is not.
 */
export async function proposeOutfit(
  parts: ShopParts,
  actor: Actor,
  wish: OutfitWish,
): Promise<Result<Proposal>> {
  const taste = await gatherTaste(parts, actor, wish.occasion);
  const budget = wish.budget ?? taste.budget;
  const department = wish.department ?? taste.department;
  // A size that is said is worn in whatever is sized like that.
  const sizes: KnownSizes = wish.size === undefined ? taste.sizes : { ...taste.sizes, outfit: wish.size };
  if (department === undefined || Object.keys(sizes).length === 0) return askWearer(parts, department);
  const room = await roomFor(parts, actor);
  if (room < 2) {
    return fail('conflict', 'Too many pieces wait in the fitting room already. Give some back first.', {
      reason: 'too-many-held',
    });
  }
  const anchors = await anchorsFor(parts, actor, { ...taste, department, sizes, budget }, sizes);
  if (anchors.length === 0) return nothing(wish, 'no-outfit');
  let nearest: Outfit | undefined;
  for (const anchor of anchors) {
    const outfit = await outfitAround(parts, actor, anchor, sizes, budget ?? Number.POSITIVE_INFINITY, room);
    if (outfit.within) return succeed(await proposal(parts, actor, outfit.within, wish, budget));
    if (outfit.cheapest && (!nearest || outfit.cheapest.total < nearest.total)) nearest = outfit.cheapest;
  }
  return nothing(wish, nearest ? 'over-budget' : 'no-outfit', nearest);
}

async function askWearer(parts: ShopParts, department: string | undefined): Promise<Result<never>> {
  const { departments } = await parts.catalogue.vocabulary();
  return fail(
    'invalid',
    `Ask in one question ${department === undefined ? 'who it is for and ' : ''}which size, then call again.`,
    { reason: 'wearer-needed', details: { departments } },
  );
}

/** How many pieces more the fitting room has room for; of a bag, how many steps a plan has. */
async function roomFor({ store }: ShopParts, actor: Actor): Promise<number> {
  const most = Math.min(maximumPlanSteps, piecesBeside + 1);
  if (!isInShop(actor)) return most;
  return store.read(async ({ reservations, policy }) => {
    const held = (await reservations.ofSession(actor.sessionId)).filter(
      (one) => one.kind === 'trial' && isActive(one) && one.storeId === actor.storeId,
    );
    const units = held.reduce((sum, one) => sum + one.quantity, 0);
    return Math.min(most, (await policy()).holds.pieces - units);
  });
}

/** The size that the shopper wears of it is here; undefined where that is not known. */
function isWearable({ summary }: Candidate, sizes: KnownSizes): boolean {
  if (summary.sizes.length <= 1) return true;
  const size = usualSize(summary.productType, summary.sizes, sizes);
  return size !== undefined && summary.sizesHere.includes(size);
}

/** The most fitting garments, and the cheapest, which may be all that a budget allows. */
async function anchorsFor(
  parts: ShopParts,
  { storeId }: Actor,
  taste: Parameters<typeof rank>[1],
  sizes: KnownSizes,
): Promise<readonly Candidate[]> {
  const { department, occasion, budget } = taste;
  const base = {
    ...(department === undefined ? {} : { department }),
    ...(occasion === undefined ? {} : { occasion }),
  };
  const within = budget === undefined ? base : { ...base, maximumPrice: budget };
  const range = await parts.catalogue.search(storeId, { ...base, inStock: true, limit: 1 });
  const types = range.facets.productType.filter(({ value }) => isMainGarment(value));
  const queries = types.slice(0, mainTypes).map(({ value }) => ({ ...within, productType: value, limit: 8 }));
  const found = await gatherCandidates(parts, storeId, queries);
  const ranked = rank(
    found.filter((one) => isWearable(one, sizes)),
    taste,
    prominenceOf(types),
    anchorsTried,
  );
  const cheap = await gatherCandidates(
    parts,
    storeId,
    types
      .slice(0, mainTypes)
      .map(({ value }) => ({ ...base, productType: value, sort: 'price-ascending' as const, limit: 4 })),
  );
  const [cheapest] = cheap
    .filter((one) => isWearable(one, sizes))
    .sort((a, b) => a.summary.price - b.summary.price || a.summary.handle.localeCompare(b.summary.handle));
  const known = ranked.some(({ summary }) => summary.handle === cheapest?.summary.handle);
  return cheapest === undefined || known ? ranked : [...ranked, cheapest];
}

async function outfitAround(
  parts: ShopParts,
  actor: Actor,
  anchor: Candidate,
  sizes: KnownSizes,
  budget: number,
  room: number,
): Promise<{ readonly within: Outfit | undefined; readonly cheapest: Outfit | undefined }> {
  const filled = await fillSlots(parts, actor, anchor.product);
  const candidates = [anchor, ...filled.flatMap((slot) => slot.candidates)];
  const skus = candidates.flatMap(({ product }) => product.variants.map(({ sku }) => sku));
  const units = await unitsHere(parts, actor.storeId, skus);
  const main = standFor(anchor, { sizes, colours: [] }, units);
  const colour = anchor.product.variants.find(({ sku }) => sku === main.sku)?.colour ?? null;
  const look = { anchor: anchor.product, colour, sizes };
  const slots = filled.map(({ types, candidates: ofSlot }) =>
    ofSlot
      .filter((one) => isWearable(one, sizes))
      .map((candidate): OutfitPiece => {
        const { sku, handle, price } = standFor(candidate, { sizes, colours: colour ? [colour] : [] }, units);
        return { sku, handle, price, score: lookScore(candidate, types, look) };
      })
      .filter(({ sku }) => units(sku) > 0),
  );
  const byHandle = new Map(candidates.map((one) => [one.summary.handle, one]));
  const outfitOf = (pieces: readonly OutfitPiece[]): Outfit | undefined => {
    if (pieces.length === 0 || units(main.sku) < 1) return undefined;
    const all = [main, ...pieces].flatMap(({ handle, sku, price }) => {
      const candidate = byHandle.get(handle);
      return candidate ? [{ candidate, sku, price }] : [];
    });
    return { pieces: all, total: all.reduce((sum, { price }) => sum + price, 0) };
  };
  const within = main.price > budget ? undefined : outfitOf(pickOutfit(main, slots, budget, room - 1));
  const [cheapest] = slots.flat().sort((a, b) => a.price - b.price);
  return { within, cheapest: cheapest && outfitOf([cheapest]) };
}

async function proposal(
  parts: ShopParts,
  actor: Actor,
  { pieces }: Outfit,
  { occasion }: OutfitWish,
  budget: number | undefined,
): Promise<Proposal> {
  const stores = await parts.store.read((transaction) => transaction.stores());
  const storeName = stores.find(({ storeId }) => storeId === actor.storeId)?.name ?? actor.storeId;
  const where = { place: 'here' as const, storeId: actor.storeId, storeName };
  const steps = pieces.flatMap(({ candidate: { product }, sku }) => {
    const variant = product.variants.find((one) => one.sku === sku);
    if (!variant) return [];
    const piece = pieceOf(product, variant);
    return [isInShop(actor) ? holdOf(parts, piece, where) : bagOf(piece, 1)];
  });
  return {
    kind: 'outfit',
    asked: { occasion: occasion?.slice(0, 60) ?? null, budget: budget ?? null },
    steps,
    currency: pieces[0]?.candidate.product.currency ?? '',
  };
}

function nothing(
  { occasion }: OutfitWish,
  reason: 'no-outfit' | 'over-budget',
  nearest?: Outfit,
): Result<never> {
  const currency = nearest?.pieces[0]?.candidate.product.currency;
  return fail(
    'not-found',
    reason === 'over-budget'
      ? 'No outfit in this shop fits the budget in the shopper’s size. Say what the nearest costs, and ask whether that will do.'
      : `Nothing here makes an outfit${occasion ? ' for that occasion' : ''} in the shopper’s size. Offer single pieces, or another occasion.`,
    {
      reason,
      ...(nearest && {
        details: {
          nearest: { amount: nearest.total, currency },
          pieces: nearest.pieces.map(({ candidate }) => candidate.product.title),
        },
      }),
    },
  );
}
