/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { z } from 'zod';
import type { AgentEvent } from '../../../contracts/agent-event.ts';
import { createRateLimit } from '../../http/rate-limit.ts';
import { CardView } from '../components/card-view.tsx';
import type { PageContext } from '../page-context.ts';
import { ChatPage } from '../pages/chat-page.tsx';
import { pageContext, visitorOf } from '../visitor.ts';
import type { WebParts } from '../web-parts.ts';

const turnRequest = z.object({ say: z.string().trim().min(1).max(1000) });
const answerRequest = z.object({ confirmationId: z.string().max(100), accepted: z.boolean() });
/** A question that no one answers is a no. */
const answerWithinMs = 2 * 60_000;

/** Chat with the agent: a turn is a POST whose answer is a line of JSON for every step. */
export function chatRoutes(parts: WebParts): Hono {
  const app = new Hono();
  const turns = createRateLimit({ limit: 30, windowMs: 60_000 }, parts.hub.environment.now);
  // Whoever sends no cookie is a new visitor each time. A shop's phones may share one address.
  const turnsOfAddress = createRateLimit({ limit: 300, windowMs: 60_000 }, parts.hub.environment.now);
  const waiting = new Map<string, (accepted: boolean) => void>();
  const keyOf = (sessionId: string, confirmationId: string): string => `${sessionId} ${confirmationId}`;

  app.get('/chat', async (context) => {
    const visitor = await visitorOf(parts, context);
    const view = await parts.shop.sessions.view(visitor.actor);
    return context.html(
      <ChatPage
        context={await pageContext(parts, context, visitor)}
        messages={view.ok ? view.value.messages : []}
        say={context.req.query('say')?.slice(0, 1000) ?? ''}
      />,
    );
  });

  app.post('/chat/turns', async (context) => {
    if (!turnsOfAddress.allow(parts.clientAddress(context))) return context.json({ event: 'refused' }, 429);
    const request = turnRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!request.success) return context.json({ event: 'refused' }, 400);
    const visitor = await visitorOf(parts, context);
    const { sessionId } = visitor.actor;
    if (!turns.allow(sessionId)) return context.json({ event: 'refused' }, 429);
    const page = await pageContext(parts, context, visitor);
    context.header('content-type', 'application/x-ndjson');
    context.header('x-accel-buffering', 'no');
    return stream(context, async (out) => {
      const aborted = new AbortController();
      out.onAbort(() => aborted.abort());
      const confirm = (confirmationId: string): Promise<boolean> =>
        new Promise((resolve) => {
          const key = keyOf(sessionId, confirmationId);
          const settle = (accepted: boolean): void => {
            clearTimeout(timer);
            waiting.delete(key);
            resolve(accepted);
          };
          const timer = setTimeout(() => settle(false), answerWithinMs);
          aborted.signal.addEventListener('abort', () => settle(false), { once: true });
          waiting.set(key, settle);
        });
      try {
        for await (const event of parts.agent.turn({
          actor: visitor.actor,
          utterance: request.data.say,
          signal: aborted.signal,
          confirm,
        })) {
          const line = toLine(page, event);
          if (line !== null) await out.write(`${JSON.stringify(line)}\n`);
        }
      } catch (error) {
        parts.log.error({ err: error }, 'turn failed');
        await out.write(`${JSON.stringify({ event: 'turn-ended', outcome: 'failed', suggestions: [] })}\n`);
      }
    });
  });

  app.post('/chat/answers', async (context) => {
    const visitor = await visitorOf(parts, context);
    const answer = answerRequest.safeParse(await context.req.json().catch(() => undefined));
    if (!answer.success) return context.json({ received: false }, 400);
    const settle = waiting.get(keyOf(visitor.actor.sessionId, answer.data.confirmationId));
    settle?.(answer.data.accepted);
    return context.json({ received: settle !== undefined });
  });
  return app;
}

/** What a browser needs of a step: cards come drawn; tool calls are not for shoppers. */
function toLine(page: PageContext, event: AgentEvent): Record<string, unknown> | null {
  switch (event.event) {
    case 'card':
      return { event: 'card', html: String(<CardView context={page} card={event.card} />) };
    case 'text':
      return { event: 'text', text: event.text };
    case 'confirm':
      return { event: 'confirm', confirmationId: event.confirmationId, summary: event.summary };
    case 'tool-call':
      return { event: 'working' };
    case 'tool-result':
      return null;
    case 'turn-ended':
      return { event: 'turn-ended', outcome: event.outcome, suggestions: event.suggestions };
  }
}
