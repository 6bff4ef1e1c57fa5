import { call, type Goal, type GoalRoom } from '../goal.ts';
import type { Wish } from '../wish.ts';
import { failureReply } from './failure.ts';

/** So many as were said, or as many as the bag takes; says what they pay. */
export function* redeemPoints({ quantity, number }: Wish, room: GoalRoom): Goal {
  return yield* setPoints(quantity ?? number ?? 'most', room);
}

export const keepPoints = (_wish: Wish, room: GoalRoom): Goal => setPoints(0, room);

function* setPoints(points: number | 'most', { texts }: GoalRoom): Goal {
  const { t, money } = texts;
  const done = yield* call('redeem_points', { points });
  if (!done.ok) return failureReply(done.failure, texts);
  const { redeemed, total: amount, currency } = done.value;
  const total = money(amount, currency);
  if (!redeemed) return { text: t('points.none', { total }) };
  return {
    text: t('points.used', { count: redeemed.points, saved: money(redeemed.worth, currency), total }),
  };
}
