import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PointsPolicy, pointsPolicy } from '../../contracts/points.ts';
import { mostPoints, redeem } from './redeem.ts';

const policy = pointsPolicy.parse({});
const redeemed = (goods: number, wanted: number, balance: number, rules: PointsPolicy | null = policy) =>
  redeem(goods, { wanted, balance, policy: rules });

describe('points that pay a part of a bag', () => {
  it('are as many as were asked for, where there are so many and the bag takes them', () => {
    expect(redeemed(200_000, 300, 4_200)).toEqual({
      points: 300,
      worth: 7_500,
      pointsWanted: 300,
      pointsLeft: 3_900,
    });
  });

  it('end with the balance and with the limit, in whole points', () => {
    expect(redeemed(200_000, 9_000, 4_200)).toMatchObject({ points: 4_000, worth: 100_000, pointsLeft: 200 });
    expect(redeemed(200_049, 9_000, 9_000)).toMatchObject({ points: 4_000 });
    expect(redeemed(200_050, 9_000, 9_000)).toMatchObject({ points: 4_001, worth: 100_025 });
    expect(redeemed(200_000, 500, 120)).toMatchObject({ points: 120, pointsLeft: 0 });
  });

  it('are none below the least, whatever makes them so few', () => {
    const none = { points: 0, worth: 0 };
    expect(redeemed(200_000, 99, 4_200)).toEqual({ ...none, pointsWanted: 99, pointsLeft: 4_200 });
    expect(redeemed(200_000, 500, 99)).toMatchObject(none);
    expect(redeemed(4_999, 500, 4_200)).toMatchObject(none);
    expect(redeemed(5_000, 500, 4_200)).toMatchObject({ points: 100 });
    expect(redeemed(0, 500, 4_200)).toMatchObject(none);
    expect(redeemed(200_000, 500, 4_200, null)).toEqual({ ...none, pointsWanted: 500, pointsLeft: 4_200 });
  });
});

const rules = fc.record({
  worth: fc.integer({ min: 1, max: 100_000 }),
  leastPoints: fc.integer({ min: 1, max: 1_000_000 }),
  mostBasisPoints: fc.integer({ min: 1, max: 9_999 }),
});
const goodsOf = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const pointsOf = fc.integer({ min: 0, max: 1_000_000_000 });

it('leaves something to pay, takes no more than there is, and is exact, for any bag and any policy', () => {
  fc.assert(
    fc.property(rules, goodsOf, pointsOf, pointsOf, (any, goods, wanted, balance) => {
      const { points, worth, pointsLeft } = redeemed(goods, wanted, balance, any);
      expect([points, worth, pointsLeft].every((value) => Number.isSafeInteger(value) && value >= 0)).toBe(
        true,
      );
      expect(points <= wanted && points <= balance).toBe(true);
      expect(points === 0 || points >= any.leastPoints).toBe(true);
      expect(worth).toBe(points * any.worth);
      expect(points + pointsLeft).toBe(balance);
      expect(goods === 0 || worth < goods).toBe(true);
      expect(BigInt(worth) * 10_000n <= BigInt(goods) * BigInt(any.mostBasisPoints)).toBe(true);
    }),
  );
});

it('takes as many as the limit has room for: one more would be above it', () => {
  fc.assert(
    fc.property(rules, goodsOf, (any, goods) => {
      const limit = BigInt(goods) * BigInt(any.mostBasisPoints);
      const most = BigInt(mostPoints(goods, any)) * BigInt(any.worth);
      expect(most * 10_000n <= limit && (most + BigInt(any.worth)) * 10_000n > limit).toBe(true);
    }),
  );
});
