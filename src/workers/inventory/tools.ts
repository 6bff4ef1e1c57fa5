import { z } from 'zod';
import type { Card } from '../../contracts/card.ts';
import { handle, sku } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { stockFigure } from '../../contracts/store.ts';
import { defineTool, type Tool, type ToolContext } from '../../core/agent/tool.ts';
import type { Shop, VariantChoice } from '../../core/shop.ts';
import { choiceShape, matchingVariants } from '../shared/choice.ts';

const figure = stockFigure.extend({ sku, size: z.string().nullable(), colour: z.string().nullable() });
const figures = z.object({ handle, title: z.string(), figures: z.array(figure) });
type Figures = z.infer<typeof figures>;

async function figuresOf(
  shop: Shop,
  choice: VariantChoice,
  { actor }: ToolContext,
): Promise<Result<Figures>> {
  const found = await matchingVariants(shop, choice);
  if (!found.ok) return found;
  const { product, variants } = found.value;
  const stock = await shop.stock.here(
    actor.storeId,
    variants.map((variant) => variant.sku),
  );
  return succeed({
    handle: product.handle,
    title: product.title,
    figures: stock.map((row) => {
      const variant = variants.find((candidate) => candidate.sku === row.sku);
      return { ...row, size: variant?.size ?? null, colour: variant?.colour ?? null };
    }),
  });
}

const present = ({ title, figures: rows }: Figures): Card => ({ type: 'stock', title, figures: rows });

export const findStock = (shop: Shop): Tool =>
  defineTool({
    name: 'find_stock',
    description:
      'Units of a piece in this shop, by size and colour, with rail or shelf and the age of the figure. Leave size or colour out to see all of them.',
    effect: 'read',
    input: z.strictObject(choiceShape),
    output: figures,
    run: (input, context) => figuresOf(shop, input, context),
    present,
  });

export const locateItem = (shop: Shop): Tool =>
  defineTool({
    name: 'locate_item',
    description: 'Where a piece hangs or lies in this shop: rail or shelf of the variants that are here.',
    effect: 'read',
    input: z.strictObject(choiceShape),
    output: figures,
    run: async (input, context) => {
      const found = await figuresOf(shop, input, context);
      if (!found.ok) return found;
      const here = found.value.figures.filter((row) => row.available > 0);
      if (here.length > 0) return succeed({ ...found.value, figures: here });
      return fail(
        'not-found',
        `${found.value.title} is not on the floor of this shop like that. Ask find_stock_nearby for other shops.`,
        { reason: 'not-here', details: { title: found.value.title } },
      );
    },
    present,
  });
