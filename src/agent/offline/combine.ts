import type { Intent } from './intent-names.ts';
import { isIdle, isOneMore, joins, onPieces, strongJoins } from './joins.ts';
import { merge, namesPiece, type Wish } from './wish.ts';

const courtesies: ReadonlySet<Intent | undefined> = new Set(['greet', 'thanks', 'bye', 'yes', 'no']);
const isCourtesy = ({ intent }: Wish): boolean => courtesies.has(intent);

/** What several clauses come to: some only say more of the one before. */
export function combined(clauses: readonly Wish[]): readonly Wish[] {
  const drafts: Wish[] = [];
  for (const wish of clauses) {
    const before = drafts.at(-1);
    if (before === undefined) drafts.push(wish);
    else drafts.splice(-1, 1, ...both(before, wish));
  }
  const serious = drafts.filter((wish) => !isCourtesy(wish) && !isIdle(wish));
  const wishes = withoutReasons(serious.length > 0 ? serious : drafts.slice(0, 1)).filter(
    (wish, index, all) => all.length === 1 || index === 0 || wish.intent !== undefined || namesPiece(wish),
  );
  return carryOptions(wishes);
}

/** Two clauses as one wish, or as two. */
function both(before: Wish, wish: Wish): readonly Wish[] {
  const said = isCourtesy(before) || isIdle(before);
  const join = [...strongJoins, ...(said ? [] : joins)].find(({ when }) => when(before, wish));
  if (join !== undefined) {
    const { intent: _first, ...merged } = merge(before, wish);
    return [{ ...merged, ...commandIn(wish), intent: join.gives(before, wish) }];
  }
  if (said) return [before, wish];
  if (isOneMore(before, wish)) return [before, { ...merge(before, wish), quantity: wish.quantity ?? 1 }];
  if (wish.intent !== undefined && wish.intent !== 'search') return [before, wish];
  if (namesPiece(wish) && namesPiece(before) && continues(before)) {
    return [before, { ...wish, intent: before.intent, ...commandIn(before) }];
  }
  return [merge(before, wish)];
}

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

const continues = (wish: Wish): boolean =>
  wish.intent === undefined || wish.intent === 'search' || onPieces.has(wish.intent);
