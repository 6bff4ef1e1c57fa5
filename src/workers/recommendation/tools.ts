import { z } from 'zod';
import { product, productSummary, searchQuery, searchResult } from '../../contracts/catalogue.ts';
import { currencyCode, minorUnits } from '../../contracts/money.ts';
import { succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

const defaultLimit = 6;

const fields = searchQuery.shape;

export const searchCatalog = (shop: Shop): Tool =>
  defineTool({
    name: 'search_catalog',
    description:
      'Finds pieces by words and filters, with what this shop has of each. Use the filters for size, colour, price and the like; put only what is left into text. Typos are corrected.',
    effect: 'read',
    input: z.strictObject({
      text: fields.text,
      department: fields.department.describe('women, men, children or unisex'),
      productType: fields.productType.describe("The garment in the shop's own words, e.g. Kurta"),
      size: fields.size,
      colour: fields.colour,
      excludeColours: fields.excludeColours,
      exclude: fields.exclude.describe('Fabrics, patterns, garments or occasions that are not wanted'),
      occasion: fields.occasion,
      fabric: fields.fabric,
      minimumPrice: fields.minimumPrice.describe('Inclusive, in minor units: 150000 is 1,500 rupees'),
      maximumPrice: fields.maximumPrice.describe('Inclusive, in minor units: 200000 is 2,000 rupees'),
      inStock: fields.inStock.describe('true: only what this shop has now'),
      sort: fields.sort,
      limit: z.int().min(1).max(24).optional(),
      offset: fields.offset,
    }),
    output: searchResult.pick({ total: true, items: true, corrections: true }),
    run: async (input, { actor }) => {
      const found = await shop.browsing.search(actor.storeId, {
        ...input,
        limit: input.limit ?? defaultLimit,
      });
      return succeed({ total: found.total, items: found.items, corrections: found.corrections });
    },
    present: ({ items }) => (items.length === 0 ? undefined : { type: 'products', title: '', items }),
  });

export const getProduct = (shop: Shop): Tool =>
  defineTool({
    name: 'get_product',
    description:
      'Everything about one product: description, fabric, fit, all sizes, colours and prices (minor units).',
    effect: 'read',
    input: z.strictObject({ handle: z.string().min(1).max(255) }),
    output: z.object({ product, summary: productSummary.nullable() }),
    run: async ({ handle }, { actor }) => {
      const found = await shop.browsing.product(handle);
      if (!found.ok) return found;
      const near = await shop.browsing.search(actor.storeId, { text: found.value.title, limit: 12 });
      return succeed({
        product: found.value,
        summary: near.items.find((item) => item.handle === handle) ?? null,
      });
    },
    present: ({ summary }) =>
      summary === null ? undefined : { type: 'products', title: summary.title, items: [summary] },
  });

export const recommendProducts = (shop: Shop): Tool =>
  defineTool({
    name: 'recommend_products',
    description:
      'Pieces for this shopper: by their taste, cart and orders, best sellers of this shop otherwise. For wishes without a garment, e.g. "something for a wedding" or "surprise me".',
    effect: 'read',
    input: z.strictObject({
      occasion: z.string().max(60).optional(),
      limit: z.int().min(1).max(12).optional(),
    }),
    output: z.object({ items: z.array(productSummary) }),
    run: async (input, { actor }) => {
      const found = await shop.browsing.recommend(actor, {
        occasion: input.occasion,
        limit: input.limit ?? defaultLimit,
      });
      return found.ok ? succeed({ items: [...found.value] }) : found;
    },
    present: ({ items }) => (items.length === 0 ? undefined : { type: 'products', title: '', items }),
  });

export const suggestBundle = (shop: Shop): Tool =>
  defineTool({
    name: 'suggest_bundle',
    description:
      'Completes the look around one product: pieces that go with it, in stock here, in the shopper’s size where known. Total in minor units.',
    effect: 'read',
    input: z.strictObject({ handle: z.string().min(1).max(255) }),
    output: z.object({
      anchor: productSummary,
      items: z.array(productSummary),
      total: minorUnits,
      currency: currencyCode,
    }),
    run: async ({ handle }, { actor }) => {
      const found = await shop.browsing.bundle(actor, handle);
      return found.ok ? succeed({ ...found.value, items: [...found.value.items] }) : found;
    },
    present: ({ anchor, items, total, currency }) =>
      items.length === 0
        ? undefined
        : { type: 'bundle', title: '', items: [anchor, ...items], total, currency },
  });
