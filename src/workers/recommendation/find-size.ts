import { z } from 'zod';
import { handle } from '../../contracts/primitives.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { sizeAdvice } from '../../contracts/size-advice.ts';
import { bodyMeasure, millimetres } from '../../contracts/size-chart.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

const perUnit = { cm: 10, in: 25.4 } as const;
const length = z.number().positive().max(250).optional();

export const findSize = (shop: Shop): Tool =>
  defineTool({
    name: 'find_size',
    description:
      'Which size of a product the shopper should try first, how sure that is and why, and what of it is in stock here: from body measures against the maker’s size chart, from what they kept of earlier orders, and from their usual sizes. Measures are optional, are used for this answer only and not kept. Say the reasons and how sure it is; `missing` are measures that would tell more.',
    effect: 'read',
    input: z.strictObject({
      handle,
      colour: z.string().min(1).max(40).optional(),
      unit: z.enum(['cm', 'in']).optional().describe('Of the measures; cm when left out'),
      chest: length,
      waist: length,
      hips: length,
      foot: length.describe('Heel to toe'),
      height: length,
    }),
    output: sizeAdvice,
    run: async ({ handle: of, colour, unit, ...given }, { actor }) => {
      const measures: Record<string, number> = {};
      for (const name of bodyMeasure.options) {
        const value = given[name];
        if (value === undefined) continue;
        const read = millimetres.safeParse(Math.round(value * perUnit[unit ?? 'cm']));
        if (!read.success) {
          return fail(
            'invalid',
            `A ${name} of ${value} ${unit ?? 'cm'} is no body’s. Ask for it again, with its unit.`,
            {
              reason: 'measure-out-of-range',
              details: { measure: name },
            },
          );
        }
        measures[name] = read.data;
      }
      const advised = await shop.browsing.findSize(actor, { handle: of, colour, measures });
      return advised.ok ? succeed(advised.value) : advised;
    },
    present: ({ title, figures }) => (figures.length === 0 ? undefined : { type: 'stock', title, figures }),
  });
