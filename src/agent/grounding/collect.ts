import { activeStates } from '../../contracts/reservation.ts';
import type { Facts } from './facts.ts';
import { normalise } from './normalise.ts';
import { codesIn } from './numerals.ts';

/** Facts while they are gathered. */
export type Gathered = {
  readonly [K in keyof Facts]: Facts[K] extends ReadonlySet<infer V> ? Set<V> : Facts[K];
} & {
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
/** Fields that only the shop fills in. */
const codeKey =
  /^(?:code|codes|applied|number|numbers|orderNumber|location|sku|handle|size|sizes|sizesHere)$/u;
const instantPattern = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/u;
/** Names of machines, not of people; and words of the caller that a result repeats. */
const unread = new Set(['image', 'images', 'latitude', 'longitude', 'corrections', 'timeZone', 'currency']);

/** Adds what stands in a result, by the names of its fields. */
export function collector(facts: Gathered, timeZone: string): (key: string, value: unknown) => void {
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
    if (codeKey.test(key)) for (const { code } of codesIn(plain)) facts.codes.add(code ?? '');
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
  const { state, sizes, sizesHere, piece, type } = fields;
  // Of a plan, only what is done: what it proposes is neither promised nor paid back.
  const isAhead = piece !== undefined && state !== 'done';
  if (!isAhead && Object.keys(fields).some((key) => /refund/iu.test(key) && fields[key] !== null))
    facts.events.add('refund');
  if (piece !== undefined && type === 'hold' && state === 'done') facts.events.add('held');
  if ('steps' in fields && state === 'undone') facts.events.add('cancelled');
  if ('reservationId' in fields && activeStates.some((active) => active === state)) facts.events.add('held');
  if (state === 'cancelled' || state === 'expired' || state === 'returned') facts.events.add('cancelled');
  if (fields.called === true) facts.events.add('called');
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
