import { fail, type Result, succeed } from '../../contracts/result.ts';
import { findCustomer } from '../../platform/hub-store/customers.ts';
import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { openablePhoneLink, spendPhoneLink } from '../../platform/hub-store/phone-links.ts';
import { findOwner, goesOnOnWeb } from '../../platform/hub-store/session-bindings.ts';
import { joinCustomer, mergeCarts } from '../../platform/hub-store/sign-in.ts';
import { addWebSession, removeWebSession, seeWebSession } from '../../platform/hub-store/web-sessions.ts';

/**
 * Spends a phone link: the browser goes on with its session, and gets a cookie of its own for it. A guest's bag that was in the
 * browser comes along; a customer who is signed in there goes on with a guest's session as their own. `cookie` is the
 * browser's, if it has one. Gives the new one. Failures as of `openablePhoneLink`.
 */
export async function goOnInBrowser(
  transaction: HubTransaction,
  token: string,
  cookie: string | undefined,
): Promise<Result<{ readonly cookie: string }>> {
  const { sql, now } = transaction;
  const found = await openablePhoneLink(sql, token, now);
  if (!found.ok) return found;
  const { sessions } = transaction.shop(null);
  const session = await sessions.find(found.value.sessionId);
  const owner = await findOwner(sql, found.value.sessionId);
  if (!session || session.endedAt !== null || !owner) {
    return fail('conflict', 'This conversation is over. Start anew here.', { reason: 'link-expired' });
  }
  await spendPhoneLink(transaction, token);
  const before = cookie === undefined ? undefined : await seeWebSession(transaction, cookie);
  const browser = before && (await findOwner(sql, before.sessionId));
  const customer =
    owner.customerId === null && browser?.customerId
      ? await findCustomer(sql, browser.customerId)
      : undefined;
  // A kiosk that wipes it ends it no more.
  await goesOnOnWeb(sql, session.sessionId);
  let sessionId = session.sessionId;
  if (customer) sessionId = await joinCustomer(transaction, session, customer);
  else if (browser && browser.customerId === null && browser.sessionId !== sessionId) {
    const brought = await sessions.find(browser.sessionId);
    if (brought && brought.endedAt === null && brought.cart.length > 0) {
      await sessions.save({ ...session, cart: mergeCarts(session.cart, brought.cart) });
    }
  }
  if (cookie !== undefined) await removeWebSession(transaction, cookie);
  transaction.announce({ type: 'session-changed', sessionId, by: null });
  return succeed({ cookie: await addWebSession(transaction, sessionId) });
}
