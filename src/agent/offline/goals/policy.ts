import type { StorePolicy } from '../../../contracts/store-policy.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import type { Wish } from '../wish.ts';
import { failureReply } from './failure.ts';

const pointsRule = (
  { leastPoints, mostBasisPoints, worth }: NonNullable<StorePolicy['points']>,
  currency: string,
  { t, money }: GoalRoom['texts'],
): string =>
  t('policy.points', {
    count: leastPoints,
    percent: mostBasisPoints / 100,
    worth: money(worth, currency),
  });

export function* policy(_wish: Wish, { texts }: GoalRoom): Goal {
  const { t, list } = texts;
  const found = yield* call('get_store_policy', {});
  if (!found.ok) return failureReply(found.failure, texts);
  const { returns, exchanges, cancellations, changes, points, currency } = found.value;
  const named = (states: readonly string[]) =>
    list(
      states.map((state) => t(`policy.${state}`)),
      'disjunction',
    );
  const sentences = [
    returns.days === 0
      ? t('policy.noReturns')
      : t('policy.returns', {
          count: returns.days,
          routes: list(
            returns.refunds.map((route) => t(`policy.${route}`)),
            'disjunction',
          ),
        }),
    exchanges.days === 0 ? t('policy.noExchanges') : t('policy.exchanges', { count: exchanges.days }),
    cancellations.states.length === 0
      ? t('policy.noCancellations')
      : t('policy.cancellations', { states: named(cancellations.states) }),
    ...(changes.states.length === 0 ? [] : [t('policy.changes', { states: named(changes.states) })]),
    ...(points === null ? [] : [pointsRule(points, currency, texts)]),
  ];
  return { text: sentences.join(' ') };
}
