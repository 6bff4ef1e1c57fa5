import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import { isActive, type Reservation } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { isAbout, liveNotes } from '../../core/notes/set-note.ts';
import { endReservation, reservationsOfSession } from '../store/reservation-repository.ts';
import { saveOrder } from '../store/session-repository.ts';
import { markEnded } from './floor.ts';
import { type HoldOrigin, originOf } from './hold-origin.ts';
import type { HubTransaction } from './hub-database.ts';
import { keepOrderAddress } from './order-addresses.ts';
import type { PaymentLink } from './payment-records.ts';
import { findOwner } from './session-bindings.ts';
import type { Sql } from './sql.ts';
import { createStockLedger } from './stock-ledger.ts';

/** `MG-10482`: counts up over the whole chain. */
export async function nextOrderNumber(sql: Sql): Promise<string> {
  await sql.run('UPDATE hub SET lastOrderNumber = lastOrderNumber + 1');
  const row = await sql.first<{ number: number }>('SELECT lastOrderNumber AS number FROM hub');
  return `MG-${row?.number ?? 0}`;
}

/** Those that wait for the shop to do something, oldest first. */
export async function openOrders(sql: Sql): Promise<readonly Order[]> {
  const rows = await sql.all<{ document: string }>(
    'SELECT document FROM placedOrder ORDER BY placedAt, number',
  );
  const over: ReadonlySet<Order['state']> = new Set([
    'delivered',
    'handed-over',
    'cancelled',
    'returned',
    'exchanged',
  ]);
  return rows.map(({ document }) => JSON.parse(document) as Order).filter(({ state }) => !over.has(state));
}

/** Keeps an order and whose it is; its number is never given again. */
export async function keepOrder(
  { sql, query }: HubTransaction,
  order: Order,
  { sessionId, customerId }: { readonly sessionId: string | null; readonly customerId: string | null },
): Promise<void> {
  await saveOrder(query, sessionId, order);
  if (customerId !== null) {
    await sql.run(
      `INSERT INTO customerOrder (orderId, customerId) VALUES (?, ?)
       ON CONFLICT (orderId) DO UPDATE SET customerId = excluded.customerId`,
      order.orderId,
      customerId,
    );
  }
  const number = Number(/^MG-(\d+)$/.exec(order.number)?.[1] ?? 0);
  await sql.run('UPDATE hub SET lastOrderNumber = ?1 WHERE lastOrderNumber < ?1', number);
}

/**
 * What a payment buys: the holds that cover its cart become bought, the stock falls, the order is made and the bag is empty.
 * The caller has checked that the payment is open and covered.
 */
export async function placeOrder(
  transaction: HubTransaction,
  payment: Payment,
  link: PaymentLink,
  orderId: string,
): Promise<Result<Order>> {
  const { sql, now } = transaction;
  const bought = await buyHolds(transaction, payment.sessionId, link);
  if (!bought.ok) return bought;
  const { sessions } = transaction.shop(null);
  const session = await sessions.find(payment.sessionId);
  const notes = liveNotes(session?.notes ?? [], link.cart.lines);
  const at = new Date(now).toISOString();
  const { fulfilment } = link.cart;
  const order: Order = {
    orderId,
    number: await nextOrderNumber(sql),
    state: 'placed',
    storeId: link.storeId,
    placedAt: at,
    lines: link.cart.lines.map(({ sku, handle, title, size, colour, quantity, unitPrice }) => ({
      sku,
      handle,
      title,
      size,
      colour,
      quantity,
      unitPrice,
    })),
    notes,
    subtotal: link.cart.subtotal,
    discount: link.cart.discount,
    ...(fulfilment && { fulfilment: { method: fulfilment.method, fee: fulfilment.fee } }),
    total: payment.amount,
    currency: payment.currency,
    events: [{ at, state: 'placed', note: '' }],
    expectedAt: fulfilment?.by ?? null,
  };
  if (link.address) await keepOrderAddress(sql, orderId, link.address);
  const owner = await findOwner(sql, payment.sessionId);
  await keepOrder(transaction, order, {
    sessionId: payment.sessionId,
    customerId: owner?.customerId ?? null,
  });
  if (session) {
    const paid = new Map(link.cart.lines.map((line) => [line.sku, line.quantity]));
    const { fulfilment: _done, ...rest } = session;
    await sessions.save({
      ...rest,
      cart: session.cart.flatMap((line) => {
        const quantity = line.quantity - (paid.get(line.sku) ?? 0);
        return quantity > 0 ? [{ ...line, quantity }] : [];
      }),
      notes: session.notes.filter((one) => !notes.some((gone) => isAbout(one, gone))),
      offerCode: null,
    });
  }
  return succeed(order);
}

/** Checkout holds first: trial holds that are not needed go on waiting in their fitting room. */
async function buyHolds(
  transaction: HubTransaction,
  sessionId: string,
  link: PaymentLink,
): Promise<Result<void>> {
  const { query, sql, now } = transaction;
  const ledger = createStockLedger(sql, null);
  const held = (await reservationsOfSession(query, sessionId)).filter(
    (hold) => isActive(hold) && hold.storeId === link.storeId,
  );
  const ordered = [
    ...held.filter((hold) => hold.kind === 'checkout'),
    ...held.filter((hold) => hold.kind === 'trial'),
  ];
  for (const line of link.cart.lines) {
    let needed = line.quantity;
    for (const hold of ordered.filter((one) => one.sku === line.sku)) {
      if (needed <= 0) break;
      const ended = await endReservation(query, hold.reservationId, 'bought');
      if (!ended) continue;
      const origin = await originOf(sql, hold.reservationId);
      const taken = Math.min(needed, hold.quantity);
      await ledger.settle({ ...hold, quantity: taken }, origin, 'bought', now);
      await markEnded(sql, hold);
      await giveBackRest(ledger, hold, taken, origin, now);
      needed -= taken;
    }
    if (needed > 0) {
      return fail(
        'conflict',
        'A piece of this bag is no longer held. Nothing was paid; go back to the bag.',
        {
          reason: 'not-covered',
          details: { sku: line.sku },
        },
      );
    }
  }
  return succeed(undefined);
}

/** A hold of more units than the bag had: those over and above go back on the rail. */
async function giveBackRest(
  ledger: ReturnType<typeof createStockLedger>,
  hold: Reservation,
  taken: number,
  origin: HoldOrigin | null,
  now: number,
): Promise<void> {
  const rest = hold.quantity - taken;
  if (rest > 0) await ledger.settle({ ...hold, quantity: rest }, origin, 'released', now);
}
