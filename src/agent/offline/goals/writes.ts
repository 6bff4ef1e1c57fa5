import { maximumLineQuantity } from '../../../contracts/primitives.ts';
import { call, type Goal, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { refer } from '../references.ts';
import { shownIn } from '../shown.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { namedByTitle } from './choose.ts';
import { chooseExactly, type ExactPiece } from './choose-exactly.ts';
import { failureReply } from './failure.ts';
import { nearbyText } from './pieces.ts';
import { search } from './search.ts';

/** More pieces than this at once are named one by one. */
const mostAtOnce = 4;

/** `add both`: the wish once for each piece that was shown last; undefined when it is not about several. */
function each(wish: Wish, { state }: GoalRoom): readonly Wish[] | undefined {
  if (!wish.lot || wish.ordinal !== undefined || wish.productType !== undefined) return undefined;
  const [list] = shownIn(state).lists;
  if (list === undefined || list.length < 2 || list.length > mostAtOnce) return undefined;
  return list.map((_piece, index) => ({ ...wish, lot: false, ordinal: index + 1 }));
}

function* forEach(wishes: readonly Wish[], room: GoalRoom, goal: (wish: Wish, room: GoalRoom) => Goal): Goal {
  const texts: string[] = [];
  for (const wish of wishes) {
    const reply = yield* goal(wish, room);
    texts.push(reply.text);
    if (reply.asks === true) return { ...reply, text: texts.join(' ') };
  }
  return { text: texts.join(' ') };
}

export function* add(wish: Wish, room: GoalRoom): Goal {
  const several = each(wish, room);
  if (several !== undefined) return yield* forEach(several, room, add);
  const { texts } = room;
  const { t } = texts;
  const quantity = wish.quantity ?? (wish.size === undefined ? 1 : (wish.number ?? 1));
  if (!isPossible(quantity)) return { text: t('ask.quantity', { maximum: maximumLineQuantity }), asks: true };
  const exact = yield* chooseExactly(wish, room);
  if (!exact.ok) return exact.reply;
  const { name, available, choice } = exact.value;
  const already = room.state.session.cart.lines.find(
    (line) =>
      line.handle === choice.handle &&
      line.size === (choice.size ?? null) &&
      line.colour === (choice.colour ?? null),
  );
  const total = Math.min((already?.quantity ?? 0) + quantity, maximumLineQuantity);
  const done = yield* call('update_cart', { ...choice, quantity: total });
  if (!done.ok) return failureReply(done.failure, texts);
  const added = t('bag.added', {
    name,
    count: done.value.pieces,
    total: texts.money(done.value.total, done.value.currency),
  });
  // What this shop lacks can be sent home.
  if (available >= quantity) return { text: added };
  return {
    text: `${added} ${t('stock.none', { name })}`,
    suggestions: [t('ways.wish.ship-home'), t('wishes.nearby')],
  };
}

/** `Can I have the khadi stole`: a certain piece goes into the bag, others are looked for. */
export function* take(wish: Wish, room: GoalRoom): Goal {
  if (wish.code !== undefined) return yield* search(wish, room);
  const reference = refer(wish, shownIn(room.state));
  const certain =
    reference.found === 'piece' && (wish.ordinal !== undefined || wish.pointing || namesPiece(wish));
  if (certain || (namesPiece(wish) && (yield* namedByTitle(wish, room)))) return yield* add(wish, room);
  return yield* search(wish, room);
}

const isPossible = (quantity: number): boolean =>
  Number.isInteger(quantity) && quantity >= 1 && quantity <= maximumLineQuantity;

export function* reserve(wish: Wish, room: GoalRoom): Goal {
  const several = each(wish, room);
  if (several !== undefined) return yield* forEach(several, room, reserve);
  const { texts } = room;
  const { t } = texts;
  const exact = yield* chooseExactly(wish, room);
  if (!exact.ok) return exact.reply;
  const { name, available, choice } = exact.value;
  if (available === 0) return yield* elsewhere(choice, name, room);
  const done = yield* call('reserve_for_trial', choice);
  if (!done.ok) return failureReply(done.failure, texts);
  const { number, fittingRoom, createdAt, expiresAt } = done.value;
  const minutes = Math.max(1, Math.round((Date.parse(expiresAt) - Date.parse(createdAt)) / 60_000));
  const held = t('reserve.held', { name, number, count: minutes });
  return { text: fittingRoom === null ? held : `${held} ${t('reserve.room', { room: fittingRoom })}` };
}

/** What is not here may be in another shop: said at once. */
function* elsewhere(choice: ExactPiece['choice'], name: string, room: GoalRoom): Goal {
  const { t } = room.texts;
  const found = yield* call('find_stock_nearby', choice);
  const none: Reply = {
    text: t('stock.none', { name }),
    suggestions: [t('wishes.nearby'), t('wishes.sizes')],
  };
  if (!found.ok || found.value.stores[0] === undefined) return none;
  return { ...none, text: `${none.text} ${nearbyText(found.value, room)}` };
}

export function* applyOffer(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const { t } = texts;
  const code = wish.code ?? codeIn(wish) ?? (yield* bestOffer());
  if (code === undefined) return { text: t('offers.noneNow') };
  const done = yield* call('apply_offer', { code });
  if (!done.ok) return failureReply(done.failure, texts);
  const { discount, total, currency } = done.value;
  return discount > 0
    ? {
        text: t('offers.applied', {
          code,
          saved: texts.money(discount, currency),
          total: texts.money(total, currency),
        }),
      }
    : { text: t('offers.appliedNothing', { code }) };
}

/** Whichever saves most on this bag. */
export function* applyBest(wish: Wish, room: GoalRoom): Goal {
  const code = yield* bestOffer();
  if (code === undefined) return { text: room.texts.t('offers.noneNow') };
  return yield* applyOffer({ ...wish, code }, room);
}

/** A single word that names nothing else is taken for a code: `apply diwali`. */
function codeIn({ words, strange }: Wish): string | undefined {
  const [code, ...others] = [...words, ...strange];
  return others.length === 0 ? code?.toUpperCase() : undefined;
}

function* bestOffer(): Steps<string | undefined> {
  const listed = yield* call('list_offers', {});
  return listed.ok ? listed.value.offers.find((row) => row.saves > 0)?.offer.code : undefined;
}

export function* removeOffer(_wish: Wish, { texts }: GoalRoom): Goal {
  const done = yield* call('remove_offer', {});
  if (!done.ok) return failureReply(done.failure, texts);
  return { text: texts.t('offers.removed', { total: texts.money(done.value.total, done.value.currency) }) };
}

export function* pay(_wish: Wish, { texts }: GoalRoom): Goal {
  const done = yield* call('create_payment_link', {});
  if (!done.ok) return failureReply(done.failure, texts);
  return { text: texts.t('pay.link', { total: texts.money(done.value.amount, done.value.currency) }) };
}

export function* cancelPayment(_wish: Wish, { texts }: GoalRoom): Goal {
  const done = yield* call('cancel_payment', {});
  return done.ok ? { text: texts.t('pay.cancelled') } : failureReply(done.failure, texts);
}
