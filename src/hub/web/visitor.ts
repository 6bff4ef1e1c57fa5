import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../../contracts/primitives.ts';
import type { Session } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';
import type { Actor } from '../../core/shop.ts';
import { findDevice } from '../../platform/hub-store/devices.ts';
import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { devicesOf, findOwner, saveOwner } from '../../platform/hub-store/session-bindings.ts';
import { storeIdsByArrival } from '../../platform/hub-store/stores.ts';
import { addWebSession, seeWebSession, webSessionLifeMs } from '../../platform/hub-store/web-sessions.ts';
import { newSession } from '../sessions/session-desk.ts';
import type { PageContext } from './page-context.ts';
import { preferredLanguage } from './translate.ts';
import type { WebParts } from './web-parts.ts';

const cookieName = 'aisle';

/** Who looks at the page: the session behind the cookie. A browser without one gets a guest session of its own. */
export interface Visitor {
  readonly session: Session;
  readonly actor: Actor;
  readonly store: Store;
  readonly customerId: string | null;
  /** Shop whose kiosk has the session open now. */
  readonly kioskStore: Store | null;
}

export function giveCookie(context: Context, token: string, secure: boolean): void {
  setCookie(context, cookieName, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: webSessionLifeMs / 1000,
    secure,
  });
}

export const readCookie = (context: Context): string | undefined => getCookie(context, cookieName);

/** The visitor of a request, made when there is none. */
export async function visitorOf(parts: WebParts, context: Context): Promise<Visitor> {
  const token = readCookie(context);
  const secure = parts.publicUrl().startsWith('https:');
  const found = await parts.hub.transaction((transaction) => findVisitor(transaction, token));
  if (found) {
    if (found.prolonged && token !== undefined) giveCookie(context, token, secure);
    return found.visitor;
  }
  const made = await parts.hub.transaction(async (transaction) => {
    const [storeId] = await storeIdsByArrival(transaction.sql);
    if (storeId === undefined) throw new Error('The hub has no shops');
    const session = newSession(
      parts.hub.environment.newId(),
      preferredLanguage(context.req.header('accept-language')),
      transaction.now,
    );
    await transaction.shop(null).sessions.save(session);
    const { sessionId } = session;
    await saveOwner(
      transaction.sql,
      { sessionId, customerId: null, storeId, origin: 'web' },
      transaction.now,
    );
    const given = await addWebSession(transaction, sessionId);
    return { token: given, visitor: await visitorOfSession(transaction, sessionId) };
  });
  if (!made.visitor) throw new Error('A new visitor could not be found again');
  giveCookie(context, made.token, secure);
  return made.visitor;
}

async function findVisitor(
  transaction: HubTransaction,
  token: string | undefined,
): Promise<{ readonly visitor: Visitor; readonly prolonged: boolean } | undefined> {
  const seen = token === undefined ? undefined : await seeWebSession(transaction, token);
  const visitor = seen && (await visitorOfSession(transaction, seen.sessionId));
  return seen && visitor && { visitor, prolonged: seen.prolonged };
}

async function visitorOfSession(
  transaction: HubTransaction,
  sessionId: string,
): Promise<Visitor | undefined> {
  const { sql } = transaction;
  const shop = transaction.shop(null);
  const session = await shop.sessions.find(sessionId);
  const owner = await findOwner(sql, sessionId);
  const stores = await shop.stores();
  const store = stores.find((one) => one.storeId === owner?.storeId) ?? stores[0];
  if (!session || session.endedAt !== null || !store) return undefined;
  const [deviceId] = await devicesOf(sql, sessionId);
  const kiosk = deviceId === undefined ? undefined : await findDevice(sql, deviceId);
  return {
    session,
    store,
    customerId: owner?.customerId ?? null,
    kioskStore: stores.find((one) => one.storeId === kiosk?.storeId) ?? null,
    actor: { sessionId, storeId: store.storeId, channel: 'web', language: session.language },
  };
}

/** What a page needs to know; the bag is priced in the visitor's shop. */
export async function pageContext(
  parts: WebParts,
  context: Context,
  visitor: Visitor,
  problem: string | null = null,
): Promise<PageContext> {
  const { session, store } = visitor;
  const bag = await parts.shop.carts.view(visitor.actor);
  const url = new URL(context.req.url);
  return {
    t: parts.translate(session.language),
    language: session.language,
    brand: parts.brand,
    path: context.req.method === 'GET' ? `${url.pathname}${url.search}` : '/',
    actor: visitor.actor,
    store,
    customer: session.customer,
    bag: bag.ok ? bag.value : { pieces: 0, total: 0, currency: 'INR' },
    atKiosk: visitor.kioskStore?.name ?? null,
    problem,
  };
}

/** Language of someone whose session is not looked up: their browser's. */
export const browserLanguage = (context: Context): Language =>
  preferredLanguage(context.req.header('accept-language'));
