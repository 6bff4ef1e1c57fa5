import { z } from 'zod';
import { agentEvent } from './agent-event.ts';
import { product, productSummary, searchQuery, searchResult, variant, vocabulary } from './catalogue.ts';
import { floorTaskView, stockCount } from './floor.ts';
import { minorUnits } from './money.ts';
import { loyalty, offer } from './offer.ts';
import { correctionReason, floorStep, shownUnits, units } from './operation.ts';
import { order } from './order.ts';
import { payment } from './payment.ts';
import { handle, instant, language, lineQuantity, sku, uuid } from './primitives.ts';
import { reservationView } from './reservation.ts';
import { resultOf } from './result.ts';
import { cartView, sessionView } from './session.ts';
import { nearbyStock, stockFigure, store } from './store.ts';

/** Sync as a screen needs it: how far the first one is, and how old the stock is when the hub is silent. */
export const syncStatus = z.object({
  hub: z.enum(['connected', 'unreachable', 'unpaired']),
  phase: z.enum(['never', 'first-sync', 'current']),
  /** 0 to 1 during the first sync. */
  progress: z.number().min(0).max(1),
  /** When the last checkpoint was stored; null before the first. */
  syncedAt: instant.nullable(),
  /** Operations that the hub has not confirmed yet. */
  pendingOperations: z.int().nonnegative(),
});
export type SyncStatus = z.infer<typeof syncStatus>;

export const kioskState = z.object({
  /** Null before the first sync. */
  store: store.nullable(),
  brand: z.object({ name: z.string() }),
  sync: syncStatus,
  session: sessionView.nullable(),
  /** Idle time in milliseconds before 'Still there?', and how long that waits. */
  idle: z.object({ afterMs: z.int(), warnMs: z.int() }),
});
export type KioskState = z.infer<typeof kioskState>;

/** The kiosk's own store, as staff need to know of it. */
export const storageHealth = z.object({
  /** `damaged` shows when a file breaks while it is in use: the next start saves what can be read of it. */
  state: z.enum(['well', 'full', 'read-only', 'failing', 'busy', 'damaged']),
  /** When that began; null when all is well. */
  since: instant.nullable(),
  /** The last time that the store was damaged and made anew, with what became of operations that the hub had not heard. */
  restored: z
    .object({ at: instant, operations: z.int().nonnegative(), lost: z.int().nonnegative() })
    .nullable(),
  /** When the store was last copied, before an update. */
  backupAt: instant.nullable(),
});
export type StorageHealth = z.infer<typeof storageHealth>;

export const staffHealth = z.object({
  planner: z.enum(['llm', 'offline']),
  version: z.string(),
  runtime: z.string(),
  deviceId: z.string().nullable(),
  hubAddress: z.string(),
  sync: syncStatus,
  storage: storageHealth,
  diskFreeBytes: z.int().nullable(),
  camera: z.enum(['working', 'missing', 'untried']),
  refusedOperations: z.array(
    z.object({ operationId: uuid, type: z.string(), at: instant, reason: z.string(), advice: z.string() }),
  ),
});
export type StaffHealth = z.infer<typeof staffHealth>;

export const sessionEndReason = z.enum(['shopper', 'idle', 'staff', 'crash']);

const nothing = z.object({});

/** Of a staff session: opened by the PIN, over when the page is left or nobody touches it for a minute. */
const token = uuid;

