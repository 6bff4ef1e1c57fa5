import type { Payment } from '../../contracts/payment.ts';
import { findCustomer, saveCustomer } from './customers.ts';
import type { HubTransaction } from './hub-database.ts';
import { findOwner } from './session-bindings.ts';
import type { Sql } from './sql.ts';

type UseState = 'held' | 'spent' | 'released' | 'returned';

interface PointsUse {
  readonly customerId: string;
  readonly points: number;
}

/**
 * What a session's customer can use in it: their balance without what open links of their other sessions hold. What its own link
 * holds counts, so that the link does not change the price of the bag that it is for. Undefined where nobody is known.
 */
export async function redeemablePoints(sql: Sql, sessionId: string): Promise<number | undefined> {
  const row = await sql.first<{ document: string; held: number }>(
    `SELECT customer.document,
       (SELECT coalesce(sum(points), 0) FROM pointsUse WHERE pointsUse.customerId = customer.customerId
         AND pointsUse.state = 'held' AND pointsUse.sessionId <> ?1) AS held
     FROM sessionOwner JOIN customer ON customer.customerId = sessionOwner.customerId
     WHERE sessionOwner.sessionId = ?1`,
    sessionId,
  );
  if (!row) return undefined;
  const { loyalty } = JSON.parse(row.document) as { readonly loyalty: { readonly points: number } };
  return Math.max(0, loyalty.points - row.held);
}

/** Keeps the points of a link for it alone, in the transaction that makes it. The caller has seen that there are enough. */
export async function holdPoints(transaction: HubTransaction, payment: Payment): Promise<void> {
  if (!payment.redeemed) return;
  const { sql } = transaction;
  const owner = await findOwner(sql, payment.sessionId);
  if (!owner?.customerId) throw new Error('A link takes points, and nobody is known whose');
  await sql.run(
    `INSERT INTO pointsUse (paymentId, customerId, sessionId, points, state) VALUES (?, ?, ?, ?, 'held')`,
    payment.paymentId,
    owner.customerId,
    payment.sessionId,
    payment.redeemed.points,
  );
  await tellSessions(transaction, owner.customerId);
}

/** A link that was paid spends its points, one that is over otherwise gives them back: once, however often it ends. */
export async function settlePoints(transaction: HubTransaction, payment: Payment): Promise<void> {
  if (payment.state === 'open') return;
  const paid = payment.state === 'paid';
  const use = await moved(transaction.sql, payment.paymentId, 'held', paid ? 'spent' : 'released');
  if (!use) return;
  if (paid) await addPoints(transaction.sql, { ...use, points: -use.points });
  await tellSessions(transaction, use.customerId);
}

/** An order was cancelled as a whole: what it took comes back, once. An order bears the id of the payment that it was bought by. */
export async function returnPoints(transaction: HubTransaction, orderId: string): Promise<void> {
  const use = await moved(transaction.sql, orderId, 'spent', 'returned');
  if (!use) return;
  await addPoints(transaction.sql, use);
  await tellSessions(transaction, use.customerId);
}

async function moved(
  sql: Sql,
  paymentId: string,
  from: UseState,
  to: UseState,
): Promise<PointsUse | undefined> {
  const use = await sql.first<PointsUse>(
    'SELECT customerId, points FROM pointsUse WHERE paymentId = ? AND state = ?',
    paymentId,
    from,
  );
  if (use) await sql.run('UPDATE pointsUse SET state = ? WHERE paymentId = ?', to, paymentId);
  return use;
}

/** What counts towards the next tier are points that were earned: using them changes nothing of it. */
async function addPoints(sql: Sql, { customerId, points }: PointsUse): Promise<void> {
  const customer = await findCustomer(sql, customerId);
  if (!customer) return;
  const { loyalty } = customer;
  // A retailer may have set a balance below what was held: it has been paid for all the same.
  const left = Math.max(0, loyalty.points + points);
  await saveCustomer(sql, { ...customer, loyalty: { ...loyalty, points: left } });
}

/** Screens where the customer's sessions are open look at the balance anew. */
async function tellSessions({ sql, announce }: HubTransaction, customerId: string): Promise<void> {
  const sessions = await sql.all<{ sessionId: string }>(
    `SELECT sessionOwner.sessionId FROM sessionOwner JOIN session ON session.sessionId = sessionOwner.sessionId
     WHERE sessionOwner.customerId = ? AND session.endedAt IS NULL`,
    customerId,
  );
  for (const { sessionId } of sessions) announce({ type: 'session-changed', sessionId, by: null });
}
