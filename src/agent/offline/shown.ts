import type { Card } from '../../contracts/card.ts';
import type { ProductSummary } from '../../contracts/catalogue.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import { singular, tokensOf } from './normalise.ts';

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
