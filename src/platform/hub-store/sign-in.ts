import type { Customer } from '../../contracts/customer.ts';
import { maximumLineQuantity } from '../../contracts/primitives.ts';
import type { Session } from '../../contracts/session.ts';
import { maximumCartLines } from '../../core/cart/set-line.ts';
import { glimpseOf } from './customers.ts';
import type { HubTransaction } from './hub-database.ts';
import { withdrawStalePayment } from './payment-records.ts';
import { findOwner, openSessionOfCustomer, saveOwner } from './session-bindings.ts';

/**
 * A guest has proved to be a customer. Their open session goes on, with what the guest put into the bag, said and reserved;
 * without an open one the guest's own session becomes the customer's. Gives the session that goes on.
 */
export async function joinCustomer(
  transaction: HubTransaction,
  guest: Session,
  customer: Customer,
): Promise<string> {
  const { connection, now } = transaction;
  const { sessions } = transaction.shop(null);
  const owner = findOwner(connection, guest.sessionId);
  if (!owner) throw new Error('A web session has no owner');
  const openId = openSessionOfCustomer(connection, customer.customerId);
  const open = openId === undefined ? undefined : await sessions.find(openId);
  if (!open || open.sessionId === guest.sessionId) {
    await sessions.save({
      ...guest,
      trust: 'restored',
      customer: glimpseOf(customer),
      preferences: hasPreferences(guest) ? guest.preferences : customer.preferences,
    });
    saveOwner(connection, { ...owner, customerId: customer.customerId }, now);
    return guest.sessionId;
  }
  await sessions.save({ ...open, cart: mergeCarts(open.cart, guest.cart) });
  await sessions.save({ ...guest, cart: [], endedAt: new Date(now).toISOString() });
  for (const table of ['message', 'reservation']) {
    connection
      .prepare(`UPDATE ${table} SET sessionId = ? WHERE sessionId = ?`)
      .run(open.sessionId, guest.sessionId);
  }
  await withdrawStalePayment(transaction, guest.sessionId);
  await withdrawStalePayment(transaction, open.sessionId);
  const openOwner = findOwner(connection, open.sessionId);
  saveOwner(connection, { ...(openOwner ?? owner), sessionId: open.sessionId, storeId: owner.storeId }, now);
  transaction.announce({ type: 'session-changed', sessionId: open.sessionId, by: null });
  return open.sessionId;
}

const hasPreferences = ({ preferences }: Session): boolean =>
  preferences.department !== undefined ||
  preferences.occasion !== undefined ||
  preferences.budget !== undefined ||
  Object.keys(preferences.sizes).length > 0 ||
  preferences.colours.length > 0;

/** Lines of both; where both have a piece, the larger quantity is the wish. */
function mergeCarts(kept: Session['cart'], added: Session['cart']): Session['cart'] {
  const quantities = new Map(kept.map((line) => [line.sku, line.quantity]));
  for (const { sku, quantity } of added) {
    quantities.set(sku, Math.min(maximumLineQuantity, Math.max(quantity, quantities.get(sku) ?? 0)));
  }
  return [...quantities].slice(0, maximumCartLines).map(([sku, quantity]) => ({ sku, quantity }));
}
