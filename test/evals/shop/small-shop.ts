import type { Customer } from '../../../src/contracts/customer.ts';
import type { Offer } from '../../../src/contracts/offer.ts';
import type { Store } from '../../../src/contracts/store.ts';
import { catalogueTransaction } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { saveCustomer } from '../../../src/platform/hub-store/customers.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { keepOrder } from '../../../src/platform/hub-store/orders.ts';
import { sampleOrders } from '../../../src/workers/testing/sample-orders.ts';
import { sampleProducts } from '../../../src/workers/testing/sample-products.ts';

const storeOf = (storeId: string, name: string): Store => ({
  storeId,
  name,
  address: 'Road No. 1, Banjara Hills',
  city: 'Hyderabad',
  phone: '+914023456789',
  position: { latitude: 17.41, longitude: 78.44 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1290 })),
  fittingRooms: 4,
});
const stores = [
  storeOf('hyd-banjara', 'Marigold Banjara Hills'),
  storeOf('hyd-hitec', 'Marigold Hitec City'),
];

const offer: Offer = {
  code: 'FESTIVE500',
  title: '₹500 off',
  description: '₹500 off above ₹2,000',
  discount: { type: 'amount', amount: 50_000 },
  minimumSubtotal: 200_000,
  tiers: [],
  productTypes: [],
  currency: 'INR',
  validFrom: '2026-11-01T00:00:00.000Z',
  validUntil: '2027-01-01T00:00:00.000Z',
};

/** Whose session every dialogue in the small shop is. */
export const smallShopCustomer: Customer = {
  customerId: '01935f1e-0000-7000-8000-0000000000cc',
  name: 'Meera Rao',
  phone: '+919000000001',
  language: 'en',
  loyalty: { tier: 'gold', points: 1240, pointsToNextTier: 760, nextTier: 'platinum' },
  preferences: { sizes: {}, colours: [] },
};

const unitsHere = 3;
const unitsElsewhere = 2;
/** Not in this shop. */
const soldOut = 'linen-shirt-black-xl';

/** A shop of a dozen pieces, three of each variant but one: small enough to have in mind when writing a dialogue. */
export async function fillSmallShop(hub: HubDatabase): Promise<void> {
  await hub.transaction(async (transaction) => {
    const writer = catalogueTransaction(transaction);
    for (const store of stores) await writer.putStore(store);
    for (const { variants, ...product } of sampleProducts) {
      await writer.putProduct({
        ...product,
        extra: {},
        variants: variants.map(({ number: _given, handle: _same, ...variant }) => ({
          ...variant,
          extra: {},
        })),
      });
      for (const { sku } of variants) {
        for (const { storeId } of stores) {
          const onHand = storeId !== 'hyd-banjara' ? unitsElsewhere : sku === soldOut ? 0 : unitsHere;
          await writer.putStock({ storeId, sku, onHand, location: 'Rail B4' });
        }
      }
    }
    await writer.putOffer(offer);
    await saveCustomer(transaction.sql, smallShopCustomer);
    for (const order of sampleOrders) {
      await keepOrder(transaction, order, { sessionId: null, customerId: smallShopCustomer.customerId });
    }
  });
}
