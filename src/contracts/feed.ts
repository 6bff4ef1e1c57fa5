import { z } from 'zod';
import { capsuleKey } from './capsule.ts';
import { product } from './catalogue.ts';
import { offer } from './offer.ts';
import { handle, instant, sku, storeId, uuid } from './primitives.ts';
import { isActive, reservation } from './reservation.ts';
import { store } from './store.ts';
import { storePolicy } from './store-policy.ts';
import { expectedVisitor } from './visitor.ts';

/** Stock of one variant in one shop as the hub holds it; rows of other shops carry no grant. */
export const stockRow = z.object({
  storeId,
  sku,
  onHand: z.int(),
  /** Units under holds that the hub has applied. */
  reserved: z.int().nonnegative(),
  /** Held back from promises. */
  safety: z.int().nonnegative(),
  location: z.string().nullable(),
  /** Units that the reading device may promise by itself, spent ones included; 0 for other shops. */
  granted: z.int().nonnegative(),
  /** Units of that grant that are under holds which the hub has applied. */
  spent: z.int().nonnegative(),
  /** Units of the grant that the hub would like back, because someone waits for them. */
  recall: z.int().nonnegative(),
  asOf: instant,
});
export type StockRow = z.infer<typeof stockRow>;

/** A piece that waits for trial in one shop, for whoever picks, hands over and puts back; nothing of the shopper. */
export const floorTask = reservation.pick({
  reservationId: true,
  storeId: true,
  sku: true,
  quantity: true,
  number: true,
  fittingRoom: true,
  state: true,
  createdAt: true,
  expiresAt: true,
  pickedAt: true,
  replaces: true,
});
export type FloorTask = z.infer<typeof floorTask>;

/** Whether someone has to do something about it: pick it, hand it over, or put it back. */
export const isOpenTask = ({ state, pickedAt }: Pick<FloorTask, 'state' | 'pickedAt'>): boolean =>
  isActive({ state }) || ((state === 'cancelled' || state === 'expired') && pickedAt !== null);

/**
 * How long the device's rights are good for, from the moment it sent the request: `remainingMs` null is without end (tills), 0
 * is not at all. The number goes up when the hub has taken rights back; promises made under an older one are over.
 */
export const lease = z.object({
  number: z.int().positive(),
  remainingMs: z.int().nonnegative().nullable(),
});
export type Lease = z.infer<typeof lease>;

/**
 * One NDJSON line of a feed. A reader starts with `begin`, applies rows, and commits rows and cursor together at each
 * `checkpoint`; the stream ends with a checkpoint whose `complete` is true. `snapshot` means: what is not in it is gone.
 * A snapshot that broke off goes on as its `rest` after the cursor of its last checkpoint: what came before still counts, and
 * what has gone since is said.
 */
export const feedLine = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('begin'),
    mode: z.enum(['snapshot', 'rest', 'delta']),
    /** Changes when the hub was restored from a backup; cursors of another epoch mean nothing. */
    epoch: uuid,
    /** Rows to come, for progress; an estimate. */
    rows: z.int().nonnegative(),
    lease,
  }),
  z.object({ type: z.literal('store'), store }),
  z.object({ type: z.literal('product'), product }),
  z.object({ type: z.literal('product-removed'), handle }),
  z.object({ type: z.literal('stock'), row: stockRow }),
  /** Of the reading device's own shop; one with nothing left to do about it is to be forgotten. */
  z.object({ type: z.literal('floor-task'), task: floorTask }),
  z.object({ type: z.literal('offer'), offer }),
  z.object({ type: z.literal('offer-removed'), code: z.string() }),
  /** All keys that capsules may be signed with from now on; what is not among them is not trusted any more. */
  z.object({ type: z.literal('capsule-keys'), keys: z.array(capsuleKey).readonly() }),
  z.object({ type: z.literal('store-policy'), policy: storePolicy }),
  /** Of the reading device's shop only. */
  z.object({ type: z.literal('visitor'), visitor: expectedVisitor }),
  /** They came, or will not. */
  z.object({ type: z.literal('visitor-removed'), lookupId: z.string() }),
  z.object({
    type: z.literal('checkpoint'),
    cursor: z.string(),
    /** Last operation of the reading device that these rows include. */
    appliedSequence: z.int().nonnegative(),
    complete: z.boolean(),
  }),
]);
export type FeedLine = z.infer<typeof feedLine>;
