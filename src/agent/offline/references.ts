import type { Card } from '../../contracts/card.ts';
import type { ProductSummary } from '../../contracts/catalogue.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { isShadeOf } from '../../core/search/colour-families.ts';
import { normalise, singular, tokensOf } from './normalise.ts';
import type { Wish } from './wish.ts';

/** A piece that was shown or spoken of. `chosen` is the exact variant, where one was settled. */
export interface Piece {
  readonly handle: string | undefined;
  readonly title: string;
  readonly productType: string | undefined;
  /** The variant that the card stood for. */
  readonly sku: string;
  readonly colours: readonly string[];
  readonly price: number | undefined;
  readonly chosen: { readonly size: string | null; readonly colour: string | null } | undefined;
}

export interface Shown {
  /** Lists as they were shown, newest first. */
  readonly lists: readonly (readonly Piece[])[];
  /** What `it` is: the piece that was last spoken of alone. Undefined where a list came after it. */
  readonly focus: Piece | undefined;
}

const fromSummary = (item: ProductSummary): Piece => ({
  handle: item.handle,
  title: item.title,
  productType: item.productType,
  sku: item.sku,
  colours: item.colours,
  price: item.price,
  chosen: undefined,
});

export function shownIn(state: TurnState): Shown {
  const earlier = [...state.history].reverse().flatMap((message) => [...message.cards].reverse());
  const now = state.steps.flatMap((step) => (step.card === undefined ? [] : [step.card])).reverse();
  const cards = [...now, ...earlier];
  const asked = askedFor(state);
  const settled = settledOptions(cards);
  const standing = standingVariants(cards);
  const lists: Piece[][] = [];
  let focus: Piece | undefined;
  let open = true;
  for (const [index, card] of cards.entries()) {
    // Of the bag the piece that went in last is spoken of; one of this turn is newer than the session's view of it.
    const bagged = card.type === 'cart' && index >= now.length ? lastLine(state) : [];
    const pieces = [...bagged, ...piecesOf(card, cards)].map((piece) => ({
      ...piece,
      sku: standing.get(piece.handle ?? '') ?? piece.sku,
      chosen: piece.chosen ?? settled.get(piece.title),
    }));
    if (pieces.length === 0) continue;
    if (card.type === 'products' || card.type === 'bundle') lists.push(pieces);
    if (!open) continue;
    // Of a bundle the first piece is the one that the others were chosen for.
    if (pieces.length === 1 || card.type === 'bundle') focus = pieces[0];
    else focus = titledIn(asked.get(card) ?? '', pieces);
    open = false;
  }
  return { lists, focus };
}

/** What the shopper had said when each card of the session was shown. */
function askedFor({ history, steps, utterance }: TurnState): ReadonlyMap<Card, string> {
  const asked = new Map<Card, string>();
  let said = '';
  for (const message of history) {
    if (message.role === 'shopper') said = message.text;
    for (const card of message.cards) asked.set(card, said);
  }
  for (const { card } of steps) if (card !== undefined) asked.set(card, utterance);
  return asked;
}

const wordsOf = (text: string): readonly string[] => tokensOf(text.replaceAll('-', ' ')).map(singular);

/** The piece whose whole title was said: of several the longest title, since `khadi kurta` is in `men's khadi kurta`. */
function titledIn(said: string, pieces: readonly Piece[]): Piece | undefined {
  const spoken = new Set(wordsOf(said));
  const [longest, next] = pieces
    .map((piece) => ({ piece, words: wordsOf(piece.title) }))
    .filter(({ words }) => words.length > 1 && words.every((word) => spoken.has(word)))
    .sort((left, right) => right.words.length - left.words.length);
  return longest !== undefined && longest.words.length > (next?.words.length ?? 0)
    ? longest.piece
    : undefined;
}

/**
 * The variant that a search's card stood for, by product: it is of the colour that was asked for. A card that only shows
 * one product again (titled like it) says nothing of that.
 */
function standingVariants(cards: readonly Card[]): ReadonlyMap<string, string> {
  const standing = new Map<string, string>();
  for (const card of cards) {
    if (card.type !== 'products' || card.title === card.items[0]?.title) continue;
    for (const { handle, sku } of card.items) if (!standing.has(handle)) standing.set(handle, sku);
  }
  return standing;
}

function lastLine({ session }: TurnState): Piece[] {
  const line = session.cart.lines.at(-1);
  if (line === undefined) return [];
  const { handle, title, sku, size, colour } = line;
  return [
    { handle, title, productType: undefined, sku, colours: [], price: undefined, chosen: { size, colour } },
  ];
}

function piecesOf(card: Card, all: readonly Card[]): Piece[] {
  switch (card.type) {
    case 'products':
    case 'bundle':
      return card.items.map(fromSummary);
    case 'stock': {
      const [figure] = card.figures;
      if (figure === undefined) return [];
      const known = summaryOf(card.title, all);
      return known === undefined
        ? [
            {
              handle: undefined,
              title: card.title,
              productType: undefined,
              sku: figure.sku,
              colours: [],
              price: undefined,
              chosen: undefined,
            },
          ]
        : [{ ...fromSummary(known), sku: card.figures.length === 1 ? figure.sku : known.sku }];
    }
    case 'reservations':
      return card.items.map((item) => ({
        handle: item.handle,
        title: item.title,
        productType: summaryOf(item.title, all)?.productType,
        sku: item.sku,
        colours: [],
        price: undefined,
        chosen: { size: item.size, colour: item.colour },
      }));
    default:
      return [];
  }
}

