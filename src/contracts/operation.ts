import { z } from 'zod';
import { feedback } from './feedback.ts';
import { fulfilmentMethod } from './fulfilment.ts';
import { noteContent, noteKey, workerName } from './note.ts';
import { plan } from './plan.ts';
import { pointCount } from './points.ts';
import { instant, language, lineQuantity, sku, storeId, uuid } from './primitives.ts';
import { reservation } from './reservation.ts';
import { failure } from './result.ts';
import { chatMessage, preferences } from './session.ts';
import { bareSession } from './visitor.ts';

/** Units that one correction or sale can be about: a typing error lies beyond. */
export const units = z.int().min(0).max(100_000);
/** What a screen may show of them: below zero where more have left than were known. */
export const shownUnits = z.int().min(-100_000).max(100_000);

/** Steps of an associate. */
export const floorStep = z.enum(['picked', 'handed-over', 'returned']);
export type FloorStep = z.infer<typeof floorStep>;

export const correctionReason = z.enum(['recount', 'damaged', 'stolen', 'found', 'delivery']);
export type CorrectionReason = z.infer<typeof correctionReason>;

/** One change to a session or to stock: made once, applied once at the device and once at the hub, for ever. */
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
  /** A note of a worker, whole; null takes it back. The last change of each counts. */
  z.object({
    type: z.literal('session-note-set'),
    sessionId: uuid,
    worker: workerName,
    key: noteKey,
    content: noteContent.nullable(),
  }),
  /** How far a goal of several steps is, whole. Of two states of one plan the later counts; of two plans the one under way, else the last change. */
  z.object({ type: z.literal('plan-set'), sessionId: uuid, plan }),
  z.object({ type: z.literal('message-added'), sessionId: uuid, message: chatMessage }),
  z.object({ type: z.literal('feedback-given'), sessionId: uuid, feedback }),
  z.object({
    type: z.literal('reservation-made'),
    sessionId: uuid,
    reservation,
    /** Number of the lease that the device promised under; absent where rights have no end (the hub, tills). */
    lease: z.int().positive().optional(),
  }),
  z.object({
    type: z.literal('reservation-released'),
    sessionId: uuid,
    reservationId: uuid,
    state: z.enum(['cancelled', 'expired']),
  }),
  /** A guest turned out to be the shopper of another session: the hold waits for them there. */
  z.object({
    type: z.literal('reservation-moved'),
    sessionId: uuid,
    fromSessionId: uuid,
    reservationId: uuid,
  }),
  /** An associate's step: took the piece off the rail, gave it to the shopper, put it back. */
  z.object({
    type: z.literal('reservation-advanced'),
    storeId,
    reservationId: uuid,
    to: floorStep,
    /** New end of the hold, where the step gives the shopper more time. */
    expiresAt: instant.optional(),
  }),
  /** More time with a piece on trial, from whoever's rights it is held by. Absolute, so that a repeat changes nothing. */
  z.object({
    type: z.literal('reservation-extended'),
    sessionId: uuid,
    reservationId: uuid,
    expiresAt: instant,
  }),
  /** The device gives unspent rights to the hub. */
  z.object({ type: z.literal('rights-returned'), storeId, sku, quantity: units.min(1) }),
  /** A recount. The difference is what counts, so that corrections and sales in between add up. */
  z.object({
    type: z.literal('stock-corrected'),
    storeId,
    sku,
    counted: units,
    /** What the screen showed to whoever counted. */
    shown: shownUnits,
    reason: correctionReason,
  }),
  /** A till has sold pieces that no reservation was about: they have left the shop. */
  z.object({ type: z.literal('stock-sold'), storeId, sku, quantity: units.min(1) }),
  /** The shopper wants to hear when a variant can be had in a shop, until then; asking again changes nothing more. */
  z.object({ type: z.literal('stock-watched'), sessionId: uuid, storeId, sku, until: instant }),
  /** They do not want to hear of these any more, whether or not they ever did. */
  z.object({
    type: z.literal('stock-unwatched'),
    sessionId: uuid,
    storeId,
    skus: z.array(sku).min(1).max(200).readonly(),
  }),
  /** Absolute, so that a repeat or a merge changes nothing; 0: none are used. */
  z.object({ type: z.literal('points-set'), sessionId: uuid, points: pointCount }),
  z.object({ type: z.literal('fulfilment-set'), sessionId: uuid, method: fulfilmentMethod }),
]);
export type OperationBody = z.infer<typeof operationBody>;

/** The session that an operation is about; null for what is about the shop alone. */
export const sessionOf = (body: OperationBody): string | null =>
  'sessionId' in body ? body.sessionId : null;

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
