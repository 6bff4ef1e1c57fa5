import type { Customer } from '../../contracts/customer.ts';
import { maximumLineQuantity } from '../../contracts/primitives.ts';
import type { Session } from '../../contracts/session.ts';
import { maximumCartLines } from '../../core/cart/set-line.ts';
import { mergeNotes } from '../../core/notes/set-note.ts';
import { planOfBoth } from '../../core/plans/later-plan.ts';
import { moveTouches } from './cart-touches.ts';
import { glimpseOf } from './customers.ts';
import type { HubTransaction } from './hub-database.ts';
import { withdrawStalePayment } from './payment-records.ts';
import { devicesOf, findOwner, openSessionOfCustomer, saveOwner } from './session-bindings.ts';

/**
 * A guest has proved to be a customer. Their open session goes on, with what the guest put into the bag, said, reserved and
 * bought; without an open one the guest's own session becomes the customer's. So it does while it is open at a kiosk, which
 * cannot change to another: then what is in the open one comes along. Gives the session that goes on.
 */
export async function joinCustomer(
  transaction: HubTransaction,
  guest: Session,
  customer: Customer,
): Promise<string> {
  const { sql, now } = transaction;
  const { sessions } = transaction.shop(null);
  const owner = await findOwner(sql, guest.sessionId);
  if (!owner) throw new Error('A web session has no owner');
  const openId = await openSessionOfCustomer(sql, customer.customerId);
  const open = openId === undefined ? undefined : await sessions.find(openId);
  const own: Session = {
    ...guest,
    trust: 'restored',
    customer: glimpseOf(customer),
    preferences: hasPreferences(guest) ? guest.preferences : customer.preferences,
  };
  if (!open || open.sessionId === guest.sessionId) {
    await sessions.save(own);
    await saveOwner(sql, { ...owner, customerId: customer.customerId }, now);
    return guest.sessionId;
  }
  const atKiosk = async (sessionId: string): Promise<boolean> => (await devicesOf(sql, sessionId)).length > 0;
  const [kept, ended] =
    (await atKiosk(guest.sessionId)) && !(await atKiosk(open.sessionId))
      ? ([own, open] as const)
      : ([open, guest] as const);
  // Before they are stored: codes that were shown lead to what goes on.
  await sql.run('UPDATE visitor SET sessionId = ? WHERE sessionId = ?', kept.sessionId, ended.sessionId);
  await sessions.save({
    ...kept,
    cart: mergeCarts(kept.cart, ended.cart),
    notes: mergeNotes(kept.notes, ended.notes),
    plan: planOfBoth(kept.plan, ended.plan),
    ...pointsOfBoth(kept, ended),
  });
  const { points: _points, ...rest } = ended;
  await sessions.save({ ...rest, cart: [], notes: [], plan: null, endedAt: new Date(now).toISOString() });
  // The customer's other browsers go on with what goes on; a guest's cookie never comes to a customer's session.
  const moved = [
    'message',
    'reservation',
    'placedOrder',
    'handover',
    'sessionAlias',
    ...(ended === open ? ['webSession'] : []),
  ];
  for (const table of moved) {
    await sql.run(`UPDATE ${table} SET sessionId = ? WHERE sessionId = ?`, kept.sessionId, ended.sessionId);
  }
  await moveTouches(sql, ended.sessionId, kept.sessionId);
  await withdrawStalePayment(transaction, ended.sessionId);
  await withdrawStalePayment(transaction, kept.sessionId);
  const keptOwner = (await findOwner(sql, kept.sessionId)) ?? { ...owner, sessionId: kept.sessionId };
  await saveOwner(sql, { ...keptOwner, customerId: customer.customerId, storeId: owner.storeId }, now);
  transaction.announce({ type: 'session-changed', sessionId: kept.sessionId, by: null });
  return kept.sessionId;
}

/** A guest has none to use: the wish is that of the customer's own session, whichever goes on. */
const pointsOfBoth = (kept: Session, ended: Session): Pick<Session, 'points'> => {
  const points = kept.points ?? ended.points;
  return points === undefined ? {} : { points };
};

const hasPreferences = ({ preferences }: Session): boolean =>
  preferences.department !== undefined ||
  preferences.occasion !== undefined ||
  preferences.budget !== undefined ||
  Object.keys(preferences.sizes).length > 0 ||
  preferences.colours.length > 0;

/** Lines of both; where both have a piece, the larger quantity is the wish. */
export function mergeCarts(kept: Session['cart'], added: Session['cart']): Session['cart'] {
  const quantities = new Map(kept.map((line) => [line.sku, line.quantity]));
  for (const { sku, quantity } of added) {
    quantities.set(sku, Math.min(maximumLineQuantity, Math.max(quantity, quantities.get(sku) ?? 0)));
  }
  return [...quantities].slice(0, maximumCartLines).map(([sku, quantity]) => ({ sku, quantity }));
}
