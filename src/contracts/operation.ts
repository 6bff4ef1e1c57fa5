import { z } from 'zod';
import { instant, language, lineQuantity, sku, uuid } from './primitives.ts';
import { reservation } from './reservation.ts';
import { failure } from './result.ts';
import { chatMessage, preferences } from './session.ts';
import { bareSession } from './visitor.ts';

/** One change to a session or its stock: made once, applied once at the kiosk and once at the hub, for ever. */
export const operationBody = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('session-started'),
    sessionId: uuid,
    language,
    /** Token id of the code that an offline kiosk took the bag from; absent for guests. */
    capsule: z.string().max(32).optional(),
    /** What the session begins with: no change of the shopper's, so that it yields to what the hub knows. */
    bag: bareSession.omit({ language: true }).optional(),
  }),
  z.object({
    type: z.literal('session-ended'),
    sessionId: uuid,
    reason: z.enum(['shopper', 'idle', 'staff', 'crash']),
  }),
  z.object({ type: z.literal('language-chosen'), sessionId: uuid, language }),
  z.object({ type: z.literal('preferences-set'), sessionId: uuid, preferences }),
  /** Absolute quantity, so that a repeat or a merge changes nothing; 0 removes the line. */
  z.object({ type: z.literal('cart-line-set'), sessionId: uuid, sku, quantity: lineQuantity }),
  z.object({ type: z.literal('offer-applied'), sessionId: uuid, code: z.string().nullable() }),
  z.object({ type: z.literal('message-added'), sessionId: uuid, message: chatMessage }),
  z.object({ type: z.literal('reservation-made'), sessionId: uuid, reservation }),
  z.object({
    type: z.literal('reservation-released'),
    sessionId: uuid,
    reservationId: uuid,
    state: z.enum(['cancelled', 'expired']),
    /** The device gives the rights that the hold was made by to the hub; without it they stay with the device. */
    returnsRights: z.boolean().optional(),
  }),
  /** A guest turned out to be the shopper of another session: the hold waits for them there. */
  z.object({
    type: z.literal('reservation-moved'),
    sessionId: uuid,
    fromSessionId: uuid,
    reservationId: uuid,
  }),
]);
export type OperationBody = z.infer<typeof operationBody>;

export const operation = z.object({
  operationId: uuid,
  /** Counts up by one per device, without gaps. */
  sequence: z.int().positive(),
  at: instant,
  body: operationBody,
});
export type Operation = z.infer<typeof operation>;

/** The hub's answer to a batch: everything up to `appliedSequence` has been decided, once and for all. */
export const operationsReceipt = z.object({
  appliedSequence: z.int().nonnegative(),
  refused: z.array(z.object({ operationId: uuid, failure })).readonly(),
});
export type OperationsReceipt = z.infer<typeof operationsReceipt>;
