import { z } from 'zod';
import { productSummary } from '../../contracts/catalogue.ts';
import { handle } from '../../contracts/primitives.ts';
import { succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

const defaultLimit = 6;

export const findSimilar = (shop: Shop): Tool =>
  defineTool({
    name: 'find_similar',
    description:
      'Other pieces like one product: the same garment, the most alike in fabric, occasion, price and colour first, all in stock here. For "something like this".',
    effect: 'read',
    input: z.strictObject({ handle, limit: z.int().min(1).max(12).optional() }),
    output: z.object({ items: z.array(productSummary) }),
    run: async (input, { actor }) => {
      const found = await shop.browsing.similar(actor, input.handle, input.limit ?? defaultLimit);
      return found.ok ? succeed({ items: [...found.value] }) : found;
    },
    present: ({ items }) => (items.length === 0 ? undefined : { type: 'products', title: '', items }),
  });

export const compareProducts = (shop: Shop): Tool =>
  defineTool({
    name: 'compare_products',
    description:
      'Two to four products side by side: prices (minor units), sizes here, and the attributes in which they differ. For "which of these is better", "what is the difference".',
    effect: 'read',
    input: z.strictObject({ handles: z.array(handle).min(2).max(4) }),
    output: z.object({
      items: z.array(productSummary),
      differences: z.array(
        z.object({
          name: z.string(),
          /** In the order of the items. */
          values: z.array(z.array(z.string())),
        }),
      ),
    }),
    run: async ({ handles }, { actor }) => {
      const compared = await shop.browsing.compare(actor, handles);
      if (!compared.ok) return compared;
      const { items, differences } = compared.value;
      return succeed({
        items: [...items],
        differences: differences.map(({ name, values }) => ({
          name,
          values: values.map((each) => [...each]),
        })),
      });
    },
    present: ({ items }) => ({ type: 'products', title: '', items }),
  });
