import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { ChatMessage, Session } from '../../contracts/session.ts';
import type { SessionRepository } from '../../core/ports/shop-store.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';

/** Documents were written by this program from values of these types; the file is private to it. */
const parse = <T>(document: string): T => JSON.parse(document) as T;

const byId = prepareQuery((query, { sessionId }: { sessionId: string }) =>
  query.selectFrom('session').select('document').where('sessionId', '=', sessionId),
);

export function createSessionRepository(query: Query): SessionRepository {
  return {
    find: async (sessionId) => {
      const [row] = await byId(query, { sessionId });
      return row && parse<Session>(row.document);
    },

    save: async (session) => {
      const values = {
        document: JSON.stringify(session),
        endedAt: session.endedAt === null ? null : Date.parse(session.endedAt),
      };
      await query
        .insertInto('session')
        .values({ sessionId: session.sessionId, ...values })
        .onConflict((conflict) => conflict.column('sessionId').doUpdateSet(values))
        .execute();
    },

    erase: async (sessionId) => {
      await query.deleteFrom('session').where('sessionId', '=', sessionId).execute();
      await query.deleteFrom('message').where('sessionId', '=', sessionId).execute();
      await query.deleteFrom('placedOrder').where('sessionId', '=', sessionId).execute();
      await query.deleteFrom('payment').where('sessionId', '=', sessionId).execute();
    },

    messages: async (sessionId) => {
      const rows = await query
        .selectFrom('message')
        .select('document')
        .where('sessionId', '=', sessionId)
        .orderBy('at')
        .orderBy('messageId')
        .execute();
      return rows.map((row) => parse<ChatMessage>(row.document));
    },

    addMessage: async (sessionId, message) => {
      await query
        .insertInto('message')
        .values({
          messageId: message.messageId,
          sessionId,
          at: Date.parse(message.at),
          document: JSON.stringify(message),
        })
        .onConflict((conflict) => conflict.column('messageId').doNothing())
        .execute();
    },

    addFeedback: async () => undefined,

    orders: async (sessionId) => {
      const rows = await query
        .selectFrom('placedOrder')
        .select('document')
        .where('sessionId', '=', sessionId)
        .orderBy('placedAt', 'desc')
        .execute();
      return rows.map((row) => parse<Order>(row.document));
    },

    saveOrder: (sessionId, order) => saveOrder(query, sessionId, order),

    payment: async (sessionId) => {
      const row = await query
        .selectFrom('payment')
        .select('document')
        .where('sessionId', '=', sessionId)
        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && parse<Payment>(row.document);
    },

    savePayment: (payment) => savePayment(query, payment),
  };
}

/** Late news never undoes an end: `paid` stays, `expired` and `cancelled` give way to `paid` only. */
export async function savePayment(query: Query, payment: Payment): Promise<void> {
  const values = {
    state: payment.state,
    createdAt: Date.parse(payment.createdAt),
    expiresAt: Date.parse(payment.expiresAt),
    document: JSON.stringify(payment),
  };
  await query
    .insertInto('payment')
    .values({ paymentId: payment.paymentId, sessionId: payment.sessionId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('paymentId')
        .doUpdateSet(values)
        .where('payment.state', 'in', payment.state === 'paid' ? ['open', 'expired', 'cancelled'] : ['open']),
    )
    .execute();
}

/** Ties the order to a session, which is what `SessionRepository.orders` lists. */
export async function saveOrder(query: Query, sessionId: string | null, order: Order): Promise<void> {
  const values = {
    number: order.number,
    sessionId,
    placedAt: Date.parse(order.placedAt),
    document: JSON.stringify(order),
  };
  await query
    .insertInto('placedOrder')
    .values({ orderId: order.orderId, ...values })
    .onConflict((conflict) => conflict.column('orderId').doUpdateSet(values))
    .execute();
}
