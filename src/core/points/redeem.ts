import type { BagPoints, PointsPolicy } from '../../contracts/points.ts';

/** How many points may pay for pieces of so many minor units: the limit in money and in points is each rounded down. Exact beyond 2^53. */
export function mostPoints(goods: number, { worth, mostBasisPoints }: PointsPolicy): number {
  if (goods <= 0) return 0;
  return Number((BigInt(goods) * BigInt(mostBasisPoints)) / (10_000n * BigInt(worth)));
}

/**
 * What points pay of a bag: as many as were asked for, as there are, and as the policy allows, in whole points, rounded down; none
 * where that is fewer than the least. Their worth is a multiple of one point's, always below `goods`, so that something is left
 * to pay. `goods`: minor units of the pieces after the offer's discount, without delivery, which points do not pay.
 */
export function redeem(
  goods: number,
  asked: { readonly wanted: number; readonly balance: number; readonly policy: PointsPolicy | null },
): BagPoints {
  const { wanted, balance, policy } = asked;
  const possible = policy === null ? 0 : Math.min(wanted, balance, mostPoints(goods, policy));
  const points = policy !== null && possible >= policy.leastPoints ? possible : 0;
  return {
    points,
    worth: points * (policy?.worth ?? 0),
    pointsWanted: wanted,
    pointsLeft: balance - points,
  };
}
