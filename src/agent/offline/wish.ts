import type { Intent } from './intent-names.ts';
import type { PriceRange } from './prices.ts';
import type { HeardCommand } from './speech.ts';

/** One wish out of an utterance, in the shop's own words. */
export interface Wish {
  readonly intent: Intent | undefined;
  /** Whose words the intent `worker` was said in. */
  readonly command?: HeardCommand;
  /** What was said after a lead of the command; empty when nothing was. */
  readonly text?: string;
  /** Words beside those of the command. */
  readonly beside?: readonly string[];
  /** What was said without the command, which is only one where a piece on trial is in the bag too. */
  readonly otherwise?: Wish;
  /** What its pattern kept, by name. */
  readonly parts?: Readonly<Record<string, Wish>>;
  readonly productType?: string;
  /** What titles call it: a blazer of the jackets. It is among the words, too. */
  readonly kind?: string;
  readonly department?: string;
  readonly colour?: string;
  readonly excludeColours: readonly string[];
  /** Fabrics, patterns, garments, occasions that are not wanted. */
  readonly exclude: readonly string[];
  readonly size?: string;
  /** `a size up` is 1, `a smaller size` −1: from the size that was last spoken of. */
  readonly sizeStep?: 1 | -1;
  readonly fabric?: string;
  readonly occasion?: string;
  readonly price: PriceRange;
  /** 1 for the first, −1 for the last; of several, the one said last. */
  readonly ordinal?: number;
  /** All that were said, in that order. */
  readonly ordinals: readonly number[];
  readonly quantity?: number;
  /** `it`, `that` and the like. */
  readonly pointing: boolean;
  /** `something`: begins anew rather than narrows what was searched before. */
  readonly fresh: boolean;
  /** `the`, `that`: of a certain piece rather than of any. */
  readonly definite: boolean;
  /** Others beside it: `the difference between this and that`. */
  readonly others?: readonly Wish[];
  /** Takes out what a correction was about, if that is in the bag at all. */
  readonly undoes?: true;
  /** It says why, in answer to that question. */
  readonly givesReason?: true;
  /** `both`, `everything`. */
  readonly lot: boolean;
  /** Words left over that name something: of a title here, or a garment that no filter knows. */
  readonly words: readonly string[];
  /** All others that were left over: they are only worth a look where nothing else was said. */
  readonly strange: readonly string[];
  /** All that was said, in the singular. */
  readonly heard: readonly string[];
  /** An order number or a coupon as typed, in capitals. */
  readonly code?: string;
  /** A bare number that may be a size, a quantity or a reservation. */
  readonly number?: number;
}

export const namesPiece = (wish: Wish): boolean =>
  wish.productType !== undefined || wish.ordinal !== undefined || wish.words.length > 0;

/** Whether anything was said that a search can go by. */
export const narrows = (wish: Wish): boolean =>
  [wish.productType, wish.department, wish.colour, wish.size, wish.fabric, wish.occasion].some(
    (value) => value !== undefined,
  ) ||
  [wish.words, wish.exclude, wish.excludeColours].some((list) => list.length > 0) ||
  wish.price.minimum !== undefined ||
  wish.price.maximum !== undefined;

/** Later words win; exclusions and loose words add up. */
export function merge(before: Wish, after: Wish): Wish {
  const excludeColours = [...new Set([...before.excludeColours, ...after.excludeColours])];
  const typed = after.productType !== undefined;
  const { kind, ...plain } = before;
  const words = typed ? before.words.filter((word) => word !== kind) : before.words;
  const merged: Wish = {
    ...(typed ? plain : before),
    ...after,
    intent: before.intent ?? after.intent,
    excludeColours,
    exclude: [...new Set([...before.exclude, ...after.exclude])],
    price: { ...before.price, ...after.price },
    pointing: before.pointing || after.pointing,
    definite: before.definite || after.definite,
    lot: before.lot || after.lot,
    words: [...new Set([...words, ...after.words])],
    strange: [...new Set([...before.strange, ...after.strange])],
    heard: [...before.heard, ...after.heard],
    ordinals: [...new Set([...before.ordinals, ...after.ordinals])],
  };
  if (merged.colour === undefined || !excludeColours.includes(merged.colour)) return merged;
  const { colour: _excluded, ...rest } = merged;
  return rest;
}
