import type { Customer } from '../../contracts/customer.ts';
import { localeOf } from '../../contracts/locale.ts';
import { formatMoney } from '../../contracts/money.ts';
import type { Order } from '../../contracts/order.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { Language } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { findCustomer } from '../../platform/hub-store/customers.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { queueMessage } from '../../platform/hub-store/inbox.ts';
import { findOwner } from '../../platform/hub-store/session-bindings.ts';
import type { Sql } from '../../platform/hub-store/sql.ts';
import type { Translate } from '../web/translate.ts';

export interface Messages {
  /** `not-found` where the session has no phone of its own, `conflict` where the link is over. */
  sendPaymentLink(payment: Payment): Promise<Result<void>>;
  /** Part of the transaction that makes the order; does nothing for guests. */
  queueConfirmation(transaction: HubTransaction, payment: Payment, order: Order): Promise<void>;
  /** Part of the transaction that forgets that they wait for it. */
  queueBackInStock(
    transaction: HubTransaction,
    customerId: string,
    piece: { readonly name: string; readonly shop: string },
  ): Promise<void>;
  /** Part of the transaction that makes the link. */
  queuePhoneLink(
    transaction: HubTransaction,
    customer: Customer,
    link: { readonly url: string; readonly minutes: number },
  ): Promise<void>;
  sendCode(delivery: {
    readonly customerId: string;
    readonly phone: string;
    readonly code: string;
  }): Promise<void>;
}

/** Writes messages in the shopper's language into the queue. */
export function createMessages(
  hub: HubDatabase,
  translate: (language: Language) => Translate,
  brand: string,
): Messages {
  return {
    async sendPaymentLink(payment) {
      const customer = await recipient(hub.sql, payment.sessionId);
      if (!customer) {
        return fail('not-found', 'There is no phone to send the link to: scan the code instead.', {
          reason: 'no-phone',
        });
      }
      if (payment.state !== 'open') {
        return fail('conflict', 'This payment link is over.', { reason: 'payment-over' });
      }
      const t = translate(customer.language);
      await hub.transaction((transaction) =>
        queueMessage(transaction, {
          messageId: hub.environment.newId(),
          channel: 'whatsapp',
          to: customer.phone,
          kind: 'payment-link',
          text: t('message.payment-link', {
            brand,
            amount: formatMoney(payment, localeOf(customer.language)),
            url: payment.url,
          }),
        }),
      );
      return succeed(undefined);
    },
    async queueConfirmation(transaction, payment, order) {
      const customer = await recipient(transaction.sql, payment.sessionId);
      if (!customer) return;
      const t = translate(customer.language);
      const locale = localeOf(customer.language);
      const amount = (value: number) => formatMoney({ amount: value, currency: order.currency }, locale);
      const lines = order.lines.map(
        (line) =>
          `${line.quantity} × ${[line.title, line.size, line.colour].filter(Boolean).join(', ')}: ${amount(line.quantity * line.unitPrice)}`,
      );
      await queueMessage(transaction, {
        messageId: hub.environment.newId(),
        channel: 'whatsapp',
        to: customer.phone,
        kind: 'order-confirmation',
        text: [
          t('message.confirmation', { brand, number: order.number }),
          ...lines,
          ...(order.discount > 0 ? [t('message.discount', { amount: amount(order.discount) })] : []),
          ...(order.redeemed
            ? [`${t('bag.points', { count: order.redeemed.points })}: −${amount(order.redeemed.worth)}`]
            : []),
          t('message.total', { amount: amount(order.total) }),
        ].join('\n'),
      });
    },
    async queueBackInStock(transaction, customerId, piece) {
      const customer = await findCustomer(transaction.sql, customerId);
      if (!customer) return;
      await queueMessage(transaction, {
        messageId: hub.environment.newId(),
        channel: 'whatsapp',
        to: customer.phone,
        kind: 'back-in-stock',
        text: translate(customer.language)('message.back-in-stock', { brand, ...piece }),
      });
    },
    async queuePhoneLink(transaction, customer, link) {
      await queueMessage(transaction, {
        messageId: hub.environment.newId(),
        channel: 'whatsapp',
        to: customer.phone,
        kind: 'phone-link',
        text: translate(customer.language)('message.phone-link', { brand, ...link }),
      });
    },
    async sendCode({ customerId, phone, code }) {
      const customer = await findCustomer(hub.sql, customerId);
      const t = translate(customer?.language ?? 'en');
      await hub.transaction((transaction) =>
        queueMessage(transaction, {
          messageId: hub.environment.newId(),
          channel: 'sms',
          to: phone,
          kind: 'one-time-code',
          text: t('message.code', { brand, code }),
        }),
      );
    },
  };
}

/** The customer whose session it is; undefined for guests. */
async function recipient(sql: Sql, sessionId: string): Promise<Customer | undefined> {
  const customerId = (await findOwner(sql, sessionId))?.customerId;
  return customerId ? findCustomer(sql, customerId) : undefined;
}
