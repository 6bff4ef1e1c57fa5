import { z } from 'zod';
import { handle, instant, sku } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { nearbyStock, type Store, store } from '../../contracts/store.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { choiceShape, matchingVariants, nameOf, oneVariant } from '../shared/choice.ts';

export const findStockNearby = (shop: Shop): Tool =>
  defineTool({
    name: 'find_stock_nearby',
    description:
      'Other shops that have one variant, nearest first, with units, distance in metres and until when they are open (minutes after midnight).',
    effect: 'read',
    input: z.strictObject(choiceShape),
    output: z.object({
      handle,
      title: z.string(),
      sku,
      size: z.string().nullable(),
      colour: z.string().nullable(),
      stores: z.array(nearbyStock),
    }),
    run: async (input, { actor }) => {
      const found = await oneVariant(shop, input);
      if (!found.ok) return found;
      const { product, variant } = found.value;
      const stores = await shop.stock.nearby(actor.storeId, variant.sku);
      return succeed({
        handle: product.handle,
        title: product.title,
        sku: variant.sku,
        size: variant.size,
        colour: variant.colour,
        stores: [...stores],
      });
    },
    present: ({ title, stores }) => (stores.length === 0 ? undefined : { type: 'nearby', title, stores }),
  });

export const notifyWhenAvailable = (shop: Shop): Tool =>
  defineTool({
    name: 'notify_when_available',
    description:
      'Sends the shopper one message when a variant that is out of stock in this shop can be had here again, until the day that it gives. Size and colour must be known. Only for a shopper whose phone is known: otherwise it says how to sign in.',
    effect: 'write',
    hints: { idempotent: true, openWorld: true },
    input: z.strictObject(choiceShape),
    output: z.object({
      title: z.string(),
      sku,
      size: z.string().nullable(),
      colour: z.string().nullable(),
      until: instant,
    }),
    consent: async (input, { actor }) => {
      const found = await oneVariant(shop, input);
      if (!found.ok) return found;
      const { product, variant } = found.value;
      const may = await shop.stock.mayNotify(actor, variant.sku);
      if (!may.ok) return may;
      return succeed({ key: 'confirm.notify', values: { name: nameOf(product, variant) } });
    },
    run: async (input, { actor }) => {
      const found = await oneVariant(shop, input);
      if (!found.ok) return found;
      const { product, variant } = found.value;
      const kept = await shop.stock.notifyWhenAvailable(actor, variant.sku);
      if (!kept.ok) return kept;
      const { size, colour } = variant;
      return succeed({ title: product.title, sku: variant.sku, size, colour, until: kept.value.until });
    },
  });

export const stopNotifying = (shop: Shop): Tool =>
  defineTool({
    name: 'stop_notifying',
    description:
      'Takes back what notify_when_available promised: no message about this piece in this shop. Without size and colour about none of its variants. Also where nothing was promised.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject(choiceShape),
    output: z.object({ title: z.string(), stopped: z.array(sku) }),
    consent: async (input) => {
      const found = await matchingVariants(shop, input);
      if (!found.ok) return found;
      const { product, variants } = found.value;
      const [only, ...others] = variants;
      const name = only && others.length === 0 ? nameOf(product, only) : product.title;
      return succeed({ key: 'confirm.stop-notifying', values: { name } });
    },
    run: async (input, { actor }) => {
      const found = await matchingVariants(shop, input);
      if (!found.ok) return found;
      const { product, variants } = found.value;
      const stopped = variants.map((variant) => variant.sku);
      const done = await shop.stock.stopNotifying(actor, stopped);
      return done.ok ? succeed({ title: product.title, stopped }) : done;
    },
  });

export const callAssociate = (shop: Shop): Tool =>
  defineTool({
    name: 'call_associate',
    description:
      'Asks someone of this shop to come to the shopper: when they ask for a person, or for what only an associate may do. Only in a shop.',
    effect: 'write',
    hints: { openWorld: true },
    input: z.strictObject({
      reason: z.enum(['help', 'fitting-room', 'payment', 'return', 'other-size']),
    }),
    output: z.object({ called: z.literal(true) }),
    consent: async () => succeed({ key: 'confirm.call' }),
    run: async ({ reason }, { actor }) => {
      const called = await shop.help.callAssociate(actor.sessionId, reason);
      return called.ok ? succeed({ called: true as const }) : called;
    },
  });

export const getStoreInfo = (shop: Shop): Tool =>
  defineTool({
    name: 'get_store_info',
    description:
      'Address, phone, opening hours (minutes after midnight, Monday first, null when closed) and fitting rooms. Without storeId and name: this shop.',
    effect: 'read',
    input: z.strictObject({
      storeId: z.string().min(1).max(64).optional(),
      name: z
        .string()
        .min(1)
        .max(120)
        .optional()
        .describe('Another shop by its name, district or city, e.g. Bandra'),
    }),
    output: z.object({ store }),
    run: async (input, { actor }) => {
      if (input.storeId === undefined && input.name !== undefined) return named(shop, input.name);
      const found = await shop.stock.store(input.storeId ?? actor.storeId);
      return found.ok ? succeed({ store: found.value }) : found;
    },
    present: ({ store: shown }) => ({ type: 'store', store: shown }),
  });

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

async function named(shop: Shop, name: string): Promise<Result<{ readonly store: Store }>> {
  const stores = await shop.stock.stores();
  const asked = wordsOf(name);
  const found = stores.find((candidate) => {
    const words = wordsOf(`${candidate.name} ${candidate.city} ${candidate.address}`);
    return asked.length > 0 && asked.every((word) => words.includes(word));
  });
  if (found !== undefined) return succeed({ store: found });
  const known = stores.map((candidate) => `${candidate.name} (${candidate.city})`).join(', ');
  return fail('not-found', `There is no shop '${name}'. The shops are: ${known}.`, {
    reason: 'store-unknown',
  });
}
