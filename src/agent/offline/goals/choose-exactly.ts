import { isShadeOf } from '../../../core/search/colour-families.ts';
import { pieceName } from '../../piece-name.ts';
import { call, type Figures, type GoalRoom, type Steps } from '../goal.ts';
import type { Piece } from '../shown.ts';
import { stepFrom } from '../size-steps.ts';
import type { Wish } from '../wish.ts';
import { type Chosen, choosePiece, named } from './choose.ts';
import { failureReply } from './failure.ts';

export interface ExactPiece {
  readonly sku: string;
  readonly name: string;
  readonly available: number;
  readonly choice: Readonly<Record<string, string>>;
}

/**
 * Piece, size and colour, from the wish, from what was settled before, from the shopper's usual size; asks for what is
 * still open, with what this shop has.
 */
export function* chooseExactly(wish: Wish, room: GoalRoom): Steps<Chosen<ExactPiece>> {
  const piece = yield* choosePiece(wish, room, true);
  if (!piece.ok) return piece;
  const stock = yield* call('find_stock', named(piece.value));
  if (!stock.ok) return { ok: false, reply: failureReply(stock.failure, room.texts) };
  return settle(wish, piece.value, stock.value, room);
}

function settle(
  wish: Wish,
  piece: Piece,
  { figures, title, handle }: Figures,
  room: GoalRoom,
): Chosen<ExactPiece> {
  const { texts, state } = room;
  const { t } = texts;
  const colours = distinct(figures.map((row) => row.colour));
  const sizes = distinct(figures.map((row) => row.size));
  const stood = figures.find((row) => row.sku === piece.sku)?.colour ?? null;
  const colour =
    pickColour(colours, wish.colour) ??
    (wish.colour === undefined
      ? (pickColour(colours, piece.chosen?.colour ?? room.spoken.colour) ??
        (colours.length === 1 ? colours[0] : (stood ?? undefined)))
      : undefined);
  if (colour === undefined && colours.length > 0) {
    const text =
      wish.colour === undefined
        ? t('ask.colour', { title, colours: texts.list(colours, 'disjunction') })
        : t('ask.otherColour', { title, colours: texts.list(colours, 'disjunction') });
    return { ok: false, reply: { text, asks: true, suggestions: colours.slice(0, 4) } };
  }
  const inColour = figures.filter((row) => colour === undefined || row.colour === colour);
  const here = distinct(inColour.filter((row) => row.available > 0).map((row) => row.size));
  const usual =
    piece.productType === undefined ? undefined : state.session.preferences.sizes[piece.productType];
  const asked = wish.size ?? (wish.number === undefined ? undefined : String(wish.number));
  const last = piece.chosen?.size ?? room.spoken.size;
  if (wish.sizeStep !== undefined && last != null && stepFrom(sizes, last, wish.sizeStep) === undefined) {
    const text = t('ask.otherSize', { title, sizes: texts.list(here, 'disjunction') });
    return { ok: false, reply: { text, asks: true, suggestions: here.slice(0, 6) } };
  }
  const size =
    (wish.sizeStep === undefined ? undefined : stepFrom(sizes, last, wish.sizeStep)) ??
    pick(sizes, asked) ??
    (wish.size === undefined
      ? (pick(sizes, wish.sizeStep === undefined ? last : undefined) ??
        pick(here, usual) ??
        (sizes.length === 1 ? sizes[0] : undefined))
      : undefined);
  if (size === undefined && sizes.length > 0) {
    const buys = wish.intent === 'add' || wish.intent === 'take';
    if (here.length === 0 && !buys)
      return {
        ok: false,
        reply: { text: t('stock.noneAtAll', { title }), suggestions: [t('wishes.nearby')] },
      };
    const text = t(wish.size === undefined ? 'ask.size' : 'ask.otherSize', {
      title,
      // What is not here can be sent home.
      sizes: texts.list(here.length === 0 ? sizes : here, 'disjunction'),
    });
    return {
      ok: false,
      reply: { text, asks: true, suggestions: (here.length === 0 ? sizes : here).slice(0, 6) },
    };
  }
  const row = inColour.find((candidate) => candidate.size === (size ?? null)) ?? inColour[0];
  const choice = {
    handle,
    ...(size === undefined ? {} : { size }),
    ...(colour === undefined ? {} : { colour }),
  };
  const name = pieceName({ title, size: size ?? null, colour: colour ?? null }, texts);
  return { ok: true, value: { sku: row?.sku ?? piece.sku, name, available: row?.available ?? 0, choice } };
}

const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** `blue` is `Navy` where that is its only shade here. */
export function pickColour(values: readonly string[], wanted: string | null | undefined): string | undefined {
  const same = pick(values, wanted);
  if (same !== undefined || wanted === null || wanted === undefined) return same;
  const shades = values.filter((value) => isShadeOf(wanted.toLowerCase(), value.toLowerCase()));
  return shades.length === 1 ? shades[0] : undefined;
}

/** `9` is `UK 9` where that is what sizes are called. */
export function pick(values: readonly string[], wanted: string | null | undefined): string | undefined {
  if (wanted === undefined || wanted === null) return undefined;
  const low = wanted.toLowerCase();
  return (
    values.find((value) => value.toLowerCase() === low) ??
    (/^\d/u.test(low) ? values.find((value) => value.toLowerCase().endsWith(` ${low}`)) : undefined)
  );
}
