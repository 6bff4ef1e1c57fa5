/** @jsxImportSource hono/jsx */
import { type Context, Hono } from 'hono';
import { handoverPath } from '../../../contracts/capsule.ts';
import { signCapsule } from '../../../platform/capsule/capsule.ts';
import { handleSecrets } from '../../../platform/capsule/code-secrets.ts';
import { readSigningKey } from '../../../platform/hub-store/capsule-keys.ts';
import { endShownCodes, expectVisitor } from '../../../platform/hub-store/expected-visitors.ts';
import { createHandover } from '../../../platform/hub-store/handovers.ts';
import { createPickupCode, shownPickupCode } from '../../../platform/hub-store/pickup-codes.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { ContinuePage, ShowAtKioskPage } from '../pages/continue-page.tsx';
import { qrPath } from '../qr-code.ts';
import { browserLanguage, pageContext, type Visitor, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

/** 'Continue in store': the code for the kiosk's camera, and what a phone sees that opens the link itself. */
export function continueRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub, shop } = parts;
  // Each costs a fifth of a second of a processor.
  const made = createRateLimit({ limit: 60, windowMs: 60 * 60_000 }, hub.environment.now);

  const pickupCode = async (context: Context, { session, store }: Visitor): Promise<string | null> => {
    const { sessionId } = session;
    const place = { sessionId, storeId: store.storeId, now: hub.environment.now() };
    const shown = await shownPickupCode(hub.sql, place);
    if (shown !== undefined) return shown;
    return made.allow(parts.clientAddress(context)) ? createPickupCode(hub, place) : null;
  };

  app.get('/continue', async (context) => {
    const visitor = await visitorOf(parts, context);
    const { sessionId } = visitor.actor;
    const { storeId } = visitor.store;
    const { handle, expiresAt } = await hub.transaction(async (transaction) => {
      const made = await createHandover(transaction, sessionId);
      await endShownCodes(transaction.sql, sessionId);
      const secrets = handleSecrets(made.handle);
      await expectVisitor(transaction, sessionId, { ...made, storeId, secrets, pickupCode: null });
      return made;
    });
    const numbers = new Map<string, number>();
    for (const { sku } of visitor.session.cart) {
      const variant = await shop.browsing.resolve({ sku });
      if (variant.ok) numbers.set(sku, variant.value.variant.number);
    }
    const capsule = {
      storeId,
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
        pickupCode={await pickupCode(context, visitor)}
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