/** Calls: the renderer asks, main answers with a `Result`. Every name is an allow-listed channel. */
export const kioskCalls = {
  'kiosk.state': { request: nothing, response: resultOf(kioskState) },
  'session.scan': {
    /** What a camera or wedge scanner read: a hand-over link, a product barcode, or anything else. */
    request: z.object({ text: z.string().min(1).max(2048) }),
    response: resultOf(
      z.discriminatedUnion('found', [
        z.object({ found: z.literal('session'), session: sessionView }),
        z.object({ found: z.literal('product'), handle, sku }),
      ]),
    ),
  },
  'session.request-code': {
    /** `phone` as typed; `country` is ISO 3166 alpha-2. */
    request: z.object({ phone: z.string().max(32), country: z.string().length(2) }),
    response: resultOf(z.object({ requestId: uuid, expiresAt: instant })),
  },
  'session.verify-code': {
    request: z.object({ requestId: uuid, code: z.string().max(12) }),
    response: resultOf(sessionView),
  },
  /** Without network: the pickup code as typed. */
  'session.open-pickup': {
    request: z.object({ code: z.string().max(16) }),
    response: resultOf(sessionView),
  },
  'session.start-guest': { request: z.object({ language }), response: resultOf(sessionView) },
  'session.set-language': { request: z.object({ language }), response: resultOf(sessionView) },
  'session.end': { request: z.object({ reason: sessionEndReason }), response: resultOf(nothing) },
  /** The shopper touched the screen: starts the idle time anew. */
  'session.touch': { request: nothing, response: resultOf(nothing) },
  'catalogue.search': { request: searchQuery, response: resultOf(searchResult) },
  'catalogue.vocabulary': { request: nothing, response: resultOf(vocabulary) },
  'catalogue.product': {
    request: z.object({ handle }),
    response: resultOf(
      z.object({
        product,
        /** One figure for each variant, in this shop. */
        stock: z.array(stockFigure),
        completeTheLook: z.array(productSummary),
      }),
    ),
  },
  'catalogue.variant-by-barcode': { request: z.object({ barcode: z.string() }), response: resultOf(variant) },
  'catalogue.recommend': {
    request: z.object({ limit: z.int().min(1).max(24) }),
    response: resultOf(z.array(productSummary)),
  },
  'stock.nearby': { request: z.object({ sku }), response: resultOf(z.array(nearbyStock)) },
  'cart.set-line': { request: z.object({ sku, quantity: lineQuantity }), response: resultOf(cartView) },
  'cart.apply-offer': {
    request: z.object({ code: z.string().max(40).nullable() }),
    response: resultOf(cartView),
  },
  'benefits.read': {
    request: nothing,
    response: resultOf(
      z.object({
        loyalty: loyalty.nullable(),
        offers: z.array(z.object({ offer, saves: minorUnits, reason: z.string().nullable() })),
      }),
    ),
  },
  'orders.list': { request: nothing, response: resultOf(z.array(order)) },
  'reservation.make': {
    request: z.object({ sku, quantity: lineQuantity.min(1) }),
    response: resultOf(reservationView),
  },
  'reservation.cancel': { request: z.object({ reservationId: uuid }), response: resultOf(reservationView) },
  'payment.create': { request: nothing, response: resultOf(payment) },
  'payment.status': { request: nothing, response: resultOf(payment) },
  'payment.cancel': { request: nothing, response: resultOf(payment) },
  'payment.send': { request: nothing, response: resultOf(nothing) },
  /** Starts a turn; its steps arrive as `agent-stepped` events with the same turn id. */
  'agent.say': {
    request: z.object({ turnId: uuid, text: z.string().min(1).max(1000) }),
    response: resultOf(nothing),
  },
  'agent.answer': {
    request: z.object({ turnId: uuid, confirmationId: z.string(), accepted: z.boolean() }),
    response: resultOf(nothing),
  },
  'agent.cancel': { request: z.object({ turnId: uuid }), response: resultOf(nothing) },
  'associate.call': { request: z.object({ reason: z.string().max(200) }), response: resultOf(nothing) },
  'staff.enter': {
    request: z.object({ pin: z.string().max(12) }),
    response: resultOf(z.object({ token })),
  },
  'staff.leave': { request: z.object({ token }), response: resultOf(nothing) },
  /** An associate touched the page: starts the minute anew. */
  'staff.touch': { request: z.object({ token }), response: resultOf(nothing) },
  'staff.health': { request: z.object({ token }), response: resultOf(staffHealth) },
  /** Trials of this shop to pick, hand over or put back, by number. */
  'staff.tasks': { request: z.object({ token }), response: resultOf(z.array(floorTaskView)) },
  'staff.advance': {
    request: z.object({ token, reservationId: uuid, to: floorStep }),
    response: resultOf(nothing),
  },
  'staff.find-piece': {
    /** A barcode as scanned, or a barcode or SKU as typed. */
    request: z.object({ token, text: z.string().min(1).max(2048) }),
    response: resultOf(stockCount),
  },
  /** Answers with the figure after it. */
  'staff.correct': {
    request: z.object({ token, sku, counted: units, shown: shownUnits, reason: correctionReason }),
    response: resultOf(stockCount),
  },
  /** What the renderer saw of the camera, for the health page. */
  'staff.camera-seen': { request: z.object({ working: z.boolean() }), response: resultOf(nothing) },
} as const;
export type KioskCalls = typeof kioskCalls;
export type KioskCall = keyof KioskCalls;
export type KioskRequest<C extends KioskCall> = z.input<KioskCalls[C]['request']>;
export type KioskResponse<C extends KioskCall> = z.output<KioskCalls[C]['response']>;

/** Events: main tells, the renderer projects. */
export const kioskEvents = {
  'session-changed': z.object({ session: sessionView.nullable() }),
  'session-ended': z.object({ reason: sessionEndReason }),
  'sync-changed': z.object({ sync: syncStatus }),
  'store-changed': z.object({ store }),
  'stock-changed': z.object({ skus: z.array(sku) }),
  /** Something about the trials of this shop, made here or elsewhere. */
  'floor-changed': nothing,
  'agent-stepped': z.object({ turnId: uuid, step: agentEvent }),
} as const;
export type KioskEvents = typeof kioskEvents;
export type KioskEvent = keyof KioskEvents;
export type KioskEventPayload<E extends KioskEvent> = z.output<KioskEvents[E]>;

/** What the preload script puts on `window.aisle`. Product pictures come from `aisle-image://` (see `imageUrl`). */
export interface KioskBridge {
  call<C extends KioskCall>(name: C, request: KioskRequest<C>): Promise<KioskResponse<C>>;
  on<E extends KioskEvent>(name: E, listener: (payload: KioskEventPayload<E>) => void): () => void;
}

/** URL of a product picture for an `<img>` in the kiosk; main draws, caches or fetches it. */
export const imageUrl = (source: string): string => `aisle-image://picture/${encodeURIComponent(source)}`;
