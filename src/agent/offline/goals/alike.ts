import { pieceName } from '../../piece-name.ts';
import { call, type Goal, type GoalRoom, type Steps } from '../goal.ts';
import { type Piece, shownIn } from '../shown.ts';
import type { Wish } from '../wish.ts';
import { anchorWish, choosePiece } from './choose.ts';
import { failureReply } from './failure.ts';

const mostCompared = 4;

export function* similar(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const piece = yield* choosePiece(anchorWish(wish, room), room, false);
  if (!piece.ok) return piece.reply;
  const { handle, title } = piece.value;
  if (handle === undefined) return { text: t('ask.whichPiece'), asks: true };
  const found = yield* call('find_similar', { handle });
  if (!found.ok) return failureReply(found.failure, texts);
  return { text: t(found.value.items.length === 0 ? 'similar.none' : 'similar.these', { title }) };
}

/** Those that were said by number; else all of a short list, or the first two of a longer one that is pointed at. */
function compared({ ordinals, quantity, pointing, lot }: Wish, { state }: GoalRoom): readonly Piece[] {
  const [list = []] = shownIn(state).lists;
  if (ordinals.length >= 2)
    return ordinals.flatMap((ordinal) => list.at(ordinal > 0 ? ordinal - 1 : ordinal) ?? []);
  // `The first two`.
  if (ordinals[0] === 1 && quantity !== undefined && quantity > 1) return list.slice(0, quantity);
  if (list.length <= mostCompared) return list;
  return pointing || lot ? list.slice(0, 2) : [];
}

function* namedPieces(wishes: readonly Wish[], room: GoalRoom): Steps<readonly Piece[]> {
  const pieces: Piece[] = [];
  for (const wish of wishes) {
    const chosen = yield* choosePiece(wish, room, false);
    if (chosen.ok) pieces.push(chosen.value);
  }
  return pieces;
}

export function* compare(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const named = wish.others === undefined ? [] : yield* namedPieces(wish.others, room);
  const pieces = named.length >= 2 ? named : compared(wish, room);
  const handles = [...new Set(pieces.flatMap(({ handle }) => handle ?? []))].slice(0, mostCompared);
  if (handles.length < 2) return { text: t('ask.whichTwo'), asks: true };
  const found = yield* call('compare_products', { handles });
  if (!found.ok) return failureReply(found.failure, texts);
  const { items, differences } = found.value;
  const prices = items.map(({ title, price, currency }) =>
    t('facts.price', { name: title, price: texts.money(price, currency) }),
  );
  const fabric = differences.find(({ name }) => name === 'fabric');
  const fabrics = items.flatMap(({ title }, index) => {
    const values = fabric?.values[index] ?? [];
    return values.length === 0
      ? []
      : [pieceName({ title, size: null, colour: values.join(t('comma')) }, texts)];
  });
  const text = t('compare.prices', { list: texts.list(prices) });
  return {
    text: fabrics.length === 0 ? text : `${text} ${t('compare.fabrics', { list: texts.list(fabrics) })}`,
  };
}
