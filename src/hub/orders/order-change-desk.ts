import type { Order, OrderLine } from '../../contracts/order.ts';
import type { OrderChangeOutcome, OrderChangeRequest } from '../../contracts/order-change.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { type ChangePlan, planChange } from '../../core/orders/plan-change.ts';
import type { OrderChanges, Rights } from '../../core/ports/operations.ts';
import { openSession } from '../../core/session/open-session.ts';
import { findCustomer, saveCustomer } from '../../platform/hub-store/customers.ts';
import { digest } from '../../platform/hub-store/digest.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { ledgerRow, promisableByHub } from '../../platform/hub-store/ledger-row.ts';
import {
  findChangeByKey,
  insertChange,
  setAside,
  waitingChangeOf,
} from '../../platform/hub-store/order-changes.ts';
import { findPayment, updatePayment } from '../../platform/hub-store/payment-records.ts';
import { productsByHandle } from '../../platform/hub-store/products.ts';
import { findOwner } from '../../platform/hub-store/session-bindings.ts';
import { applyChange, outcomeOf } from './apply-change.ts';
import { openDifference } from './difference-payment.ts';

export interface OrderChangeDeskOptions {
  readonly hub: HubDatabase;
  /** Units that devices of a shop may promise are asked for before an order takes them. */
  readonly rights: Rights;
  /** Base of links, without a slash at the end. */
  readonly publicUrl: () => string;
}

/** For one device, or for the web (`null`). Which sessions a device may speak for, the caller has checked. */
export interface OrderChangeDesk {
  forDevice(device: { readonly deviceId: string; readonly storeId: string } | null): OrderChanges;
}

type Asker = Parameters<OrderChangeDesk['forDevice']>[0];

/** What was asked for, and what it comes to; or the answer that it was given before. */
type Looked =
  | { readonly repeated: OrderChangeOutcome }
  | {
      readonly repeated: null;
      readonly order: Order;
      readonly plan: ChangePlan;
      /** Where the pieces that it needs come from. */
      readonly storeId: string;
    };

/**
 * Decides what can be changed about orders. Each change is one transaction: order, stock, money that goes back and the answer
 * that a repeat gets. One that costs the shopper more waits for its payment, with its units set aside; whatever is asked for
 * meanwhile about the same order takes its place.
 */
export function createOrderChangeDesk(options: OrderChangeDeskOptions): OrderChangeDesk {
  const { hub, rights } = options;
  return {
    forDevice: (asker) => ({
      changeCustomerAddress: (sessionId, address) =>
        hub.transaction(async ({ sql }): Promise<Result<void>> => {
          const customerId = (await findOwner(sql, sessionId))?.customerId;
          const customer = customerId ? await findCustomer(sql, customerId) : undefined;
          if (!customer) {
            return fail('denied', 'An address belongs to an account. Sign in first.', {
              reason: 'not-signed-in',
            });
          }
          await saveCustomer(sql, { ...customer, address });
          return succeed(undefined);
        }),
      async change(request) {
        const looked = await hub.transaction((transaction) => prepare(transaction, asker, request));
        if (!looked.ok) return looked;
        if (looked.value.repeated) return succeed(looked.value.repeated);
        const { plan, storeId } = looked.value;
        // What cannot be had is said by the transaction, which sees all of it.
        for (const { sku, quantity } of plan.take) await rights.acquire(storeId, sku, quantity);
        return hub.transaction((transaction) => decide(transaction, options, asker, request));
      },
    }),
  };
}

/** A change that still waits for its payment makes way, and its units with it. */
async function prepare(
  transaction: HubTransaction,
  asker: Asker,
  request: OrderChangeRequest,
): Promise<Result<Looked>> {
  const looked = await look(transaction, asker, request);
  if (!looked.ok || looked.value.repeated) return looked;
  const waiting = await waitingChangeOf(transaction.sql, looked.value.order.orderId);
  const payment = waiting && (await findPayment(transaction.sql, waiting.changeId));
  if (payment) await updatePayment(transaction, { ...payment, state: 'cancelled' });
  return looked;
}

