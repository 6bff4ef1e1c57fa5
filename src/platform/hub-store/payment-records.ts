import type { DeliveryAddress } from '../../contracts/address.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { CartLine, CartView } from '../../contracts/session.ts';
import { coverage } from '../../core/reservations/coverage.ts';
import { reservationsOfSession } from '../store/reservation-repository.ts';
import { savePayment } from '../store/session-repository.ts';
import type { HubTransaction } from './hub-database.ts';
import { abandonChange } from './order-changes.ts';
import type { Sql } from './sql.ts';

/** What the hub keeps of a payment beside the contract's payment. */
export interface PaymentLink {
  readonly paymentId: string;
  /** `XXXX-XXXX`, Crockford's base 32. */
  readonly code: string;
  readonly storeId: string;
  /** The device that made the link; null for the web shop. */
  readonly deviceId: string | null;
  /** The cart as it was priced for the link. */
  readonly cart: CartView;
  readonly reference: string | null;
  readonly checkoutUrl: string | null;
  /** Where it is to be sent, from when the shopper has said so until the payment is over. */
  readonly address: DeliveryAddress | null;
}

type LinkRow = Omit<PaymentLink, 'cart' | 'address'> & {
  readonly cart: string;
  readonly address: string | null;
};
const linkColumns = 'paymentId, code, storeId, deviceId, cart, reference, checkoutUrl, address';
const toLink = (row: LinkRow | undefined): PaymentLink | undefined =>
  row && {
    ...row,
    cart: JSON.parse(row.cart) as CartView,
    address: row.address === null ? null : (JSON.parse(row.address) as DeliveryAddress),
  };

interface PaymentRow {
  readonly document: string;
}
const toPayment = (row: PaymentRow | undefined): Payment | undefined =>
  row && (JSON.parse(row.document) as Payment);

export async function findPayment(sql: Sql, paymentId: string): Promise<Payment | undefined> {
  return toPayment(
    await sql.first<PaymentRow>('SELECT document FROM payment WHERE paymentId = ?', paymentId),
  );
}

export async function findLink(sql: Sql, paymentId: string): Promise<PaymentLink | undefined> {
  return toLink(
    await sql.first<LinkRow>(`SELECT ${linkColumns} FROM paymentLink WHERE paymentId = ?`, paymentId),
  );
}

export async function findLinkByCode(sql: Sql, code: string): Promise<PaymentLink | undefined> {
  return toLink(await sql.first<LinkRow>(`SELECT ${linkColumns} FROM paymentLink WHERE code = ?`, code));
}

export async function openPaymentOf(sql: Sql, sessionId: string): Promise<Payment | undefined> {
  return toPayment(
    await sql.first<PaymentRow>(
      `SELECT document FROM payment WHERE sessionId = ? AND state = 'open' ORDER BY createdAt DESC LIMIT 1`,
      sessionId,
    ),
  );
}

/** Open payments whose time is over. */
export async function duePayments(sql: Sql, now: number): Promise<readonly Payment[]> {
  const rows = await sql.all<PaymentRow>(
    `SELECT document FROM payment WHERE state = 'open' AND expiresAt <= ?`,
    now,
  );
  return rows.map((row) => JSON.parse(row.document) as Payment);
}

export async function insertPayment(
  transaction: HubTransaction,
  payment: Payment,
  link: PaymentLink,
): Promise<void> {
  await savePayment(transaction.query, payment);
  await transaction.sql.run(
    `INSERT INTO paymentLink (${linkColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    link.paymentId,
    link.code,
    link.storeId,
    link.deviceId,
    JSON.stringify(link.cart),
    link.reference,
    link.checkoutUrl,
    link.address && JSON.stringify(link.address),
  );
}

/** Keeps where an open payment's order is to be sent; null forgets it. */
export async function setAddress(
  sql: Sql,
  paymentId: string,
  address: DeliveryAddress | null,
): Promise<void> {
  await sql.run(
    'UPDATE paymentLink SET address = ? WHERE paymentId = ?',
    address && JSON.stringify(address),
    paymentId,
  );
}

export async function setProviderReference(
  sql: Sql,
  paymentId: string,
  opened: { readonly reference: string; readonly checkoutUrl: string | null },
): Promise<void> {
  await sql.run(
    'UPDATE paymentLink SET reference = ?, checkoutUrl = ? WHERE paymentId = ?',
    opened.reference,
    opened.checkoutUrl,
    paymentId,
  );
}

/** Writes a new state and tells device, web pages and session of it. */
export async function updatePayment(transaction: HubTransaction, payment: Payment): Promise<void> {
  await savePayment(transaction.query, payment);
  if (payment.state !== 'open') await setAddress(transaction.sql, payment.paymentId, null);
  if (payment.state === 'cancelled' || payment.state === 'expired') {
    await abandonChange(transaction, payment.paymentId);
  }
  const deviceId = (await findLink(transaction.sql, payment.paymentId))?.deviceId ?? null;
  transaction.announce({ type: 'payment-changed', payment, deviceId });
  transaction.announce({ type: 'session-changed', sessionId: payment.sessionId, by: null });
}

/**
 * After a change of cart or holds: an open link whose cart moved on, or that its holds no longer cover, is cancelled. What
 * is paid must be what was shown, and must be there.
 */
export async function withdrawStalePayment(
  transaction: HubTransaction,
  sessionId: string,
  /** The shopper has just chosen an offer or taken it off; otherwise one that did not apply to the cart says nothing. */
  { offerChosen }: { readonly offerChosen: boolean } = { offerChosen: false },
): Promise<void> {
  const payment = await openPaymentOf(transaction.sql, sessionId);
  if (!payment || isForOrder(payment)) return;
  const link = await findLink(transaction.sql, payment.paymentId);
  const session = await transaction.shop(null).sessions.find(sessionId);
  const holds = await reservationsOfSession(transaction.query, sessionId);
  const same =
    link !== undefined &&
    session !== undefined &&
    sameCart(link.cart.lines, session.cart) &&
    link.cart.fulfilment?.method === session.fulfilment &&
    (link.cart.offer?.code ?? null) === (offerChosen || payment.discount > 0 ? session.offerCode : null) &&
    coverage(link.cart.lines, holds, link.storeId, 0).missing.length === 0;
  if (!same) await updatePayment(transaction, { ...payment, state: 'cancelled' });
}

/** A link for an order that is there already, not for a bag: the bag and its holds are no concern of it. */
export const isForOrder = ({ state, orderNumber }: Payment): boolean =>
  state !== 'paid' && orderNumber !== null;

/** Whether every line of a cart was priced, with its quantity, and nothing else. */
export function sameCart(priced: CartView['lines'], cart: readonly CartLine[]): boolean {
  const sold = new Map(cart.map((line) => [line.sku, line.quantity]));
  return sold.size === priced.length && priced.every((line) => sold.get(line.sku) === line.quantity);
}
