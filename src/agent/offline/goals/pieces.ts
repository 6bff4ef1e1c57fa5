import { pieceName } from '../../piece-name.ts';
import { call, type Goal, type GoalRoom, type Steps, type ToolResults } from '../goal.ts';
import { refer } from '../references.ts';
import { type Piece, shownIn } from '../shown.ts';
import { stepFrom } from '../size-steps.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { anchorWish, choosePiece, named, namedByTitle } from './choose.ts';
import { pick } from './choose-exactly.ts';
import { failureReply } from './failure.ts';
import { search } from './search.ts';

const optionsOf = (wish: Wish, { state }: GoalRoom) => ({
  size:
    wish.size ??
    (wish.number === undefined
      ? undefined
      : (pick(state.vocabulary.sizes, `${wish.number}`) ?? `${wish.number}`)),
  colour: wish.colour,
});

export function* details(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const piece = yield* choosePiece(wish, room, false);
  if (!piece.ok) return piece.reply;
  if (piece.value.handle === undefined) return { text: texts.t('ask.whichPiece'), asks: true };
  const found = yield* call('get_product', { handle: piece.value.handle });
  if (!found.ok) return failureReply(found.failure, texts);
  const { product } = found.value;
  const prices = product.variants.map((variant) => variant.price);
  const price = texts.money(Math.min(...prices), product.currency);
  const fabrics = product.attributes.fabric ?? [];
  const text = texts.t('details.price', { title: product.title, price });
  return {
    text:
      fabrics.length === 0 ? text : `${text} ${texts.t('details.fabric', { fabric: texts.list(fabrics) })}`,
  };
}

export function* bundle(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const piece = yield* choosePiece(anchorWish(wish, room), room, false);
  if (!piece.ok) return piece.reply;
  if (piece.value.handle === undefined) return { text: t('ask.whichPiece'), asks: true };
  const found = yield* call('suggest_bundle', { handle: piece.value.handle });
  if (!found.ok) return failureReply(found.failure, texts);
  const { anchor, items, total, currency } = found.value;
  if (items.length === 0) return { text: t('bundle.none', { title: anchor.title }) };
  return { text: t('bundle.these', { title: anchor.title, total: texts.money(total, currency) }) };
}

/** `Do you have it a size up?`: from the size that was last spoken of, in the colour that it was spoken of. */
function* steppedOptions(
  wish: Wish,
  piece: Piece,
  room: GoalRoom,
): Steps<{ readonly size: string | undefined; readonly colour: string | undefined }> {
  const colour = wish.colour ?? piece.chosen?.colour ?? room.spoken.colour;
  const all = yield* call('find_stock', named(piece));
  const sizes = all.ok ? [...new Set(all.value.figures.flatMap(({ size }) => size ?? []))] : [];
  const size = stepFrom(sizes, piece.chosen?.size ?? room.spoken.size, wish.sizeStep ?? 1);
  return { size, colour };
}

export function* stock(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const reference = refer(wish, shownIn(room.state));
  // 'Do you have black shirts?' asks for shirts, not for one that was shown.
  if (reference.found === 'nothing' && (namesPiece(wish) || wish.colour !== undefined)) {
    // `Have you got the leather loafers in UK 9?` asks for those.
    const certain = wish.definite && (yield* namedByTitle(wish, room));
    if (!certain) return yield* search(wish, room, { inStock: true });
  }
  const piece = yield* choosePiece(wish, room, false);
  if (!piece.ok) return piece.reply;
  const options =
    wish.sizeStep === undefined ? optionsOf(wish, room) : yield* steppedOptions(wish, piece.value, room);
  const found = yield* call('find_stock', { ...named(piece.value), ...options });
  if (!found.ok) return failureReply(found.failure, texts);
  const { title, figures } = found.value;
  const here = figures.filter((row) => row.available > 0);
  const [only, ...others] = figures;
  if (here.length === 0) {
    return {
      text: t('stock.none', {
        name: only !== undefined && others.length === 0 ? pieceName({ ...only, title }, texts) : title,
      }),
      suggestions: [t('wishes.nearby'), t('wishes.sizes')],
    };
  }
  if (only !== undefined && others.length === 0) {
    return { text: t('stock.units', { name: pieceName({ ...only, title }, texts), count: only.available }) };
  }
  const sizes = [...new Set(here.map((row) => row.size).filter((size) => size !== null))];
  return sizes.length === 0
    ? { text: t('stock.here', { title }) }
    : { text: t('stock.sizes', { title, sizes: texts.list(sizes) }) };
}

export function* locate(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const piece = yield* choosePiece(wish, room, false);
  if (!piece.ok) return piece.reply;
  const found = yield* call('locate_item', { ...named(piece.value), ...optionsOf(wish, room) });
  if (!found.ok) {
    const reply = failureReply(found.failure, texts);
    return { ...reply, suggestions: [t('wishes.nearby'), t('wishes.look')] };
  }
  const { title, figures } = found.value;
  const places = [...new Set(figures.map((row) => row.location).filter((place) => place !== null))];
  return places.length === 0
    ? { text: t('locate.unknown', { title }) }
    : { text: t('locate.at', { title, places: texts.list(places) }) };
}

export function* nearby(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const piece = yield* choosePiece(wish, room, false);
  if (!piece.ok) return piece.reply;
  const { size, colour } = optionsOf(wish, room);
  // Of a piece that could not be had, the size that was asked for is looked for elsewhere.
  const settled = piece.value.chosen ?? (room.spoken.size === undefined ? undefined : room.spoken);
  const choice =
    size === undefined && colour === undefined && settled?.size == null
      ? { sku: piece.value.sku }
      : {
          ...named(piece.value),
          size: size ?? settled?.size ?? undefined,
          colour: colour ?? settled?.colour ?? undefined,
        };
  const found = yield* call('find_stock_nearby', choice);
  if (!found.ok) return failureReply(found.failure, texts);
  return { text: nearbyText(found.value, room) };
}

/** The nearest shop that has it. */
export function nearbyText({ title, stores }: ToolResults['find_stock_nearby'], { texts }: GoalRoom): string {
  const { t } = texts;
  const [first] = stores;
  if (first === undefined) return t('nearby.none', { title });
  const kilometres = new Intl.NumberFormat(texts.language, {
    maximumFractionDigits: 1,
    numberingSystem: 'latn',
  }).format(first.distanceMetres / 1000);
  return t('nearby.first', { title, store: first.store.name, kilometres, count: first.available });
}
