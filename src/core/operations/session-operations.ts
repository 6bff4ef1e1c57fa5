import type { OperationBody } from '../../contracts/operation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Session } from '../../contracts/session.ts';
import { setCartLine } from '../cart/set-line.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { openSession } from '../session/open-session.ts';
import { emptyPreferences } from '../session/preferences.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

export async function startSession(
  transaction: ShopTransaction,
  body: Body<'session-started'>,
  at: number,
): Promise<Result<void>> {
  if (await transaction.sessions.find(body.sessionId)) return succeed(undefined);
  const cart = (body.bag?.cart ?? []).reduce<Result<Session['cart']>>(
    (lines, { sku, quantity }) => (lines.ok ? setCartLine(lines.value, sku, quantity) : lines),
    succeed([]),
  );
  if (!cart.ok) return cart;
  const { sizes, colours } = body.bag ?? emptyPreferences;
  const session: Session = {
    sessionId: body.sessionId,
    language: body.language,
    trust: body.capsule === undefined ? 'guest' : 'capsule',
    customer: null,
    preferences: { sizes, colours },
    cart: cart.value,
    notes: [],
    plan: null,
    offerCode: null,
    startedAt: new Date(at).toISOString(),
    endedAt: null,
  };
  await transaction.sessions.save(session);
  return succeed(undefined);
}

/** Holds stay: they are facts of the stock and end by their own time. */
export async function endSession(
  transaction: ShopTransaction,
  body: Body<'session-ended'>,
  at: number,
): Promise<Result<void>> {
  const session = await transaction.sessions.find(body.sessionId);
  if (!session) {
    return fail('not-found', 'This session does not exist. Nothing was ended.', {
      reason: 'session-unknown',
    });
  }
  if (session.endedAt === null) {
    await transaction.sessions.save({ ...session, endedAt: new Date(at).toISOString() });
  }
  return succeed(undefined);
}

export async function chooseLanguage(
  transaction: ShopTransaction,
  body: Body<'language-chosen'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  await transaction.sessions.save({ ...session.value, language: body.language });
  return succeed(undefined);
}

export async function setPreferences(
  transaction: ShopTransaction,
  body: Body<'preferences-set'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  await transaction.sessions.save({ ...session.value, preferences: body.preferences });
  return succeed(undefined);
}

export async function addMessage(
  transaction: ShopTransaction,
  body: Body<'message-added'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, body.sessionId);
  if (!session.ok) return session;
  await transaction.sessions.addMessage(body.sessionId, body.message);
  return succeed(undefined);
}

/** Of an order only to whom it belongs. A device passes it on and keeps nothing of it. */
export async function giveFeedback(
  transaction: ShopTransaction,
  { sessionId, feedback }: Body<'feedback-given'>,
): Promise<Result<void>> {
  const session = await openSession(transaction, sessionId);
  if (!session.ok) return session;
  const { orderNumber } = feedback;
  if (orderNumber !== null) {
    const orders = session.value.trust === 'capsule' ? [] : await transaction.sessions.orders(sessionId);
    if (!orders.some(({ number }) => number === orderNumber)) {
      return fail('not-found', `There is no order ${orderNumber} here. Choose one from the list.`, {
        reason: 'order-unknown',
      });
    }
  }
  await transaction.sessions.addFeedback(sessionId, feedback);
  return succeed(undefined);
}
