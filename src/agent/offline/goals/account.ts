import { isActive } from '../../../contracts/reservation.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import { singular } from '../normalise.ts';
import type { Wish } from '../wish.ts';
import { failureReply } from './failure.ts';

export function* associate(_wish: Wish, { texts }: GoalRoom): Goal {
  const called = yield* call('call_associate', { reason: 'help' });
  if (called.ok) return { text: texts.t('talk.called') };
  return called.failure.reason === 'declined'
    ? failureReply(called.failure, texts)
    : {
        text: texts.t(called.failure.reason === 'no-associate-here' ? 'talk.onlyInShops' : 'talk.associate'),
      };
}

export function* bag(_wish: Wish, { texts }: GoalRoom): Goal {
  const found = yield* call('get_cart', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { pieces, total, currency } = found.value;
  if (pieces === 0) return { text: texts.t('bag.empty') };
  return { text: texts.t('bag.holds', { count: pieces, total: texts.money(total, currency) }) };
}

export function* paid(_wish: Wish, { texts }: GoalRoom): Goal {
  const found = yield* call('get_payment_status', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { state, orderNumber, amount, currency } = found.value;
  const values = { order: orderNumber ?? '', total: texts.money(amount, currency) };
  return {
    text: texts.t(state === 'paid' && orderNumber === null ? 'pay.paidPlain' : `pay.${state}`, values),
  };
}

export function* loyalty(_wish: Wish, { texts }: GoalRoom): Goal {
  const { t } = texts;
  const found = yield* call('get_loyalty_status', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { tier, points, pointsToNextTier, nextTier } = found.value;
  const text = t('loyalty.points', { count: points, tier: t(`tier.${tier}`) });
  if (pointsToNextTier === null || nextTier === null) return { text };
  return { text: `${text} ${t('loyalty.next', { count: pointsToNextTier, tier: t(`tier.${nextTier}`) })}` };
}

export function* offers(_wish: Wish, { texts }: GoalRoom): Goal {
  const { t } = texts;
  const found = yield* call('list_offers', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const [best] = found.value.offers;
  if (best === undefined) return { text: t('offers.none') };
  if (best.saves === 0) return { text: t('offers.notYet') };
  const saved = texts.money(best.saves, best.offer.currency);
  return {
    text: t('offers.best', { code: best.offer.code, saved }),
    suggestions: [t('wishes.apply', { code: best.offer.code }), t('wishes.bag'), t('wishes.pay')],
  };
}

export function* bestOffer(_wish: Wish, { texts }: GoalRoom): Goal {
  const { t } = texts;
  const found = yield* call('find_best_offer', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { best, applied } = found.value;
  if (best === null) return { text: t('offers.noneNow') };
  const { code, currency } = best.offer;
  const values = { code, saved: texts.money(best.saves, currency) };
  if (applied === code) return { text: t('offers.bestAlready', values) };
  return {
    text: t('offers.best', values),
    suggestions: [t('wishes.apply', { code }), t('wishes.bag'), t('wishes.pay')],
  };
}

export function* reservations(_wish: Wish, { texts }: GoalRoom): Goal {
  const found = yield* call('list_reservations', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const held = found.value.reservations.filter((row) => isActive(row));
  return {
    text: held.length === 0 ? texts.t('reserve.none') : texts.t('reserve.list', { count: held.length }),
  };
}

export function* orders(_wish: Wish, { texts }: GoalRoom): Goal {
  const found = yield* call('list_orders', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const count = found.value.orders.length;
  return { text: count === 0 ? texts.t('failure.no-orders') : texts.t('orders.list', { count }) };
}

export function* track(wish: Wish, { texts, state }: GoalRoom): Goal {
  const { t } = texts;
  const found = yield* call('track_order', { orderNumber: wish.code });
  if (!found.ok) {
    return found.failure.kind === 'not-found' && wish.code !== undefined
      ? { text: t('orders.unknown', { number: wish.code }) }
      : failureReply(found.failure, texts);
  }
  const { number, state: stage, expectedAt } = found.value;
  const text = t(`orders.${stage}`, { number });
  const pending = stage === 'placed' || stage === 'packed' || stage === 'shipped';
  return {
    text:
      expectedAt !== null && pending
        ? `${text} ${t('orders.expected', { day: texts.day(expectedAt, state.timeZone) })}`
        : text,
  };
}

const before = new Set(['in', 'at', 'near', 'en', 'de', 'por', 'في', 'ب']);
const after = new Set([
  'shop',
  'store',
  'branch',
  'outlet',
  'showroom',
  'mein',
  'me',
  'wale',
  'वाले',
  'main',
  'ka',
  'ki',
  'wala',
  'wali',
  'में',
  'का',
  'की',
  'वाली',
  'वाला',
]);

/** A name that this shop's words do not have, where it is said like a place: `in Bandra`, `मुंबई में`. */
function townIn({ words, strange, heard }: Wish): string | undefined {
  const loose = [...words, ...strange];
  const names = new Set(loose.map(singular));
  const first = heard.findIndex(
    (word, index) =>
      names.has(word) && (before.has(heard[index - 1] ?? '') || after.has(heard[index + 1] ?? '')),
  );
  if (first < 0) return undefined;
  const end = heard.findIndex((word, index) => index > first && !names.has(word));
  const said = new Set(heard.slice(first, end < 0 ? undefined : end));
  return loose.filter((word) => said.has(singular(word))).join(' ');
}

export function* store(wish: Wish, { texts, state }: GoalRoom): Goal {
  const { t } = texts;
  const town = townIn(wish);
  const elsewhere = town === undefined ? undefined : yield* call('get_store_info', { name: town });
  const found = elsewhere?.ok === true ? elsewhere : yield* call('get_store_info', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { name, address, city, hours } = found.value.store;
  const place = t('store.at', { name, address: address.includes(city) ? address : `${address}, ${city}` });
  const open = hours.filter((day) => day !== null);
  const [first] = open;
  const same =
    first !== undefined && open.every((day) => day.opens === first.opens && day.closes === first.closes);
  if (!same || open.length < 7) return { text: `${place} ${t('store.hoursBelow')}` };
  const when = t('store.daily', { opens: texts.clock(first.opens), closes: texts.clock(first.closes) });
  return { text: state.utterance === '' ? when : `${when} ${place}` };
}
