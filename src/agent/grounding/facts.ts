import { currencyDigits } from '../../contracts/money.ts';
import { maximumLineQuantity } from '../../contracts/primitives.ts';
import { activeStates } from '../../contracts/reservation.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { hasUnknownLink } from './links.ts';
import { normalise } from './normalise.ts';
import { codesIn, numeralsIn } from './numerals.ts';

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

type Gathered = { readonly [K in keyof Facts]: Facts[K] extends ReadonlySet<infer V> ? Set<V> : Facts[K] } & {
  listed: number[];
  metres: number[];
  texts: string[];
  names: string[];
  places: string[];
  phones: string[];
};

const moneyKey =
  /(?:price|amount|subtotal|discount|saves|saved|savings|fee|charges?|refund|difference|tax|paid|due|credit|balance|cost|maximum|minimum|minimumSubtotal|lineTotal|value|worth)$/iu;
/** Money that says something by being nothing. */
const feeKey = /(?:price|fee|charges?|cost)$/iu;
const termKey = /^(?:discount|saves|minimumSubtotal|maximum|minimum|compareAtPrice)$/u;
const instantPattern = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u;
/** Names of machines, not of people; and words of the caller that a result repeats. */
const unread = new Set(['image', 'images', 'latitude', 'longitude', 'corrections', 'timeZone', 'currency']);

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
    if (result.ok) collect('', result.value);
    // Not its message, which may repeat what a model wrote.
    else {
      const { kind, details } = result.failure;
      if (kind === 'conflict' || kind === 'not-found' || details !== undefined) facts.events.add('gone');
      collect('', details);
    }
  }
  return facts;
}

function saidIn({ utterance, history, session }: TurnState): Facts['said'] {
  const shopper = history.filter(({ role }) => role === 'shopper').map(({ text }) => text);
  const text = normalise([...shopper, utterance].join(' \n '));
  const numbers = new Set(numeralsIn(text).flatMap(({ values }) => values));
  const { budget } = session.preferences;
  if (budget !== undefined) numbers.add(budget / 10 ** currencyDigits(session.cart.currency));
  return { numbers, text };
}

function collector(facts: Gathered, timeZone: string): (key: string, value: unknown) => void {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });

  function number(key: string, value: number, hasCurrency: boolean): void {
    if (/^available|^onHand$|unitsHere$/u.test(key)) {
      facts.stock.add(value);
      facts.counts.add(value);
      facts.events.add(value > 0 ? 'here' : 'gone');
    } else if (key === 'number' || key === 'numbers') facts.numbers.add(value);
    else if (key === 'fittingRoom') facts.rooms.add(value);
    else if (/^points/u.test(key)) facts.points.add(value);
    else if (/^(?:opens|closes|openUntil)$/u.test(key)) facts.clock.add(value % 720);
    else if (/minutes$/iu.test(key)) facts.durations.add(value);
    else if (/hours$/iu.test(key)) facts.durations.add(value * 60);
    else if (/days$/iu.test(key)) facts.durations.add(value * 1440);
    else if (/metres$/iu.test(key)) facts.metres.push(value);
    else if (key === 'basisPoints') facts.percents.add(value / 100);
    else if (/percent$/iu.test(key)) facts.percents.add(value);
    else if (moneyKey.test(key) || (/total$/iu.test(key) && hasCurrency)) {
      // A quantity's bounds are called like an amount's.
      if (/^(?:maximum|minimum)$/u.test(key)) facts.counts.add(value);
      if (value > 0) (termKey.test(key) ? facts.terms : facts.amounts).add(value);
      else if (feeKey.test(key)) {
        facts.amounts.add(0);
        facts.events.add('free');
      }
    } else if (Number.isSafeInteger(value)) facts.counts.add(value);
  }

  function text(key: string, value: string): void {
    if (/url$/iu.test(key)) {
      if (/^https?:\/\/\S+$/u.test(value)) facts.links.add(value);
      return;
    }
    if (/Id$/u.test(key)) return;
    const plain = normalise(value);
    if (key === 'phone') facts.phones.push(plain.replace(/\D/gu, ''));
    if (instantPattern.test(value)) {
      const at = new Map(
        parts.formatToParts(new Date(value)).map(({ type, value: part }) => [type, Number(part)]),
      );
      facts.clock.add(((at.get('hour') ?? 0) * 60 + (at.get('minute') ?? 0)) % 720);
      for (const part of ['day', 'month', 'year'] as const) facts.days.add(at.get(part) ?? 0);
      return;
    }
    if (/^sizes?(?:Here)?$/u.test(key)) facts.sizes.add(plain);
    if (key === 'title' || key === 'name') facts.names.push(value);
    if (key === 'address' || key === 'location') facts.places.push(value);
    facts.texts.push(plain);
    for (const { code } of codesIn(plain)) if (code !== undefined) facts.codes.add(code);
  }

  function object(fields: Readonly<Record<string, unknown>>): void {
    const hasCurrency = typeof fields.currency === 'string';
    for (const [key, value] of Object.entries(fields)) {
      if (unread.has(key)) continue;
      if (typeof value === 'number') {
        if (!(fields.type === 'amount' && key === 'amount')) number(key, value, hasCurrency);
      } else collect(key, value);
    }
    relate(facts, fields);
  }

  function collect(key: string, value: unknown): void {
    if (typeof value === 'string') text(key, value);
    else if (typeof value === 'number') number(key, value, false);
    else if (Array.isArray(value)) list(key, value);
    else if (typeof value === 'object' && value !== null) object(value as Record<string, unknown>);
  }

  function list(key: string, values: readonly unknown[]): void {
    if (unread.has(key)) return;
    facts.counts.add(values.length);
    if (values.length === 0 && /^(?:items|stores|figures|sizesHere)$/u.test(key)) facts.events.add('gone');
    const prices = values.flatMap((value) => {
      const { price } = (value ?? {}) as { readonly price?: unknown };
      return typeof price === 'number' ? [price] : [];
    });
    if (key === 'items' && prices.length > 0) facts.listed.splice(0, facts.listed.length, ...prices);
    for (const value of values) collect(key, value);
  }
  return collect;
}

