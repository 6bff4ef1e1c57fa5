import type { Intent } from './intent-names.ts';
import { merge, namesPiece, narrows, type Wish } from './wish.ts';

/** Wishes that act on a piece: a second piece after `and` is meant for the same. */
const onPieces: ReadonlySet<Intent> = new Set([
  'add',
  'take',
  'reserve',
  'remove',
  'locate',
  'stock',
  'worker',
]);
/** What comes before these only says of which piece, or why. */
const led: ReadonlySet<Intent> = new Set([
  ...onPieces,
  'nearby',
  'return',
  'exchange',
  'order-items',
  'find-size',
  'similar',
  'bundle',
  'notify',
  'details',
  'cancel-reservation',
  'bag-change',
]);
/** What is done about an order: clauses about sizes after it say how. */
const onOrders: ReadonlySet<Intent | undefined> = new Set([
  'order-items',
  'exchange',
  'return',
  'cancel-order',
]);
const details: ReadonlySet<Intent | undefined> = new Set([
  'bag-change',
  'other-size',
  'bigger-size',
  'smaller-size',
]);
/** A complaint about a size only says why, before these. */
const overrides: ReadonlySet<Intent | undefined> = new Set([
  'exchange',
  'return',
  'order-items',
  'associate',
  'bag-change',
]);
const onSizes: ReadonlySet<Intent | undefined> = new Set(['bigger-size', 'smaller-size', 'other-size']);
const courtesies: ReadonlySet<Intent> = new Set(['greet', 'thanks', 'bye', 'yes', 'no']);

/** What several clauses come to: some only say more of the one before. */
export function combined(clauses: readonly Wish[]): readonly Wish[] {
  const drafts: Wish[] = [];
  for (const wish of clauses) {
    const before = drafts.at(-1);
    const separate = wish.intent !== undefined && wish.intent !== 'search';
    if (before !== undefined && (isCourtesy(before) || isIdle(before))) drafts.push(wish);
    else if (before !== undefined && isIdle(wish)) drafts[drafts.length - 1] = merge(before, wish);
    else if (before !== undefined && onOrders.has(before.intent) && details.has(wish.intent)) {
      drafts[drafts.length - 1] = merge(before, wish);
    } else if (before !== undefined && onSizes.has(before.intent) && overrides.has(wish.intent)) {
      drafts[drafts.length - 1] = { ...merge(before, wish), intent: wish.intent };
    } else if (before !== undefined && leadsTo(before, wish)) {
      drafts[drafts.length - 1] = { ...merge(before, wish), intent: wish.intent, ...commandIn(wish) };
    } else if (before !== undefined && saysHow(before, wish)) {
      drafts[drafts.length - 1] = {
        ...merge(before, wish),
        intent: wish.size ? 'other-size' : before.intent,
      };
    } else if (before !== undefined && putsIn(before, wish)) {
      drafts[drafts.length - 1] = { ...merge(before, wish), intent: 'add' };
    } else if (before !== undefined && repeats(before, wish)) {
      drafts[drafts.length - 1] = merge(before, wish);
    } else if (before !== undefined && isOneMore(before, wish)) {
      drafts.push({ ...merge(before, wish), quantity: wish.quantity ?? 1 });
    } else if (before === undefined || separate) drafts.push(wish);
    else if (namesPiece(wish) && namesPiece(before) && continues(before)) {
      drafts.push({ ...wish, intent: before.intent, ...commandIn(before) });
    } else drafts[drafts.length - 1] = merge(before, wish);
  }
  const serious = drafts.filter((wish) => !isCourtesy(wish) && !isIdle(wish));
  const wishes = withoutReasons(serious.length > 0 ? serious : drafts.slice(0, 1)).filter(
    (wish, index, all) => all.length === 1 || index === 0 || wish.intent !== undefined || namesPiece(wish),
  );
  return carryOptions(wishes);
}

const isCourtesy = ({ intent }: Wish): boolean => intent !== undefined && courtesies.has(intent);

