import type { Order } from '../../contracts/order.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { findOrder } from '../orders/find-order.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, OrderDesk } from '../shop.ts';
import { signInFirst } from './benefits.ts';
import { changeCustomerAddress, changeOrder, previewChange } from './change-order.ts';
import type { ShopParts } from './parts.ts';

export function createOrderDesk(parts: ShopParts): OrderDesk {
  const track: OrderDesk['track'] = async (actor, orderNumber) => {
    const orders = await ordersOf(parts, actor);
    if (!orders.ok) return orders;
    const order = findOrder(orders.value, orderNumber);
    if (order) return succeed(order);
    return fail('not-found', `There is no order ${orderNumber.trim()} here. Choose one from the list.`, {
      reason: 'order-unknown',
      details: { numbers: orders.value.slice(0, 10).map(({ number }) => number) },
    });
  };
  const preview: OrderDesk['preview'] = async (actor, orderNumber, change) => {
    const order = await track(actor, orderNumber);
    return order.ok ? previewChange(parts, order.value, change) : order;
  };
  return {
    list: (actor) => ordersOf(parts, actor),
    track,
    preview,
    giveFeedback: ({ sessionId }, feedback) =>
      parts.operations.execute({ type: 'feedback-given', sessionId, feedback }),
    changeCustomerAddress: (actor, address) => changeCustomerAddress(parts, actor, address),
    change: (actor, orderNumber, change, key) =>
      parts.inTurn(actor.sessionId, async () => {
        const order = await track(actor, orderNumber);
        return order.ok ? changeOrder(parts, actor, order.value, change, key) : order;
      }),
  };
}

/** Newest first. A guest sees what was bought in this very session, and nothing else exists for them. */
async function ordersOf({ store }: ShopParts, actor: Actor): Promise<Result<readonly Order[]>> {
  return store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    const orders =
      session.value.trust === 'capsule' ? [] : await transaction.sessions.orders(actor.sessionId);
    if (orders.length === 0 && knownCustomer(session.value) === null) return signInFirst('Past orders');
    return succeed([...orders].sort((a, b) => b.placedAt.localeCompare(a.placedAt)));
  });
}