/** Size and colour that were last spoken of for a piece: all rows of its stock, or its reservation, share them. */
function settledOptions(cards: readonly Card[]): ReadonlyMap<string, NonNullable<Piece['chosen']>> {
  const settled = new Map<string, NonNullable<Piece['chosen']>>();
  for (const card of cards) {
    if (card.type === 'stock' && !settled.has(card.title)) {
      const shared = (values: readonly (string | null)[]) =>
        new Set(values).size === 1 ? (values[0] ?? null) : null;
      const size = shared(card.figures.map((row) => row.size));
      const colour = shared(card.figures.map((row) => row.colour));
      if (size !== null || colour !== null) settled.set(card.title, { size, colour });
    }
    if (card.type !== 'reservations') continue;
    for (const { title, size, colour } of card.items)
      if (!settled.has(title)) settled.set(title, { size, colour });
  }
  return settled;
}

function summaryOf(title: string, cards: readonly Card[]): ProductSummary | undefined {
  for (const card of cards) {
    if (card.type !== 'products' && card.type !== 'bundle') continue;
    const found = card.items.find((item) => item.title === title);
    if (found !== undefined) return found;
  }
  return undefined;
}

export type Reference =
  | { readonly found: 'piece'; readonly piece: Piece }
  | { readonly found: 'several'; readonly pieces: readonly Piece[] }
  | { readonly found: 'nothing' };

/** What a wish points at among the pieces that were shown. */
export function refer(wish: Wish, shown: Shown): Reference {
  if (wish.ordinal !== undefined) return byOrdinal(wish.ordinal, shown);
  const told = tellingPlace(wish, shown.lists[0] ?? []);
  if (told !== undefined) return one(told);
  const named = wish.productType !== undefined || wish.words.length > 0;
  if (named) {
    for (const list of shown.focus === undefined ? shown.lists : [[shown.focus], ...shown.lists]) {
      const matching = narrowed(
        list.filter((piece) => matches(piece, wish)),
        wish,
      );
      const [only, ...others] = matching;
      if (only !== undefined) return others.length === 0 ? one(only) : { found: 'several', pieces: matching };
    }
    // `What would look fab with it`: the words say something of the piece, not which.
    if (!wish.pointing || wish.productType !== undefined || shown.focus === undefined)
      return { found: 'nothing' };
  }
  if (wish.colour !== undefined && shown.focus === undefined) {
    const matching = (shown.lists[0] ?? []).filter((piece) => hasColour(piece, wish.colour));
    const [only, ...others] = matching;
    if (only !== undefined && others.length === 0) return one(only);
  }
  if (shown.focus !== undefined) return one(shown.focus);
  const list = shown.lists[0];
  return list === undefined ? { found: 'nothing' } : { found: 'several', pieces: list };
}

/** `The cheaper one`, `the most expensive`, `the middle one` of what was shown last. */
function tellingPlace({ heard, definite }: Wish, list: readonly Piece[]): Piece | undefined {
  const said = (...words: readonly string[]) => words.some((word) => heard.includes(word));
  // What English says with an article, others say with words of their own.
  const pointed = definite || said('el', 'la', 'wala', 'wali', 'वाला', 'वाली', 'الارخص', 'الاغلي', 'الاوسط');
  if (!pointed || list.length < 2) return undefined;
  if (said('middle', 'medio', 'beech', 'बीच', 'الاوسط')) return list[Math.floor((list.length - 1) / 2)];
  const priced = list
    .flatMap((piece) => (piece.price === undefined ? [] : [{ piece, price: piece.price }]))
    .sort((left, right) => left.price - right.price);
  if (said('cheaper', 'cheapest', 'sasta', 'saste', 'sasti', 'सस्ता', 'सस्ती', 'barato', 'barata', 'الارخص'))
    return priced[0]?.piece;
  if (
    said(
      'dearer',
      'dearest',
      'pricier',
      'priciest',
      'costlier',
      'costliest',
      'mehnga',
      'mehngi',
      'महंगा',
      'महंगी',
      'الاغلي',
    )
  )
    return priced.at(-1)?.piece;
  return (said('expensive') && said('most', 'more')) || (said('caro', 'cara') && said('ma', 'mas'))
    ? priced.at(-1)?.piece
    : undefined;
}

const one = (piece: Piece): Reference => ({ found: 'piece', piece });

function byOrdinal(ordinal: number, { lists }: Shown): Reference {
  const list = lists.find((candidate) => candidate.length >= Math.max(2, ordinal)) ?? lists[0];
  const piece = ordinal < 0 ? list?.at(-1) : list?.[ordinal - 1];
  return piece === undefined ? { found: 'nothing' } : one(piece);
}

const hasColour = (piece: Piece, colour: string | undefined): boolean =>
  colour === undefined ||
  piece.colours.some(
    (name) =>
      name.toLowerCase() === colour.toLowerCase() || isShadeOf(colour.toLowerCase(), name.toLowerCase()),
  );

/** `The office shirt` among shirts: fabric, occasion and colour decide where the title has them. */
function narrowed(pieces: readonly Piece[], { fabric, occasion, colour }: Wish): readonly Piece[] {
  let left = pieces;
  for (const word of [fabric, occasion, colour]) {
    if (word === undefined) continue;
    const named = left.filter((piece) => normalise(piece.title).split(' ').includes(normalise(word)));
    if (named.length > 0) left = named;
  }
  if (left.length < 2 || colour === undefined) return left;
  const coloured = left.filter((piece) => hasColour(piece, colour));
  return coloured.length > 0 ? coloured : left;
}

function matches(piece: Piece, wish: Wish): boolean {
  const title = normalise(piece.title).split(' ').map(singular);
  const typed =
    wish.productType === undefined ||
    piece.productType === wish.productType ||
    title.includes(singular(normalise(wish.productType)));
  return typed && wish.words.every((word) => title.includes(singular(normalise(word))));
}
