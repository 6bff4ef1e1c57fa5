import type { OperationBody } from '../../contracts/operation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';

export const noPhone = () =>
  fail(
    'denied',
    'There is no phone to tell: this session belongs to nobody yet. Have the shopper scan the code from their phone, or start with their number; then ask again.',
    { reason: 'no-phone' },
  );

/** Someone wants to hear of it: the hub keeps that, a device only passes it on. */
export async function watchStock(
  transaction: ShopTransaction,
  body: Extract<OperationBody, { type: 'stock-watched' }>,
  at: number,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  if (!knownCustomer(session.value)) return noPhone();
  if (Date.parse(body.until) > at) await transaction.watchStock(body);
  return succeed(undefined);
}

/** Whoever waits for nothing may say so too. */
export async function unwatchStock(
  transaction: ShopTransaction,
  { sessionId, storeId, skus }: Extract<OperationBody, { type: 'stock-unwatched' }>,
): Promise<Result<void>> {
  const session = await openSession(transaction, sessionId);
  if (!session.ok) return session;
  await transaction.unwatchStock({ sessionId, storeId, skus });
  return succeed(undefined);
}
