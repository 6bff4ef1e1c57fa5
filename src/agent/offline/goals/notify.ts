import { pieceName } from '../../piece-name.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import type { Wish } from '../wish.ts';
import { choosePiece, named } from './choose.ts';
import { failureReply } from './failure.ts';

const same = (value: string | null, wanted: string | null | undefined): boolean =>
  wanted === null || wanted === undefined || value?.toLowerCase() === wanted.toLowerCase();

/** Of the sizes and colours that are not here, the one that is meant; asks where it may be several. */
export function* notify(wish: Wish, room: GoalRoom): Goal {
  const { texts, state } = room;
  const { t } = texts;
  const piece = yield* choosePiece(wish, room, true);
  if (!piece.ok) return piece.reply;
  const found = yield* call('find_stock', named(piece.value));
  if (!found.ok) return failureReply(found.failure, texts);
  const { title, handle, figures } = found.value;
  const settled = piece.value.chosen;
  const size =
    wish.size ??
    (wish.number === undefined ? undefined : `${wish.number}`) ??
    settled?.size ??
    room.spoken.size;
  const colour = wish.colour ?? settled?.colour ?? room.spoken.colour;
  const meant = figures.filter((row) => same(row.size, size) && same(row.colour, colour));
  const missing = meant.filter(({ available }) => available === 0);
  const [only, ...others] = missing;
  if (only === undefined) {
    const [first] = meant;
    const name = first && meant.length === 1 ? pieceName({ ...first, title }, texts) : title;
    return { text: t('notify.here', { name }), suggestions: [t('wishes.reserve'), t('wishes.sizes')] };
  }
  if (others.length > 0) {
    const options = (pick: (row: (typeof missing)[number]) => string | null): readonly string[] => [
      ...new Set(missing.flatMap((row) => pick(row) ?? [])),
    ];
    const [sizes, colours] = [options((row) => row.size), options((row) => row.colour)];
    return sizes.length > 1
      ? {
          text: t('ask.size', { title, sizes: texts.list(sizes, 'disjunction') }),
          asks: true,
          suggestions: sizes.slice(0, 6),
        }
      : {
          text: t('ask.colour', { title, colours: texts.list(colours, 'disjunction') }),
          asks: true,
          suggestions: colours.slice(0, 4),
        };
  }
  const choice = { handle, size: only.size ?? undefined, colour: only.colour ?? undefined };
  const done = yield* call('notify_when_available', choice);
  if (!done.ok) return failureReply(done.failure, texts);
  const day = texts.day(done.value.until, state.timeZone);
  return { text: t('notify.kept', { name: pieceName({ ...only, title }, texts), day }) };
}

/** All of its sizes and colours where none is said: fewer messages are never too few for who wants none. */
export function* stopNotifying(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const piece = yield* choosePiece(wish, room, true);
  if (!piece.ok) return piece.reply;
  const done = yield* call('stop_notifying', {
    ...named(piece.value),
    ...(wish.size && { size: wish.size }),
    ...(wish.colour && { colour: wish.colour }),
  });
  return done.ok
    ? { text: texts.t('notify.stopped', { name: done.value.title }) }
    : failureReply(done.failure, texts);
}
