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

/** How people say an argument. What is not said is left out of the call. */
export type SpokenArgument =
  /** The SKU of a line of the bag: `the second one`, `it`, `the blue kurta`. None that the tool of `except` lists. */
  | { readonly said: 'bag-line'; readonly except?: ListedBy }
  /** A number of units. */
  | { readonly said: 'quantity' }
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
   * pattern names what only the worker does: `gift wrap`, never `add`.
   */
  readonly patterns: InLanguages;
  /** Words of the patterns that have `it` in them, as Spanish and Arabic verbs do; as the patterns write them. */
  readonly pointing?: readonly string[];
  readonly arguments?: Readonly<Record<string, SpokenArgument>>;
  /** Name of a value of the result that chooses among sentences: `said.NAME_VALUE`. */
  readonly context?: string;
}