/** What follows from fields that stand together. */
function relate(facts: Gathered, fields: Readonly<Record<string, unknown>>): void {
  const amount = (key: string): number => (typeof fields[key] === 'number' ? (fields[key] as number) : 0);
  const saving = (saved: number, of: number): void => {
    if (saved <= 0 || of <= 0) return;
    facts.savings.add(saved);
    facts.events.add('discount');
    facts.percents.add(Math.floor((saved * 100) / of)).add(Math.round((saved * 100) / of));
  };
  saving(amount('compareAtPrice') - amount('price'), amount('compareAtPrice'));
  saving(amount('discount'), amount('subtotal'));
  if (amount('saves') > 0) facts.savings.add(amount('saves'));
  if (typeof fields.offer === 'object' && fields.offer !== null && 'lines' in fields)
    facts.events.add('discount');
  if ('lines' in fields && fields.pieces === 0) facts.events.add('empty');
  if (amount('pieces') > 0) facts.events.add('bag');
  if (Object.keys(fields).some((key) => /refund/iu.test(key) && fields[key] !== null))
    facts.events.add('refund');
  const { state, sizes, sizesHere } = fields;
  if ('reservationId' in fields && activeStates.some((active) => active === state)) facts.events.add('held');
  if (state === 'cancelled' || state === 'expired' || state === 'returned') facts.events.add('cancelled');
  if ('paymentId' in fields && state === 'paid') facts.events.add('paid').add('order');
  // An offer's discount: what it takes off is no price.
  if (fields.type === 'amount' && amount('amount') > 0) facts.terms.add(amount('amount'));
  if ('orderId' in fields) facts.events.add('paid').add('order');
  if (Array.isArray(sizes) && Array.isArray(sizesHere)) {
    if (sizesHere.length > 0) facts.events.add('here');
    if (sizesHere.length < sizes.length) facts.events.add('gone');
  }
  const [from, to] = [Date.parse(String(fields.createdAt)), Date.parse(String(fields.expiresAt))];
  if (to > from) facts.durations.add(Math.round((to - from) / 60_000));
}

/** Whether a name can be said by itself: it states no price and leads nowhere. */
export const isPlainName = (name: string): boolean => {
  const plain = normalise(name);
  return !hasUnknownLink(name, new Set()) && !/[₹$€£%]|\p{Sc}/u.test(plain) && name.length <= 120;
};
