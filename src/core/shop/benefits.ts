import { succeed } from '../../contracts/result.ts';
import { discountOn } from '../cart/cart-view.ts';
import { knownCustomer, signInFirst } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Benefits } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import { gatherPricing } from './pricing.ts';

export function createBenefits(parts: ShopParts): Benefits {
  return {
    async loyalty(actor) {
      const session = await parts.store.read((transaction) => openSession(transaction, actor.sessionId));
      if (!session.ok) return session;
      const customer = knownCustomer(session.value);
      return customer ? succeed(customer.loyalty) : signInFirst('Points and tier');
    },
    async offers(actor) {
      const pricing = await gatherPricing(parts, actor);
      if (!pricing.ok) return pricing;
      const offers = await parts.store.read((transaction) => transaction.offers());
      const savings = offers.map((offer) => {
        const discount = discountOn(pricing.value, offer);
        return {
          offer,
          saves: discount.amount,
          reason: discount.applies ? null : discount.obstacle.message,
          over: !discount.applies && discount.obstacle.reason === 'offer-expired',
        };
      });
      return succeed(
        savings
          .filter(({ over }) => !over)
          .sort(
            (a, b) =>
              b.saves - a.saves ||
              Number(a.reason !== null) - Number(b.reason !== null) ||
              a.offer.code.localeCompare(b.offer.code),
          )
          .map(({ offer, saves, reason }) => ({ offer, saves, reason })),
      );
    },
  };
}
