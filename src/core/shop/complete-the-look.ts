import type { Product, SearchQuery } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { type FilledSlot, pickLook } from '../recommendation/bundle.ts';
import { complementsOf, typesForSlot } from '../recommendation/complements.ts';
import { normalType } from '../recommendation/product-type.ts';
import type { Candidate } from '../recommendation/rank.ts';
import { standFor } from '../recommendation/stand-for.ts';
import type { Taste } from '../recommendation/taste.ts';
import type { Actor, Bundle } from '../shop.ts';
import { gatherCandidates, suitableSummaries } from './candidates.ts';
import type { ShopParts } from './parts.ts';
import { productSummary } from './product-summary.ts';
import { gatherTaste } from './shopper-taste.ts';
import { unitsHere } from './units-here.ts';
import { unknownProduct } from './unknown-product.ts';

const maximumPieces = 4;
/** Types tried for one gap, and products looked at for each: at most 36 products a gap. */
const typesPerSlot = 3;
const productsPerType = 12;

/** The anchor with pieces that complete the look, all in stock here; `items` is empty where nothing fits. */
export async function completeTheLook(
  parts: ShopParts,
  actor: Actor,
  handle: string,
): Promise<Result<Bundle>> {
  const anchor = await parts.catalogue.product(handle);
  if (!anchor) return unknownProduct(parts.catalogue, handle);
  const taste = await gatherTaste(parts, actor);
  const colour = await lookColour(parts, actor, anchor);
  const slots = await fillSlots(parts, actor, anchor);
  const { sizes } = taste;
  const picked = pickLook(slots, { anchor, colour, sizes }, maximumPieces);
  const colours = colour === null ? [] : [colour];
  const items = await suitableSummaries(parts, actor.storeId, picked, { sizes, colours });
  const card = await anchorCard(parts, actor, anchor, taste, colours);
  if (!card.ok) return card;
  return succeed({
    anchor: card.value,
    items,
    total: [card.value, ...items].reduce((sum, { price }) => sum + price, 0),
    currency: anchor.currency,
  });
}

/** The colour in the cart, where the anchor is in it; else its first. */
async function lookColour({ store }: ShopParts, actor: Actor, anchor: Product): Promise<string | null> {
  const session = await store.read(({ sessions }) => sessions.find(actor.sessionId));
  const inCart = anchor.variants.find(({ sku }) => session?.cart.some((line) => line.sku === sku));
  return (inCart ?? anchor.variants[0])?.colour ?? null;
}

/** What could fill each gap of a look around a garment, in stock here. */
export async function fillSlots(
  parts: ShopParts,
  actor: Actor,
  anchor: Product,
): Promise<readonly FilledSlot[]> {
  const { productTypes } = await parts.catalogue.vocabulary();
  const known = complementsOf(anchor.productType);
  const own = normalType(anchor.productType);
  if (!known) {
    const candidates = await inDepartment(parts, actor, anchor, [{ limit: 60 }]);
    return otherTypes(candidates, own);
  }
  const slots: FilledSlot[] = [];
  for (const slot of known) {
    if (slots.length >= maximumPieces) break;
    const types = typesForSlot(slot, productTypes);
    const candidates = await firstFilled(parts, actor, anchor, types);
    if (candidates.length > 0) slots.push({ types, candidates });
  }
  return slots;
}

/** A department does not sell every type: goes down the list until some types have pieces. */
async function firstFilled(
  parts: ShopParts,
  actor: Actor,
  anchor: Product,
  types: readonly string[],
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  let filled = 0;
  for (const productType of types) {
    if (filled >= typesPerSlot) break;
    const candidates = await inDepartment(parts, actor, anchor, [{ productType, limit: productsPerType }]);
    if (candidates.length > 0) filled += 1;
    found.push(...candidates);
  }
  return found;
}

async function inDepartment(
  parts: ShopParts,
  { storeId }: Actor,
  { department }: Product,
  queries: readonly SearchQuery[],
): Promise<readonly Candidate[]> {
  const departments = department === 'unisex' ? ['unisex'] : [department, 'unisex'];
  return gatherCandidates(
    parts,
    storeId,
    departments.flatMap((one) => queries.map((query) => ({ ...query, department: one }))),
  );
}

/** A garment that the table does not know: one piece each of other types of the same department. */
function otherTypes(candidates: readonly Candidate[], own: string): readonly FilledSlot[] {
  const byType = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const type = candidate.product.productType;
    if (normalType(type) === own) continue;
    byType.set(type, [...(byType.get(type) ?? []), candidate]);
  }
  return [...byType]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, found]) => ({ types: [type], candidates: found }));
}

async function anchorCard(
  parts: ShopParts,
  { storeId }: Actor,
  anchor: Product,
  { sizes }: Taste,
  colours: readonly string[],
): Promise<Result<Bundle['anchor']>> {
  if (anchor.variants.length === 0) {
    return fail('conflict', `${anchor.title} cannot be bought now. Choose another piece.`, {
      reason: 'no-variants',
    });
  }
  const units = await unitsHere(
    parts,
    storeId,
    anchor.variants.map(({ sku }) => sku),
  );
  const summary = productSummary(anchor, anchor.variants, units);
  return succeed(standFor({ summary, product: anchor }, { sizes, colours }, units));
}
