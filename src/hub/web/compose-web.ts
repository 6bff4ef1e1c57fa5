import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { guard } from './guard.ts';
import { bagRoutes } from './routes/bag-routes.tsx';
import { chatRoutes } from './routes/chat-routes.tsx';
import { continueRoutes } from './routes/continue-routes.tsx';
import { inboxRoutes } from './routes/inbox-routes.tsx';
import { liveRoutes } from './routes/live-routes.ts';
import { payRoutes } from './routes/pay-routes.tsx';
import { phoneLinkRoutes } from './routes/phone-link-routes.tsx';
import { failurePage, shopRoutes } from './routes/shop-routes.tsx';
import { signInRoutes } from './routes/sign-in-routes.tsx';
import { staticRoutes } from './routes/static-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { visitorOf } from './visitor.ts';
import type { WebParts } from './web-parts.ts';

/** All pages; the webhooks, which have signatures instead of origins, stand before the guard. */
export function composeWeb(parts: WebParts): Hono {
  const app = new Hono();
  app.route('/', webhookRoutes(parts.settle, parts.log));
  app.use('*', guard);
  app.use('*', bodyLimit({ maxSize: 64 * 1024 }));
  app.route('/', staticRoutes());
  app.route('/', payRoutes(parts));
  app.route('/', continueRoutes(parts));
  app.route('/', phoneLinkRoutes(parts));
  app.route('/', inboxRoutes(parts));
  app.route('/', liveRoutes(parts));
  app.route('/', shopRoutes(parts));
  app.route('/', bagRoutes(parts));
  app.route('/', signInRoutes(parts));
  app.route('/', chatRoutes(parts));
  app.get('*', async (context) =>
    failurePage(parts, context, await visitorOf(parts, context), {
      kind: 'not-found',
      message: 'There is no such page.',
      reason: 'page-unknown',
    }),
  );
  return app;
}