async function look(
  transaction: HubTransaction,
  asker: Asker,
  request: OrderChangeRequest,
): Promise<Result<Looked>> {
  const { sql, now } = transaction;
  const { sessionId, key } = request;
  const earlier = await findChangeByKey(sql, sessionId, key);
  if (earlier) {
    if (earlier.request !== digestOf(request)) {
      return fail('conflict', 'This key was used for another change. Ask anew.', { reason: 'key-reused' });
    }
    return earlier.state === 'ended'
      ? fail('conflict', 'The payment link of this change is over, and nothing was changed. Ask anew.', {
          reason: 'payment-over',
        })
      : succeed({ repeated: earlier.answer });
  }
  const shop = transaction.shop(null);
  const session = await openSession(shop, sessionId);
  if (!session.ok) return session;
  const orders = session.value.trust === 'capsule' ? [] : await shop.sessions.orders(sessionId);
  const order = orders.find(({ number }) => number === request.orderNumber);
  if (!order) {
    return fail('not-found', `There is no order ${request.orderNumber} here. Choose one from the list.`, {
      reason: 'order-unknown',
    });
  }
  if ((order.revision ?? 0) !== request.revision) {
    return fail('conflict', `Order ${order.number} has changed meanwhile. Look at it again, then decide.`, {
      reason: 'order-changed',
    });
  }
  const customerId = (await findOwner(sql, sessionId))?.customerId ?? null;
  if (request.change.type === 'return' && request.change.refund === 'gift-card' && customerId === null) {
    return fail(
      'denied',
      'A gift card belongs to an account. Sign in first, or take the money back as it was paid.',
      {
        reason: 'not-signed-in',
      },
    );
  }
  const plan = planChange(order, request.change, {
    policy: await shop.policy(),
    products: await productsByHandle(
      sql,
      order.lines.map(({ handle }) => handle),
    ),
    at: now,
  });
  if (!plan.ok) return plan;
  const { owed, refund } = plan.value;
  if (owed !== request.expected.owed || refund !== request.expected.refund) {
    return fail('conflict', 'A price has changed meanwhile. Look again what it comes to, then decide.', {
      reason: 'price-changed',
      details: { owed, refund },
    });
  }
  const here = asker?.storeId ?? (await findOwner(sql, sessionId))?.storeId ?? '';
  // Pending pieces are with the rest of their order; those that are exchanged are handed over where the shopper is.
  const storeId = request.change.type === 'exchange' ? here : (order.storeId ?? here);
  return succeed({ repeated: null, order, plan: plan.value, storeId });
}

const digestOf = ({ orderNumber, change }: OrderChangeRequest): string =>
  digest(JSON.stringify([orderNumber, change]));

async function decide(
  transaction: HubTransaction,
  { hub, publicUrl }: OrderChangeDeskOptions,
  asker: Asker,
  request: OrderChangeRequest,
): Promise<Result<OrderChangeOutcome>> {
  // Anew: what was seen a moment ago may have changed.
  const looked = await prepare(transaction, asker, request);
  if (!looked.ok) return looked;
  if (looked.value.repeated) return succeed(looked.value.repeated);
  const { order, plan, storeId } = looked.value;
  const there = await checkThere(transaction, storeId, plan.take);
  if (!there.ok) return there;
  const changeId = hub.environment.newId();
  const head = {
    ...{ changeId, sessionId: request.sessionId, changeKey: request.key, request: digestOf(request) },
    ...{ orderId: order.orderId, storeId },
  };
  if (plan.owed > 0) {
    await setAside(transaction, storeId, plan.take);
    const payment = await openDifference(transaction, {
      ...{ paymentId: changeId, sessionId: request.sessionId, deviceId: asker?.deviceId ?? null },
      ...{ order, plan, storeId, publicUrl: publicUrl() },
    });
    const answer = { order, refund: null, payment };
    await insertChange(transaction, { ...head, state: 'waiting', plan, answer });
    return succeed(answer);
  }
  await applyChange(transaction, { order, plan, change: request.change, storeId }, hub.environment.newId);
  const answer = outcomeOf(plan);
  await insertChange(transaction, { ...head, state: 'done', plan: null, answer });
  transaction.announce({
    type: 'session-changed',
    sessionId: request.sessionId,
    by: asker?.deviceId ?? null,
  });
  return succeed(answer);
}

async function checkThere(
  { sql }: HubTransaction,
  storeId: string,
  lines: readonly OrderLine[],
): Promise<Result<void>> {
  const wanted = new Map<string, number>();
  for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
  for (const [sku, quantity] of wanted) {
    const available = promisableByHub(await ledgerRow(sql, null, storeId, sku));
    if (available >= quantity) continue;
    return fail(
      'conflict',
      available === 0
        ? 'That size or colour is sold out there. Choose another one.'
        : `Only ${available} of that size and colour can be had there. Ask for that many.`,
      {
        reason: available === 0 ? 'sold-out' : 'not-enough',
        details: { sku, wanted: quantity, available },
      },
    );
  }
  return succeed(undefined);
}
