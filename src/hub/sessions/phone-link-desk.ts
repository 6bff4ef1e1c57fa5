import { type PhoneLink, phoneLinkPath } from '../../contracts/phone-link.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PhoneLinks } from '../../core/ports/operations.ts';
import { findCustomer } from '../../platform/hub-store/customers.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { createPhoneLink, freshPhoneLink, phoneLinkLifeMs } from '../../platform/hub-store/phone-links.ts';
import { findOwner } from '../../platform/hub-store/session-bindings.ts';
import type { Messages } from '../messages/messages.ts';

export interface PhoneLinkDeskOptions {
  readonly hub: HubDatabase;
  readonly messages: Messages;
  /** Base of links, without a slash at the end. */
  readonly publicUrl: () => string;
}

const iso = (instant: number): string => new Date(instant).toISOString();

/**
 * Makes the link by which a session goes on in the shopper's browser. Whoever stands near sees what a kiosk shows: so it opens
 * a guest's session only. A customer's link goes to their own phone, and what is shown asks who they are.
 */
export function createPhoneLinkDesk(options: PhoneLinkDeskOptions): PhoneLinks {
  return {
    open: (sessionId) => options.hub.transaction((transaction) => open(options, transaction, sessionId)),
  };
}

async function open(
  { messages, publicUrl }: PhoneLinkDeskOptions,
  transaction: HubTransaction,
  sessionId: string,
): Promise<Result<PhoneLink>> {
  const { sql } = transaction;
  const session = await transaction.shop(null).sessions.find(sessionId);
  const owner = await findOwner(sql, sessionId);
  if (!session || session.endedAt !== null || !owner) {
    return fail('not-found', 'This session is over. Start a new one.', { reason: 'session-unknown' });
  }
  const customer = owner.customerId === null ? undefined : await findCustomer(sql, owner.customerId);
  if (!customer) {
    const made = await createPhoneLink(transaction, sessionId);
    if (!made.ok) return made;
    const { token, expiresAt } = made.value;
    return succeed({
      url: `${publicUrl()}${phoneLinkPath}${token}`,
      expiresAt: iso(expiresAt),
      sent: false,
    });
  }
  const shown = `${publicUrl()}/sign-in`;
  const fresh = await freshPhoneLink(transaction, sessionId);
  if (fresh) return succeed({ url: shown, expiresAt: iso(fresh.expiresAt), sent: true });
  const made = await createPhoneLink(transaction, sessionId);
  if (!made.ok) return made;
  const url = `${publicUrl()}${phoneLinkPath}${made.value.token}`;
  await messages.queuePhoneLink(transaction, customer, { url, minutes: phoneLinkLifeMs / 60_000 });
  return succeed({ url: shown, expiresAt: iso(made.value.expiresAt), sent: true });
}
