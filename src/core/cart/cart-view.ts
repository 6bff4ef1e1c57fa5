import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { FulfilmentMethod, FulfilmentPolicy } from '../../contracts/fulfilment.ts';
import type { Offer, Tier } from '../../contracts/offer.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import type { CartLine, CartView } from '../../contracts/session.ts';
import { chosenFulfilment } from '../fulfilment/options.ts';
import { type Discount, discountOf } from '../offers/discount.ts';
import type { StockPosition } from '../ports/shop-store.ts';
import { heldUnits } from '../reservations/coverage.ts';
import { shownAvailable } from '../stock/position.ts';

/** Everything that the price of a cart depends on, gathered beforehand. */
export interface Pricing {
  readonly cart: readonly CartLine[];
  /** In any order; a cart line without one is no longer sold. */
  readonly variants: readonly Variant[];
  readonly products: readonly Product[];
  /** Of this shop. */
  readonly positions: readonly StockPosition[];
  /** Of this session. */
  readonly reservations: readonly Reservation[];
  readonly storeId: string;
  /** The one that the shopper applied. */
  readonly offer: Offer | undefined;
  readonly tier: Tier;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly locale: string;
  /** Of an empty cart. */
  readonly currency: string;
  /** How the shopper wants it, and what that costs. */
  readonly fulfilment?: { readonly method: FulfilmentMethod; readonly policy: FulfilmentPolicy } | undefined;
}

interface PricedLine {
  readonly view: CartView['lines'][number];
  readonly product: Product;
}

/**
 * The cart priced now. Pieces that are no longer sold are left out and not charged; they stay in the session, since during a
 * first sync a product may only be late. An offer that does not apply right now shows as none.
 */
export function cartView(pricing: Pricing): CartView {
  const lines = pricedLines(pricing);
  const currency = currencyOf(lines, pricing);
  const subtotal = lines.reduce((sum, line) => sum + line.view.lineTotal, 0);
  const discount = pricing.offer ? discountOn(pricing, pricing.offer) : undefined;
  const amount = discount?.applies ? discount.amount : 0;
  const goods = subtotal - amount;
  const { fulfilment: wanted, at } = pricing;
  const fulfilment =
    wanted && lines.length > 0 ? chosenFulfilment(wanted.method, goods, wanted.policy, at) : undefined;
  return {
    lines: lines.map((line) => line.view),
    pieces: lines.reduce((sum, line) => sum + line.view.quantity, 0),
    subtotal,
    offer: discount?.applies && pricing.offer ? pricing.offer : null,
    discount: amount,
    ...(fulfilment && { fulfilment }),
    total: goods + (fulfilment?.fee ?? 0),
    currency,
  };
}

/** What any offer would take off this cart now. */
export function discountOn(pricing: Pricing, offer: Offer): Discount {
  const lines = pricedLines(pricing);
  return discountOf(offer, {
    lines: lines.map(({ view, product }) => ({
      productType: product.productType,
      department: product.department,
      lineTotal: view.lineTotal,
    })),
    currency: currencyOf(lines, pricing),
    tier: pricing.tier,
    at: pricing.at,
    locale: pricing.locale,
  });
}

function currencyOf(lines: readonly PricedLine[], pricing: Pricing): string {
  return lines[0]?.product.currency ?? pricing.currency;
}

function pricedLines(pricing: Pricing): readonly PricedLine[] {
  const variants = new Map(pricing.variants.map((variant) => [variant.sku, variant]));
  const products = new Map(pricing.products.map((product) => [product.handle, product]));
  const positions = new Map(pricing.positions.map((position) => [position.sku, position]));
  return pricing.cart.flatMap(({ sku, quantity }) => {
    const variant = variants.get(sku);
    const product = variant && products.get(variant.handle);
    if (!variant || !product) return [];
    const position = positions.get(sku);
    // What waits for this shopper is available to this shopper.
    const own = heldUnits(pricing.reservations, pricing.storeId, sku);
    return {
      product,
      view: {
        sku,
        handle: product.handle,
        title: product.title,
        size: variant.size,
        colour: variant.colour,
        image: variant.image ?? product.images[0]?.source ?? null,
        quantity,
        unitPrice: variant.price,
        lineTotal: variant.price * quantity,
        availableHere: (position ? shownAvailable(position) : 0) + own,
        location: position?.location ?? null,
      },
    };
  });
}
