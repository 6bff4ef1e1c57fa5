import type { Intent } from './intent-names.ts';
import { namesPiece, narrows, type Wish } from './wish.ts';

type Intents = ReadonlySet<Intent | undefined>;

/** Wishes that act on a piece: a second piece after `and` is meant for the same. */
export const onPieces: Intents = new Set(['add', 'take', 'reserve', 'remove', 'locate', 'stock', 'worker']);
/** What comes before these only says of which piece. */
const led: Intents = new Set([
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
const onOrders: Intents = new Set(['order-items', 'exchange', 'return', 'cancel-order']);
const onSizes: Intents = new Set(['bigger-size', 'smaller-size', 'other-size']);
const sizeDetails: Intents = new Set([...onSizes, 'bag-change']);
/** A complaint about a size only says why, before these. */
const overSizes: Intents = new Set(['exchange', 'return', 'order-items', 'associate', 'bag-change']);
const inRoom: Intents = new Set(['reserve', 'search', 'stock', 'add', undefined]);

const unnamed = (wish: Wish): boolean => !namesPiece(wish);
const isOf =
  (intent: Intent, next: Intent) =>
  (before: Wish, wish: Wish): boolean =>
    before.intent === intent && wish.intent === next;

/** It says nothing that anything could be done about: `it is for my cousin`, `are you deaf`. */
export const isIdle = (wish: Wish): boolean =>
  wish.intent === undefined && !narrows(wish) && !isCounted(wish) && !wish.pointing && !wish.lot;

const isCounted = (wish: Wish): boolean =>
  [wish.ordinal, wish.quantity, wish.number, wish.code, wish.sizeStep, wish.command].some(
    (value) => value !== undefined,
  );

const orderWords = new Set('order parcel package ऑर्डर पार्सल pedido paquete طلبي الطلب'.split(' '));

/** `My order has not come yet, cancel it`. */
const cancelsOrder = (before: Wish, wish: Wish): boolean =>
  wish.intent === 'cancel-reservation' &&
  unnamed(wish) &&
  before.intent !== 'reservations' &&
  (before.code !== undefined || before.heard.some((word) => orderWords.has(word)));

const bought = new Set('ordered mangaya mangwaya मंगाया मंगवाया pedi compre طلبت اشتريت'.split(' '));

/** `I ordered a saree last week, where is it?` */
const asksForOrder = (before: Wish, wish: Wish): boolean =>
  before.heard.some((word) => bought.has(word)) && wish.intent === 'locate' && unnamed(wish);

/** `I love it`: what comes next says what is to be done with it. */
const onlyPoints = (wish: Wish): boolean =>
  wish.intent === undefined && wish.pointing && !narrows(wish) && !isCounted(wish);

/** `The first one in S, add it`, `the shirt does not fit, I want to return it`: what comes before only says which. */
const leadsTo = (before: Wish, wish: Wish): boolean =>
  before.intent === undefined &&
  led.has(wish.intent) &&
  unnamed(wish) &&
  (namesPiece(before) || before.number !== undefined || before.size !== undefined);

/** `It is too small, bring me L`, `too tight, can I have it in L`: the second says how. */
const saysHow = (before: Wish, wish: Wish): boolean =>
  onSizes.has(before.intent) &&
  (onSizes.has(wish.intent) || (wish.size !== undefined && unnamed(wish) && inRoom.has(wish.intent)));

/** `I do not want to pay after all, cancel that link`: the same once more. */
const repeats = (before: Wish, wish: Wish): boolean =>
  wish.intent !== undefined &&
  wish.intent === before.intent &&
  wish.intent !== 'worker' &&
  unnamed(wish) &&
  [wish.size, wish.colour, wish.code].every((value) => value === undefined);

interface Join {
  readonly when: (before: Wish, wish: Wish) => boolean;
  /** What both come to. */
  readonly gives: (before: Wish, wish: Wish) => Intent | undefined;
}

const first = ({ intent }: Wish): Intent | undefined => intent;
const second = (_before: Wish, { intent }: Wish): Intent | undefined => intent;

/** Two clauses that are one wish, whatever the first of them is. */
export const strongJoins: readonly Join[] = [
  { when: cancelsOrder, gives: () => 'cancel-order' },
  { when: asksForOrder, gives: () => 'track' },
];

/** Two clauses that are one wish; the first that fits. */
export const joins: readonly Join[] = [
  { when: (_before, wish) => isIdle(wish), gives: first },
  { when: (before, wish) => isOf('take', 'reserve')(before, wish) && unnamed(wish), gives: second },
  { when: (before, wish) => isOf('reserve', 'extend')(before, wish) && unnamed(before), gives: second },
  { when: (before, wish) => before.intent === 'policy' && onOrders.has(wish.intent), gives: first },
  { when: onlyPoints, gives: second },
  { when: (before, wish) => onOrders.has(before.intent) && sizeDetails.has(wish.intent), gives: first },
  { when: (before, wish) => onSizes.has(before.intent) && overSizes.has(wish.intent), gives: second },
  { when: leadsTo, gives: second },
  { when: saysHow, gives: (before, wish) => (wish.size === undefined ? before.intent : 'other-size') },
  { when: repeats, gives: first },
];

/** `Add the T-shirt, one in M and one in L`. */
export const isOneMore = (before: Wish, wish: Wish): boolean =>
  (before.intent === 'add' || before.intent === 'reserve') &&
  wish.intent === undefined &&
  unnamed(wish) &&
  (differs(before.size, wish.size) || differs(before.colour, wish.colour));

const differs = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && before !== after;
