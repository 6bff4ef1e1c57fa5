import { z } from 'zod';
import { card } from './card.ts';
import { failure } from './result.ts';

/** One step of a turn as the outside sees it: on screens, over server-sent events, and a line each on the command line. */
export const agentEvent = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('tool-call'),
    turn: z.int(),
    worker: z.string(),
    tool: z.string(),
    arguments: z.record(z.string(), z.unknown()),
  }),
  z.object({
    event: z.literal('tool-result'),
    turn: z.int(),
    worker: z.string(),
    tool: z.string(),
    ok: z.boolean(),
    result: z.unknown().optional(),
    failure: failure.optional(),
  }),
  /** A piece of the answer; pieces of one turn are joined without a separator. */
  z.object({ event: z.literal('text'), turn: z.int(), text: z.string() }),
  z.object({ event: z.literal('card'), turn: z.int(), card }),
  /** A write waits for the shopper's yes or no. `summary` says what will happen, in the session's language. */
  z.object({
    event: z.literal('confirm'),
    turn: z.int(),
    confirmationId: z.string(),
    tool: z.string(),
    arguments: z.record(z.string(), z.unknown()),
    summary: z.string(),
  }),
  z.object({
    event: z.literal('turn-ended'),
    turn: z.int(),
    outcome: z.enum(['answered', 'cancelled', 'failed']),
    /** The next likely wishes, as words the shopper could have said. */
    suggestions: z.array(z.string()).readonly(),
  }),
]);
export type AgentEvent = z.infer<typeof agentEvent>;
