/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { handoverPath } from '../../../contracts/capsule.ts';
import { signCapsule } from '../../../platform/capsule/capsule.ts';
import { handleSecrets } from '../../../platform/capsule/code-secrets.ts';
import { readSigningKey } from '../../../platform/hub-store/capsule-keys.ts';
import { createHandover } from '../../../platform/hub-store/handovers.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { ContinuePage, ShowAtKioskPage } from '../pages/continue-page.tsx';
import { qrPath } from '../qr-code.ts';
import { browserLanguage, pageContext, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

/** 'Continue in store': the code for the kiosk's camera, and what a phone sees that opens the link itself. */
export function continueRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub, shop } = parts;

  app.get('/continue', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { sessionId } = visitor.actor;
    const { handle, expiresAt } = await hub.transaction(async (transaction) =>
      createHandover(transaction, sessionId),
    );
    const numbers = new Map<string, number>();
    for (const { sku } of visitor.session.cart) {
      const variant = await shop.browsing.resolve({ sku });
      if (variant.ok) numbers.set(sku, variant.value.variant.number);
    }
    const capsule = {
      storeId: visitor.store.storeId,
      expiresAt,
      tokenId: handleSecrets(handle).tokenId,
      language: visitor.session.language,
      lines: visitor.session.cart.flatMap(({ sku, quantity }) => {
        const number = numbers.get(sku);
        return number === undefined ? [] : [{ number, quantity }];
      }),
    };
    const link = `${parts.publicUrl()}/s/${handle}`;
    const whole = `${link}#${await signCapsule(capsule, await readSigningKey(hub.sql, hub.environment.now()))}`;
    return context.html(
      <ContinuePage
        context={await pageContext(parts, context, visitor)}
        code={qrPath(whole)}
        link={whole}
        shortLink={link.replace(/^https?:\/\//, '')}
        expiresAt={new Date(expiresAt).toISOString()}
      />,
    );
  });

  app.get('/continue/events', async (context) => {
    const visitor = await visitorOf(parts, context);
    const unsubscribe = hub.subscribe((announcement) => {
      if (announcement.type === 'handover-used' && announcement.sessionId === visitor.actor.sessionId) {
        stream.send({ state: 'done' });
      }
    });
    const stream = openEventStream(() => {
      unsubscribe();
      parts.lines.delete(stream.close);
    });
    parts.lines.add(stream.close);
    return stream.response;
  });

  app.get('/s/:handle', (context) => {
    if (!handoverPath.test(new URL(context.req.url).pathname)) return context.notFound();
    const language = browserLanguage(context);
    return context.html(
      <ShowAtKioskPage t={parts.translate(language)} language={language} brand={parts.brand} />,
    );
  });
  return app;
}
