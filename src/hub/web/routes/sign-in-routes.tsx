/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { retailer } from '../../../composition/sample-retailer.ts';
import { type Failure, fail, type Result } from '../../../contracts/result.ts';
import { findCustomer, listCustomers } from '../../../platform/hub-store/customers.ts';
import { useCode } from '../../../platform/hub-store/one-time-codes.ts';
import { joinCustomer } from '../../../platform/hub-store/sign-in.ts';
import { addWebSession, removeWebSession } from '../../../platform/hub-store/web-sessions.ts';
import { failureStatus } from '../../http/answers.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { sessionOfCustomer } from '../../sessions/session-desk.ts';
import { explain } from '../explain.ts';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { giveCookie, pageContext, readCookie, type Visitor, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

const hour = 60 * 60_000;

/** Sign in with a phone number and a one-time code. */
export function signInRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub } = parts;
  const requests = createRateLimit({ limit: 60, windowMs: hour }, hub.environment.now);
  const holderOf = (visitor: Visitor): string => `web:${visitor.actor.sessionId}`;

  app.get('/sign-in', async (context) => signInPage(parts, context, await visitorOf(parts, context)));

  app.post('/sign-in', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { phone } = await context.req.parseBody();
    const typed = typeof phone === 'string' ? phone.slice(0, 32) : '';
    const number = parsePhoneNumberFromString(typed, retailer.country);
    if (!number?.isPossible()) {
      return signInPage(parts, context, visitor, { failure: badNumber, phone: typed });
    }
    if (!requests.allow(parts.clientAddress(context))) {
      return signInPage(parts, context, visitor, { failure: tooManyCodes, phone: typed });
    }
    const issued = await parts.sessions.requestCode(holderOf(visitor), number.number);
    if (!issued.ok) return signInPage(parts, context, visitor, { failure: issued.failure, phone: typed });
    return signInPage(parts, context, visitor, { requestId: issued.value.requestId });
  });

  app.post('/sign-in/code', async (context) => {
    const visitor = await visitorOf(parts, context);
    const body = await context.req.parseBody();
    const requestId = String(body.requestId);
    const code = String(body.code).replace(/\s/g, '');
    const joined = await hub.transaction(async (transaction): Promise<Result<string>> => {
      const used = await useCode(transaction, { requestId, holder: holderOf(visitor), code });
      if (!used.ok) return used;
      const customer = await findCustomer(transaction.sql, used.value.customerId);
      if (!customer) throw new Error('A one-time code named a customer who is not there');
      // Someone else's session in this browser is theirs: nothing of it goes over.
      const foreign = visitor.customerId !== null && visitor.customerId !== customer.customerId;
      const sessionId = foreign
        ? await sessionOfCustomer(transaction, customer.customerId, {
            storeId: visitor.store.storeId,
            origin: 'web',
            newId: hub.environment.newId,
          })
        : await joinCustomer(transaction, visitor.session, customer);
      // A new cookie: whoever knew the guest's has nothing of the customer's.
      const old = readCookie(context);
      if (old !== undefined) await removeWebSession(transaction, old);
      return { ok: true, value: await addWebSession(transaction, sessionId) };
    });
    if (!joined.ok) {
      const over = joined.failure.reason !== 'code-wrong';
      return signInPage(parts, context, visitor, {
        failure: joined.failure,
        requestId: over ? null : requestId,
      });
    }
    giveCookie(context, joined.value, parts.publicUrl().startsWith('https:'));
    return context.redirect('/', 303);
  });

  app.post('/sign-out', async (context) => {
    const token = readCookie(context);
    if (token !== undefined) {
      await hub.transaction((transaction) => removeWebSession(transaction, token));
    }
    return context.redirect('/', 303);
  });
  return app;
}

const badNumber = fail('invalid', 'This is not a phone number. Type it with its country code.', {
  reason: 'phone-invalid',
}).failure;
const tooManyCodes = fail('denied', 'Too many codes in the last hour. Try again later.', {
  reason: 'too-many-codes',
}).failure;

async function signInPage(
  parts: WebParts,
  context: Context,
  visitor: Visitor,
  state: { readonly failure?: Failure; readonly requestId?: string | null; readonly phone?: string } = {},
): Promise<Response> {
  const t = parts.translate(visitor.session.language);
  return context.html(
    <SignInPage
      context={await pageContext(parts, context, visitor, state.failure ? explain(t, state.failure) : null)}
      requestId={state.requestId ?? null}
      phone={state.phone ?? ''}
      examples={parts.simulatedInbox ? await listCustomers(parts.hub.sql, 5) : []}
    />,
    state.failure ? failureStatus(state.failure.kind) : 200,
  );
}
