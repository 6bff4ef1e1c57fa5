import { z } from 'zod';
import { pointCount } from '../../contracts/points.ts';
import { succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { cartCard } from '../cart/tools.ts';

export const redeemPoints = (shop: Shop): Tool =>
  defineTool({
    name: 'redeem_points',
    description:
      'Pays a part of the bag with the customer’s points, by the store policy: so many in all, `most` for as many as the bag takes, 0 for none (takes it back). The result’s `redeemed` says how many it takes now and what they are worth in minor units.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({ points: z.union([pointCount, z.literal('most')]) }),
    output: cartView,
    consent: async ({ points }, { actor }) => {
      const seen = await shop.carts.previewPoints(actor, points);
      if (!seen.ok) return seen;
      const { redeemed, currency } = seen.value;
      if (!redeemed) return succeed({ key: 'confirm.noPoints' });
      const { points: count, worth, pointsLeft } = redeemed;
      const values = { count, saved: { amount: worth, currency }, left: pointsLeft };
      return succeed({ key: 'confirm.points', values });
    },
    run: ({ points }, { actor }) => shop.carts.redeemPoints(actor, points),
    present: cartCard,
  });
