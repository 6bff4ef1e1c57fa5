import { isActive, type ReservationView } from '../../../contracts/reservation.ts';
import { pieceName } from '../../piece-name.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import { normalise, singular } from '../normalise.ts';
import type { Wish } from '../wish.ts';
import { associate } from './account.ts';
import type { Chosen } from './choose.ts';
import { failureReply } from './failure.ts';
import { stock } from './pieces.ts';

/** The piece on trial that a wish means: the only one, or by its number, place or name; asks where it may be several. */
export function heldOne(wish: Wish, { texts, state }: GoalRoom): Chosen<ReservationView> {
  const { t } = texts;
  const held = state.session.reservations.filter((row) => isActive(row) && row.kind === 'trial');
  if (held.length === 0) return { ok: false, reply: { text: t('failure.no-reservation') } };
  const words = [
    ...wish.words,
    ...(wish.productType === undefined || wish.kind !== undefined ? [] : [wish.productType]),
  ].map((word) => singular(normalise(word)));
  const meant = held.filter((row) => {
    const title = normalise(row.title).split(' ').map(singular);
    return (
      (wish.number === undefined || row.number === wish.number) && words.every((word) => title.includes(word))
    );
  });
  const chosen =
    wish.ordinal === undefined
      ? meant.length === 1
        ? meant[0]
        : undefined
      : held.at(wish.ordinal > 0 ? wish.ordinal - 1 : -1);
  if (chosen !== undefined) return { ok: true, value: chosen };
  const list = texts.list(
    held.map((row) => t('reserve.numbered', { number: row.number, title: row.title })),
    'disjunction',
  );
  return {
    ok: false,
    reply: {
      text: t('ask.whichReservation', { list }),
      asks: true,
      suggestions: held.slice(0, 4).map((row) => String(row.number)),
    },
  };
}

export function* cancelReservation(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const chosen = heldOne(wish, room);
  if (!chosen.ok) return chosen.reply;
  const { number } = chosen.value;
  const done = yield* call('cancel_reservation', { number });
  if (!done.ok) return failureReply(done.failure, texts);
  return { text: texts.t('reserve.cancelled', { number, name: pieceName(chosen.value, texts) }) };
}

/** Without what names none of the pieces on trial: `ten more minutes`, `hold it a bit longer`. */
export function aboutHeld({ number, words, ...wish }: Wish, { state }: GoalRoom): Wish {
  const { reservations } = state.session;
  const titles = new Set(reservations.flatMap(({ title }) => normalise(title).split(' ').map(singular)));
  return {
    ...wish,
    words: words.filter((word) => titles.has(singular(normalise(word)))),
    ...(number !== undefined && reservations.some((row) => row.number === number) && { number }),
  };
}

export function* extendReservation(wish: Wish, room: GoalRoom): Goal {
  const { texts, state } = room;
  const chosen = heldOne(aboutHeld(wish, room), room);
  if (!chosen.ok) return chosen.reply;
  const { number } = chosen.value;
  const done = yield* call('extend_reservation', { number });
  if (!done.ok) return failureReply(done.failure, texts);
  const time = texts.time(done.value.expiresAt, state.timeZone);
  return { text: texts.t('reserve.extended', { number, name: pieceName(chosen.value, texts), time }) };
}

const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** Whom only someone of the shop can do it for: `could someone bring me an L to the fitting room`. */
const helpers = new Set([
  'someone',
  'somebody',
  'anyone',
  'staff',
  'associate',
  'room',
  'bring',
  'fetch',
  'koi',
  'kisi',
  'कोई',
  'किसी',
  'रूम',
  'alguien',
  'probador',
  'احد',
  'موظف',
  'الغرفه',
]);

/** To the fitting room; without anything on trial it is a question about what there is. `steps`: so many sizes up or down. */
export function* otherSize(wish: Wish, room: GoalRoom, steps?: 1 | -1): Goal {
  const { texts, state } = room;
  const { t } = texts;
  if (!state.session.reservations.some((row) => isActive(row) && row.kind === 'trial')) {
    return wish.heard.some((word) => helpers.has(word))
      ? yield* associate(wish, room)
      : yield* stock(wish, room);
  }
  const about = aboutHeld(wish, room);
  const chosen = heldOne(about, room);
  if (!chosen.ok) return chosen.reply;
  const { number, handle, title, size: worn, colour } = chosen.value;
  const found = yield* call('find_stock', { handle, colour: colour ?? undefined });
  if (!found.ok) return failureReply(found.failure, texts);
  const { figures } = found.value;
  const sizes = distinct(figures.map((row) => row.size));
  const here = distinct(figures.map((row) => (row.available > 0 ? row.size : null))).filter(
    (size) => size !== worn,
  );
  const said =
    wish.size ?? (about.number === undefined && wish.number !== undefined ? `${wish.number}` : undefined);
  const wanted = said ?? (steps === undefined ? undefined : sizes[sizes.indexOf(worn ?? '') + steps]);
  const size = sizes.find((one) => one.toLowerCase() === wanted?.toLowerCase());
  if (size === undefined || !here.includes(size)) {
    if (here.length === 0)
      return { text: t('reserve.noOtherSize', { title }), suggestions: [t('wishes.nearby')] };
    const open = wanted === undefined && steps === undefined;
    return {
      text: t(open ? 'ask.size' : 'ask.otherSize', { title, sizes: texts.list(here, 'disjunction') }),
      asks: true,
      suggestions: here.slice(0, 6),
    };
  }
  const done = yield* call('request_other_size', { number, size });
  if (!done.ok) return failureReply(done.failure, texts);
  const name = pieceName({ title, size, colour }, texts);
  return { text: t('reserve.otherSize', { name, number: done.value.number, first: number }) };
}
