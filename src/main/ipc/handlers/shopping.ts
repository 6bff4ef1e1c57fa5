import { type Result, succeed } from '../../../contracts/result.ts';
import type { Actor } from '../../../core/shop.ts';
import type { Kiosk } from '../../kiosk/kiosk.ts';
import type { KioskHandlers } from '../serve-calls.ts';

type ShoppingCalls =
  | 'catalogue.search'
  | 'catalogue.vocabulary'
  | 'catalogue.product'
  | 'catalogue.variant-by-barcode'
  | 'catalogue.recommend'
  | 'stock.nearby'
  | 'cart.set-line'
  | 'cart.apply-offer'
  | 'benefits.read'
  | 'orders.list'
  | 'reservation.make'
  | 'reservation.cancel'
  | 'payment.create'
  | 'payment.status'
  | 'payment.cancel'
  | 'payment.send';

/** Everything by touch: looking, the bag, holds, offers, orders and payment. */
export function shoppingHandlers(kiosk: Kiosk): Pick<KioskHandlers, ShoppingCalls> {
  const { shop, desk } = kiosk;
  const storeId = () => kiosk.storeId() ?? '';

  /** Runs `work` for whoever is there; touching the screen is what keeps a session alive. */
  async function forShopper<T>(work: (actor: Actor) => Promise<Result<T>>): Promise<Result<T>> {
    desk.touch();
    const actor = desk.actor();
    return actor.ok ? work(actor.value) : actor;
  }

  return {
    'catalogue.search': async (query) => succeed(await shop.browsing.search(storeId(), query)),
    'catalogue.vocabulary': async () => succeed(await shop.browsing.vocabulary()),
    'catalogue.product': async ({ handle }) => {
      const product = await shop.browsing.product(handle);
      if (!product.ok) return product;
      const skus = product.value.variants.map((variant) => variant.sku);
      const stock = await shop.stock.here(storeId(), skus);
      const bundle = await shop.browsing.bundle(kiosk.browsingActor(), handle);
      return succeed({
        product: product.value,
        stock: [...stock],
        completeTheLook: bundle.ok ? [...bundle.value.items] : [],
      });
    },
    'catalogue.variant-by-barcode': ({ barcode }) => shop.browsing.byBarcode(barcode),
    'catalogue.recommend': async ({ limit }) => {
      const recommended = await shop.browsing.recommend(kiosk.browsingActor(), { limit });
      return recommended.ok ? succeed([...recommended.value]) : recommended;
    },
    'stock.nearby': async ({ sku }) => succeed([...(await shop.stock.nearby(storeId(), sku))]),
    'cart.set-line': ({ sku, quantity }) => forShopper((actor) => shop.carts.setLine(actor, sku, quantity)),
    'cart.apply-offer': ({ code }) => forShopper((actor) => shop.carts.applyOffer(actor, code)),
    'benefits.read': () =>
      forShopper(async (actor) => {
        const offers = await shop.benefits.offers(actor);
        if (!offers.ok) return offers;
        const loyalty = await shop.benefits.loyalty(actor);
        return succeed({ loyalty: loyalty.ok ? loyalty.value : null, offers: [...offers.value] });
      }),
    'orders.list': () =>
      forShopper(async (actor) => {
        const orders = await shop.orders.list(actor);
        return orders.ok ? succeed([...orders.value]) : orders;
      }),
    'reservation.make': ({ sku, quantity }) =>
      forShopper((actor) => shop.holds.reserveForTrial(actor, sku, quantity)),
    'reservation.cancel': ({ reservationId }) =>
      forShopper((actor) => shop.holds.cancel(actor, reservationId)),
    'payment.create': () => forShopper((actor) => shop.payments.create(actor)),
    'payment.status': () => forShopper((actor) => shop.payments.status(actor)),
    'payment.cancel': () => forShopper((actor) => shop.payments.cancel(actor)),
    'payment.send': () =>
      forShopper(async (actor) => {
        const sent = await shop.payments.send(actor);
        return sent.ok ? succeed({}) : sent;
      }),
  };
}
