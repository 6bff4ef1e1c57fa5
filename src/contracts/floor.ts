import { z } from 'zod';
import { floorTask } from './feed.ts';
import { handle, instant, sku } from './primitives.ts';

/** What names a piece to whoever looks for it. */
const piece = z.object({
  title: z.string(),
  size: z.string().nullable(),
  colour: z.string().nullable(),
  image: z.string().nullable(),
  /** Rail or shelf. */
  location: z.string().nullable(),
});

/** Another piece of the list that this one is swapped with. */
const swap = floorTask.pick({ number: true, state: true }).extend({ size: z.string().nullable() });

/** A piece on the associates' list, as a screen shows it. */
export const floorTaskView = floorTask.extend({
  handle,
  ...piece.shape,
  /** What it is brought in place of; null where that is on the list no more. */
  inPlaceOf: swap.nullable(),
  /** What is brought in its place. */
  swappedFor: swap.nullable(),
});
export type FloorTaskView = z.infer<typeof floorTaskView>;

/** One variant of one shop, as whoever counts it must see it. */
export const stockCount = piece.extend({
  sku,
  /** Units that should be in the shop, the held ones among them; below zero where more have left than were known. */
  onHand: z.int(),
  /** Units under holds: at the fitting rooms, on the way there, or waiting for a payment. */
  held: z.int().nonnegative(),
  /** When the figure was true at its source. */
  asOf: instant,
});
export type StockCount = z.infer<typeof stockCount>;
