import type { FulfilmentMethod, FulfilmentOption } from '../../../contracts/fulfilment.ts';
import { isShipped } from '../../../contracts/fulfilment.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import type { Wish } from '../wish.ts';
import { failureReply } from './failure.ts';

/** Which ways there are for the bag, and what each costs; asks which one. */
export function* fulfilment(_wish: Wish, { texts }: GoalRoom): Goal {
  const { t } = texts;
  const found = yield* call('get_fulfillment_options', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const possible = found.value.options.filter(({ obstacle }) => obstacle === null);
  if (possible.length === 0) {
    const empty = found.value.options.some(({ obstacle }) => obstacle === 'cart-empty');
    return { text: t(empty ? 'ways.emptyBag' : 'ways.none') };
  }
  const named = (option: FulfilmentOption): string =>
    t(option.fee === 0 ? 'ways.free' : 'ways.fee', {
      way: t(`ways.${option.method}`),
      fee: texts.money(option.fee, option.currency),
    });
  return {
    text: t('ways.which', { list: texts.list(possible.map(named), 'disjunction') }),
    asks: true,
    suggestions: possible.map(({ method }) => t(`ways.wish.${method}`)),
  };
}

export function* setFulfilment({ texts, state }: GoalRoom, method: FulfilmentMethod): Goal {
  const { t } = texts;
  const done = yield* call('set_fulfillment', { method });
  if (!done.ok) return failureReply(done.failure, texts);
  const { fulfilment: chosen, total, currency } = done.value;
  const way = t(`ways.${method}`);
  const set = t('ways.set', { way, total: texts.money(total, currency) });
  const by = chosen?.by ?? null;
  const when = by === null ? [] : [t('ways.by', { day: texts.day(by, state.timeZone) })];
  const where = isShipped(method) ? [t('ways.address')] : [];
  return { text: [set, ...when, ...where].join(' '), suggestions: [t('wishes.pay'), t('wishes.bag')] };
}