/** It says nothing that anything could be done about: `it is for my cousin`, `are you deaf`. */
const isIdle = (wish: Wish): boolean =>
  wish.intent === undefined &&
  !narrows(wish) &&
  [wish.ordinal, wish.quantity, wish.number, wish.code, wish.sizeStep, wish.command].every(
    (value) => value === undefined,
  ) &&
  !wish.pointing &&
  !wish.lot;

/** `It is too small, bring me L`, `too tight, can I have it in L`: the second says how. */
const saysHow = (before: Wish, wish: Wish): boolean =>
  onSizes.has(before.intent) &&
  (onSizes.has(wish.intent) || (wish.size !== undefined && !namesPiece(wish) && inRoom.has(wish.intent)));
const inRoom: ReadonlySet<Intent | undefined> = new Set(['reserve', 'search', 'stock', 'add', undefined]);

/** `Two black wallets, straight in the bag`. */
const putsIn = (before: Wish, wish: Wish): boolean =>
  before.intent === undefined && namesPiece(before) && wish.intent === 'bag' && !namesPiece(wish);

/** `I do not want to pay after all, cancel that link`: the same once more. */
const repeats = (before: Wish, wish: Wish): boolean =>
  wish.intent !== undefined &&
  wish.intent === before.intent &&
  wish.intent !== 'worker' &&
  !namesPiece(wish) &&
  wish.size === undefined &&
  wish.colour === undefined &&
  wish.code === undefined;

/** `Add the T-shirt, one in M and one in L`. */
const isOneMore = (before: Wish, wish: Wish): boolean =>
  (before.intent === 'add' || before.intent === 'reserve') &&
  wish.intent === undefined &&
  !namesPiece(wish) &&
  ((before.size !== undefined && wish.size !== undefined && wish.size !== before.size) ||
    (before.colour !== undefined && wish.colour !== undefined && wish.colour !== before.colour));

const commandIn = ({ command, text }: Wish): Pick<Wish, 'command' | 'text'> => ({
  ...(command !== undefined && { command }),
  ...(text !== undefined && { text }),
});

/** `Cancel my order, I found it cheaper`: what follows says why, and is no wish of its own. */
const withoutReasons = (wishes: readonly Wish[]): readonly Wish[] =>
  explained.has(wishes[0]?.intent)
    ? wishes.filter(({ intent }, index) => index === 0 || (intent !== undefined && !reasons.has(intent)))
    : wishes;
/** Wishes that people give reasons for, or tell more about. */
const explained: ReadonlySet<Intent | undefined> = new Set([
  'cancel-order',
  'return',
  'exchange',
  'feedback',
  'associate',
]);
const reasons: ReadonlySet<Intent> = new Set([
  'search',
  'cheaper',
  'more',
  'recommend',
  'details',
  'nearby',
  'no',
  'bigger-size',
  'smaller-size',
  'other-size',
]);

/** `Find a dress in M and reserve it`: the size holds for both. */
function carryOptions(wishes: readonly Wish[]): readonly Wish[] {
  return wishes.map((wish, index) => {
    const before = wishes[index - 1];
    if (before === undefined || !wish.pointing || namesPiece(wish)) return wish;
    const size = wish.size ?? before.size;
    const colour = wish.colour ?? before.colour;
    return { ...wish, ...(size === undefined ? {} : { size }), ...(colour === undefined ? {} : { colour }) };
  });
}

/** `The first one in S, add it`, `the shirt does not fit, I want to return it`: what comes before only says which. */
const leadsTo = (before: Wish, wish: Wish): boolean =>
  before.intent === undefined &&
  wish.intent !== undefined &&
  led.has(wish.intent) &&
  !namesPiece(wish) &&
  (namesPiece(before) || before.number !== undefined || before.size !== undefined);

const continues = (wish: Wish): boolean =>
  wish.intent === undefined || wish.intent === 'search' || onPieces.has(wish.intent);
