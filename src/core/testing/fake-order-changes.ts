import type { OrderChangeOutcome } from '../../contracts/order-change.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { planChange } from '../orders/plan-change.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';
import type { Environment } from '../ports/environment.ts';
import type { OrderChanges } from '../ports/operations.ts';
import type { InMemoryStore } from './in-memory-store.ts';

export interface FakeOrderChanges extends OrderChanges {
  setOnline(online: boolean): void;
}

/** A hub that changes the orders of the same store by the real rules, each key once. Money that is owed is not asked for. */
export function createFakeOrderChanges(
  store: InMemoryStore,
  catalogue: CatalogueReader,
  environment: Environment,
): FakeOrderChanges {
  const answers = new Map<string, Result<OrderChangeOutcome>>();
  let online = true;
  return {
    setOnline(value) {
      online = value;
    },
    async change({ key, sessionId, orderNumber, expected, change }) {
      if (!online) return fail('offline', 'The hub cannot be reached.');
      const known = answers.get(key);
      if (known) return known;
      const { orders, policy } = store.content();
      const order = orders.get(sessionId)?.find(({ number }) => number === orderNumber);
      if (!order) return fail('not-found', 'There is no such order.', { reason: 'order-unknown' });
      const products = await catalogue.products(order.lines.map(({ handle }) => handle));
      const planned = planChange(order, change, { policy, products, at: environment.now() });
      if (!planned.ok) return planned;
      const { after, refund, route, due } = planned.value;
      if (refund !== expected.refund) return fail('conflict', 'Other figures.', { reason: 'figures-differ' });
      const { currency } = order;
      const answer = succeed({
        order: after,
        refund: refund > 0 ? { amount: refund, currency, route, due } : null,
        payment: null,
      });
      answers.set(key, answer);
      return answer;
    },
    async changeCustomerAddress(sessionId) {
      if (!online) return fail('offline', 'The hub cannot be reached.');
      return store.content().sessions.get(sessionId)?.customer
        ? succeed(undefined)
        : fail('denied', 'There is no customer.', { reason: 'not-signed-in' });
    },
  };
}
