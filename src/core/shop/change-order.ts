import type { Address } from '../../contracts/address.ts';
import type { Order } from '../../contracts/order.ts';
import type { OrderChange, OrderChangeOutcome } from '../../contracts/order-change.ts';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import { planChange } from '../orders/plan-change.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, OrderPreview } from '../shop.ts';
import { signInFirst } from './benefits.ts';
import type { ShopParts } from './parts.ts';
import { withdrawLink } from './payment-link.ts';
import { readPolicy } from './policy.ts';

export async function previewChange(
  parts: ShopParts,
  order: Order,
  change: OrderChange,
): Promise<Result<OrderPreview>> {
  const handles = [...new Set(order.lines.map(({ handle }) => handle))];
  const plan = planChange(order, change, {
    policy: await readPolicy(parts),
    products: await parts.catalogue.products(handles),
    at: parts.environment.now(),
  });
  return plan.ok ? succeed({ order, plan: plan.value }) : plan;
}

/**
 * Asks whoever decides, and keeps the answer beside what is shown here. By the rules as known here it is only told what to
 * expect: an order that was changed already with this key is changed no further, and its first answer comes again.
 */
export async function changeOrder(
  parts: ShopParts,
  { sessionId, ...actor }: Actor,
  order: Order,
  change: OrderChange,
  key: string,
): Promise<Result<OrderChangeOutcome>> {
  const { orderChanges, store } = parts;
  if (!orderChanges) return readOnly();
  const previewed = await previewChange(parts, order, change);
  const { owed, refund } = previewed.ok ? previewed.value.plan : { owed: 0, refund: 0 };
  if (owed > 0) {
    // Of two open links the shopper would pay the wrong one.
    const withdrawn = await withdrawLink(parts, { sessionId, ...actor });
    if (!withdrawn.ok) return withdrawn;
  }
  const changed = await orderChanges.change({
    key,
    sessionId,
    orderNumber: order.number,
    revision: order.revision ?? 0,
    expected: { owed, refund },
    change,
  });
  if (!changed.ok) return { ok: false, failure: explain(changed.failure) };
  const { payment } = changed.value;
  await store.transaction(async ({ sessions }) => {
    if ((await sessions.find(sessionId)) === undefined) return;
    await sessions.saveOrder(sessionId, changed.value.order);
    if (payment) await sessions.savePayment(payment);
  });
  return changed;
}

export async function changeCustomerAddress(
  { orderChanges, store }: ShopParts,
  { sessionId }: Actor,
  address: Address,
): Promise<Result<void>> {
  if (!orderChanges) return readOnly();
  const session = await store.read((transaction) => openSession(transaction, sessionId));
  if (!session.ok) return session;
  if (knownCustomer(session.value) === null) return signInFirst('Addresses');
  const changed = await orderChanges.changeCustomerAddress(sessionId, address);
  return changed.ok ? changed : { ok: false, failure: explain(changed.failure) };
}

const readOnly = () =>
  fail('denied', 'Orders can only be looked at here. Ask an associate to change one.', {
    reason: 'orders-read-only',
  });

function explain(failure: Failure): Failure {
  if (failure.kind !== 'offline') return failure;
  return {
    kind: 'offline',
    message:
      'This needs the connection, which is away. Nothing was changed: try again in a while, or ask an associate.',
    reason: 'order-needs-hub',
  };
}
