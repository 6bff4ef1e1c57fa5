import { Hono } from 'hono';
import { openEventStream } from '../../http/event-stream.ts';
import { visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

/** Tells open pages that their session changed: at the kiosk, in another tab, by a payment. */
export function liveRoutes(parts: WebParts): Hono {
  const app = new Hono();
  app.get('/live', async (context) => {
    const visitor = await visitorOf(parts, context);
    const unsubscribe = parts.hub.subscribe((announcement) => {
      const ours =
        announcement.type === 'session-changed' && announcement.sessionId === visitor.actor.sessionId;
      if (ours || announcement.type === 'announcements-missed') stream.send({ state: 'changed' });
    });
    const stream = openEventStream(() => {
      unsubscribe();
      parts.lines.delete(stream.close);
    });
    parts.lines.add(stream.close);
    return stream.response;
  });
  return app;
}
