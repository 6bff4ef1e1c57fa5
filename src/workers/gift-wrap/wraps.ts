import { z } from 'zod';
import { currencyCode, minorUnits } from '../../contracts/money.ts';
import { sku } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PieceName } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import type { GiftWrapConfig } from './config.ts';

/** Something to wrap a piece in. */
export const wrap = z.object({
  sku,
  /** Title, colour and size in one. */
  name: z.string(),
  price: z.object({ amount: minorUnits, currency: currencyCode }),
  /** Units in this shop. */
  available: z.int(),
});
export type Wrap = z.infer<typeof wrap>;

export const oneName = ({ title, size, colour }: PieceName): string =>
  [title, colour, size].filter((part) => part !== null).join(', ');

const mostProducts = 20;

/** All that this retailer wraps in, the cheapest first; `gift-wrap-not-offered` where there is no such product. */
export async function wrapsOf(
  shop: Shop,
  { storeId }: Actor,
  { productType }: GiftWrapConfig,
): Promise<Result<readonly Wrap[]>> {
  const { items } = await shop.browsing.search(storeId, { productType, limit: mostProducts });
  const wraps: Omit<Wrap, 'available'>[] = [];
  for (const { handle, productType: type } of items) {
    // A search may be generous.
    if (type.toLowerCase() !== productType.toLowerCase()) continue;
    const found = await shop.browsing.product(handle);
    if (!found.ok) continue;
    const { title, currency, variants } = found.value;
    for (const { sku, size, colour, price } of variants) {
      wraps.push({ sku, name: oneName({ title, size, colour }), price: { amount: price, currency } });
    }
  }
  if (wraps.length === 0) {
    return fail('not-found', 'This retailer does not wrap gifts. Say so; do not offer it again.', {
      reason: 'gift-wrap-not-offered',
    });
  }
  const figures = await shop.stock.here(
    storeId,
    wraps.map(({ sku }) => sku),
  );
  const here = new Map(figures.map(({ sku, available }) => [sku, available]));
  return succeed(
    wraps
      .map((one) => ({ ...one, available: Math.max(0, here.get(one.sku) ?? 0) }))
      .sort((a, b) => a.price.amount - b.price.amount || (a.sku < b.sku ? -1 : 1)),
  );
}
