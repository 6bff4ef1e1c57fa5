import type { Card } from '../../contracts/card.ts';
import type { Language } from '../../contracts/primitives.ts';

type InLanguages = Readonly<Partial<Record<Language, readonly string[]>>>;

/** Where a tool's list stands in its result, and what of its items is its value. */
export interface ListedBy {
  /** A tool that only looks, and needs no arguments. */
  readonly tool: string;
  /** Name of the list in its result. */
  readonly list: string;
  readonly value: string;
}

/**
 * How people say an argument. What is not said is left out of the call. `in` names the words of the pattern that it is said in
 * (`<piece>`), where it is not any of them.
 */
export type SpokenArgument =
  /** The SKU of a line of the bag: `the second one`, `it`, `the blue kurta`. None that the tool of `except` lists. */
  | { readonly said: 'bag-line'; readonly except?: ListedBy }
  /** A number of units. */
  | { readonly said: 'quantity' }
  /** The SKU of a piece that was shown or is named, in size and colour: asked about until it is exact. */
  | { readonly said: 'piece'; readonly in?: string }
  /** The SKU of a line of the shopper's orders, newest first. Asked about where it is not clear which. */
  | { readonly said: 'order-line'; readonly in?: string }
  /**
   * The id of a piece on trial. Asked about where it is not clear which. With `inBag`, where none of them is in the bag as well, it is
   * as if the command had not been heard.
   */
  | { readonly said: 'on-trial'; readonly inBag?: true }
  /** A word of the shop's own, or the most that may be spent, in minor units. Asked for by `ask.ARGUMENT` where it is `needed`. */
  | {
      readonly said: 'detail';
      readonly detail: 'occasion' | 'department' | 'size' | 'budget';
      readonly needed?: true;
    }
  /** The words themselves, but for those that say nothing; as the patterns write them. */
  | { readonly said: 'words'; readonly in: string; readonly but: readonly string[] }
  /** What follows one of these leads, to the end or in quotation marks; leads as people write them. */
  | { readonly said: 'text'; readonly leads: InLanguages }
  /** One of what a tool lists, by words of its `name`. */
  | ({ readonly said: 'choice'; readonly name: string } & ListedBy);

/**
 * What people say to have a tool called when no model plans. What is said of the result are the worker's words: `said.NAME` with the
 * values of the result (its lists item by item as `item.LIST`), `failed.REASON` with those of a failure, and `ask.ARGUMENT` where a
 * lead is followed by nothing.
 */
export interface SpokenCommand {
  /** kebab-case. */
  readonly name: string;
  readonly tool: string;
  /**
   * In the notation of the offline planner (`agent/offline/patterns.ts`). Workers are listened for before the shop's own intents, so a
   * pattern names what only the worker does: `gift wrap`, never `add`. `<name>` stands for up to eight words that an argument is said
   * in (`return <old> and buy <new>`); a pattern that has such is looked for in all that was said, not in one part of it.
   */
  readonly patterns: InLanguages;
  /** Words of the patterns that have `it` in them, as Spanish and Arabic verbs do; as the patterns write them. */
  readonly pointing?: readonly string[];
  readonly arguments?: Readonly<Record<string, SpokenArgument>>;
  /** Only where one of these is said too, which is among the arguments. */
  readonly onlyWith?: readonly string[];
  /** A bare yes means it as well, where a card of this type was shown last. */
  readonly onYesTo?: Card['type'];
  /** What is called next, with values of the result by their names. What is said is then `said.NAME` of this. */
  readonly next?: {
    readonly name: string;
    readonly tool: string;
    readonly arguments: readonly string[];
    readonly context?: string;
  };
  /** Name of a value of the result that chooses among sentences: `said.NAME_VALUE`. */
  readonly context?: string;
}
