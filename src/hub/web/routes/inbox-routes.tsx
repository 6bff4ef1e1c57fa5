/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { listMessages } from '../../../platform/hub-store/inbox.ts';
import { openEventStream } from '../../http/event-stream.ts';
import { InboxPage } from '../pages/inbox-page.tsx';
import { browserLanguage } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

const shownMessages = 200;

/** The simulated phones. With a real messenger there is no such page: codes are for their owners' eyes. */
export function inboxRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const { hub } = parts;
  if (!parts.simulatedInbox) return app;

  app.get('/inbox', async (context) => {
    const language = browserLanguage(context);
    return context.html(
      <InboxPage
        t={parts.translate(language)}
        language={language}
        brand={parts.brand}
        messages={await listMessages(hub.sql, shownMessages)}
      />,
    );
  });

  app.get('/inbox/events', () => {
    const unsubscribe = hub.subscribe((announcement) => {
      if (announcement.type === 'message-waiting' || announcement.type === 'announcements-missed') {
        stream.send({ state: 'changed' });
      }
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
