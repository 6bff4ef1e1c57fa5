import { currencyDigits } from '../../contracts/money.ts';
import { maximumLineQuantity } from '../../contracts/primitives.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { collector, type Gathered } from './collect.ts';
import { normalise } from './normalise.ts';
import { numeralsIn } from './numerals.ts';

/** What a session's tools have said that a sentence can be right or wrong about without a figure. */
export type Event =
  | 'free'
  | 'here'
  | 'gone'
  | 'held'
  | 'paid'
  | 'refund'
  | 'discount'
  | 'bag'
  | 'empty'
  | 'order'
  | 'called'
  | 'done'
  | 'cancelled';

/**
 * What this session's tools gave, by kind: a price is no stock figure. Foreign tools give nothing: only the shop has prices. What the
 * shopper said is kept apart: it can be repeated, and is no price and no stock.
 */
export interface Facts {
  readonly currency: string;
  readonly digits: number;
  /** Minor units. */
  readonly amounts: ReadonlySet<number>;
  /** Of offers, and prices that were: said of an offer or as what was, and of nothing else. Minor units. */
  readonly terms: ReadonlySet<number>;
  /** Of what was listed last, minor units: what is summed up and compared. */
  readonly listed: readonly number[];
  /** Differences that a result shows: to the price before, saved by an offer. */
  readonly savings: ReadonlySet<number>;
  readonly percents: ReadonlySet<number>;
  readonly stock: ReadonlySet<number>;
  readonly counts: ReadonlySet<number>;
  readonly points: ReadonlySet<number>;
  /** Of reservations. */
  readonly numbers: ReadonlySet<number>;
  readonly rooms: ReadonlySet<number>;
  /** Minutes of half a day: nobody says in which half 8:30 is, and a shop is not open all night. */
  readonly clock: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** In minutes. */
  readonly durations: ReadonlySet<number>;
  readonly metres: readonly number[];
  /** As `normalise` gives them. */
  readonly sizes: ReadonlySet<string>;
  /** Sizes that the shop's catalogue has at all, to ask with. */
  readonly knownSizes: ReadonlySet<string>;
  /** Texts of products, shops, offers and orders, normalised: they may be quoted, and promise nothing. */
  readonly texts: readonly string[];
  readonly codes: ReadonlySet<string>;
  /** Of products, shops and offers; product texts come from suppliers. */
  readonly names: readonly string[];
  /** Addresses, rails and shelves: the shop's own words. */
  readonly places: readonly string[];
  readonly links: ReadonlySet<string>;
  /** Digits only. */
  readonly phones: readonly string[];
  readonly said: { readonly numbers: ReadonlySet<number>; readonly text: string };
  readonly events: ReadonlySet<Event>;
}

export function factsOf(state: TurnState): Facts {
  const { currency } = state.session.cart;
  const facts: Gathered = {
    currency,
    digits: currencyDigits(currency),
    amounts: new Set(),
    terms: new Set(),
    listed: [],
    savings: new Set(),
    percents: new Set(),
    stock: new Set(),
    // How many of one piece can be asked for.
    counts: new Set([maximumLineQuantity]),
    points: new Set(),
    numbers: new Set(),
    rooms: new Set(),
    clock: new Set(),
    days: new Set(),
    durations: new Set(),
    metres: [],
    sizes: new Set(),
    knownSizes: new Set(state.vocabulary.sizes.map(normalise)),
    texts: [],
    codes: new Set(),
    names: [],
    places: [],
    links: new Set(),
    phones: [],
    said: saidIn(state),
    events: new Set(),
  };
  const collect = collector(facts, state.timeZone);
  const { cart, payment, reservations, customer, preferences } = state.session;
  for (const part of [cart, payment, reservations, customer]) collect('', part);
  for (const size of Object.values(preferences.sizes)) facts.sizes.add(normalise(size));
  for (const { role, cards } of state.history) if (role !== 'shopper') collect('cards', cards);
  const own = new Set(state.tools.flatMap(({ name, foreign }) => (foreign === true ? [] : [name])));
  for (const { tool, result } of state.steps) {
    if (!own.has(tool)) continue;
    if (result.ok) {
      collect('', result.value);
      const writes = state.tools.some(({ name, effect }) => name === tool && effect === 'write');
      if (writes && !isCutShort(result.value)) facts.events.add('done');
    }
    // Not its message, which may repeat what a model wrote.
    else {
      const { kind, details } = result.failure;
      if (kind === 'conflict' || kind === 'not-found' || details !== undefined) facts.events.add('gone');
      collect('', details);
    }
  }
  return facts;
}

/** A plan that did not come to its end is an answer like any other, and nothing is done. */
function isCutShort({ plan }: Readonly<Record<string, unknown>>): boolean {
  return typeof plan === 'object' && plan !== null && 'state' in plan && plan.state !== 'done';
}

function saidIn({ utterance, history, session }: TurnState): Facts['said'] {
  const shopper = history.filter(({ role }) => role === 'shopper').map(({ text }) => text);
  const text = normalise([...shopper, utterance].join(' \n '));
  const numbers = new Set(numeralsIn(text).flatMap(({ values }) => values));
  const { budget } = session.preferences;
  if (budget !== undefined) numbers.add(budget / 10 ** currencyDigits(session.cart.currency));
  return { numbers, text };
}
