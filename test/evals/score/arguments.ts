import { isDeepStrictEqual } from 'node:util';
import type { Shop, VariantChoice } from '../../../src/core/shop.ts';
import { matchingVariants } from '../../../src/workers/shared/choice.ts';
import type { PlainCall } from '../form.ts';
import type { MadeCall } from '../play/play.ts';
import type { Before } from '../play/pointers.ts';

/** How much is shown at once is a matter of the screen. */
const indifferent = new Set(['limit']);
/** What a tool takes when it is not told. */
const defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  reserve_for_trial: { quantity: 1 },
};
const pieceKeys = ['sku', 'handle', 'size', 'colour'] as const;
const pieceTools = new Set([
  'find_stock',
  'locate_item',
  'find_stock_nearby',
  'update_cart',
  'reserve_for_trial',
  'cancel_reservation',
]);

/** Whether a call was made with the expected arguments: whatever names the same pieces is the same. */
export async function sameArguments(
  expected: PlainCall,
  made: MadeCall,
  before: Before,
  shop: Shop,
): Promise<boolean> {
  const rest = (given: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries({ ...defaults[expected.tool], ...given }).filter(
        ([key]) => !(pieceTools.has(expected.tool) && isPieceKey(key)),
      ),
    );
  if (!pieceTools.has(expected.tool)) return sameValues(rest(expected.arguments), rest(made.arguments));
  const wanted = await piecesOf(expected.arguments, shop);
  if (expected.tool === 'cancel_reservation') {
    if (wanted === undefined) return sameValues(expected.arguments, made.arguments);
    return isDeepStrictEqual(heldPieces(made.arguments, before), wanted);
  }
  if (!sameValues(rest(expected.arguments), rest(made.arguments))) return false;
  return isDeepStrictEqual(await piecesOf(made.arguments, shop), wanted);
}

/** A trial is called off by number or id, or is the only one: what counts is which piece that was. */
function heldPieces(given: Readonly<Record<string, unknown>>, { held }: Before): readonly string[] {
  return held
    .filter(
      ({ number, reservationId }) =>
        (given.number === undefined || given.number === number) &&
        (given.reservationId === undefined || given.reservationId === reservationId),
    )
    .map(({ sku }) => sku)
    .sort();
}

const isPieceKey = (key: string): boolean => pieceKeys.some((one) => one === key);

/** The variants that are named, however; text where there are none; undefined where nothing is named. */
async function piecesOf(
  given: Readonly<Record<string, unknown>>,
  shop: Shop,
): Promise<readonly string[] | string | undefined> {
  const named = pieceKeys.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]] as const]));
  if (named.length === 0) return undefined;
  const choice = Object.fromEntries(named.filter(([, value]) => typeof value === 'string'));
  const found = await matchingVariants(shop, choice as VariantChoice);
  if (!found.ok) return JSON.stringify(named).toLowerCase();
  return found.value.variants.map(({ sku }) => sku).sort();
}

function sameValues(
  expected: Readonly<Record<string, unknown>>,
  made: Readonly<Record<string, unknown>>,
): boolean {
  const keys = new Set([...Object.keys(expected), ...Object.keys(made)]);
  return [...keys].every(
    (key) =>
      (indifferent.has(key) && expected[key] === undefined) || isExpected(key, expected[key], made[key]),
  );
}

function isExpected(key: string, expected: unknown, made: unknown): boolean {
  if (typeof expected === 'object' && expected !== null && 'oneOf' in expected) {
    const choices: unknown = expected.oneOf;
    return Array.isArray(choices) && choices.some((one: unknown) => isExpected(key, one ?? undefined, made));
  }
  return isDeepStrictEqual(plain(key, expected), plain(key, made));
}

/** Case, and the order of lists and of words to search for, say nothing. */
function plain(key: string, value: unknown): unknown {
  if (typeof value === 'string') {
    const text = value.trim().toLowerCase();
    return key === 'text' ? text.split(/\s+/u).sort() : text;
  }
  return Array.isArray(value) ? value.map((one: unknown) => plain(key, one)).sort() : value;
}
