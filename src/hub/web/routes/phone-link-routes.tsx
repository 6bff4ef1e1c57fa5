/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { phoneLinkPath, phoneLinkToken } from '../../../contracts/phone-link.ts';
import { type Failure, fail, type Result } from '../../../contracts/result.ts';
import { openablePhoneLink } from '../../../platform/hub-store/phone-links.ts';
import { failureStatus } from '../../http/answers.ts';
import { goOnInBrowser } from '../../sessions/go-on-in-browser.ts';
import { explain } from '../explain.ts';
import { PhoneLinkPage } from '../pages/phone-link-page.tsx';
import { browserLanguage, giveCookie, readCookie } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

/** A conversation from a kiosk goes on in this browser. Only the button spends the link: previews fetch what they are sent. */
export function phoneLinkRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub } = parts;

  const tokenOf = (context: Context): Result<string> => {
    const token = phoneLinkToken.safeParse(context.req.param('token'));
    return token.success
      ? { ok: true, value: token.data }
      : fail('not-found', 'This link is not one of ours.', { reason: 'link-unknown' });
  };

  const page = (context: Context, failure?: Failure): Response | Promise<Response> => {
    const language = browserLanguage(context);
    const t = parts.translate(language);
    context.header('cache-control', 'no-store');
    return context.html(
      <PhoneLinkPage
        t={t}
        language={language}
        brand={parts.brand}
        action={failure ? null : context.req.path}
        problem={failure ? explain(t, failure) : null}
      />,
      failure ? failureStatus(failure.kind) : 200,
    );
  };

  app.get(`${phoneLinkPath}:token`, async (context) => {
    const token = tokenOf(context);
    if (!token.ok) return page(context, token.failure);
    const found = await openablePhoneLink(hub.sql, token.value, hub.environment.now());
    return found.ok ? page(context) : page(context, found.failure);
  });

  app.post(`${phoneLinkPath}:token`, async (context) => {
    const token = tokenOf(context);
    if (!token.ok) return page(context, token.failure);
    const gone = await hub.transaction((transaction) =>
      goOnInBrowser(transaction, token.value, readCookie(context)),
    );
    if (!gone.ok) return page(context, gone.failure);
    giveCookie(context, gone.value.cookie, parts.publicUrl().startsWith('https:'));
    return context.redirect('/chat', 303);
  });
  return app;
}
