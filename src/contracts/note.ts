import { z } from 'zod';
import { instant, lineQuantity, sku } from './primitives.ts';

/** Name of a worker, as its folder has it. */
export const workerName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
/** What a note is about, among those of its worker; e.g. a SKU. */
export const noteKey = z.string().min(1).max(64);
/** One line. */
const line = z.string().regex(/^\P{Cc}*$/u, 'One line, please.');

/** What a worker has to say about pieces of the bag, to whoever finishes the sale and packs. */
export const noteContent = z.object({
  /** What it is, in the shopper's language: `Gift wrap`. */
  title: line.min(1).max(60),
  /** The shopper's own words; may be empty. */
  text: line.max(300),
  /** Pieces that it is about. It counts as long as each of them is in the bag. */
  pieces: z
    .array(z.object({ sku, quantity: lineQuantity.min(1) }))
    .min(1)
    .max(30)
    .readonly(),
});
export type NoteContent = z.infer<typeof noteContent>;

/** As a session keeps it. */
export const sessionNote = z.object({
  worker: workerName,
  key: noteKey,
  /** When it was last changed. */
  at: instant,
  /** Null: taken back. Kept, so that an older change that comes later does not bring it back. */
  content: noteContent.nullable(),
});
export type SessionNote = z.infer<typeof sessionNote>;

/** As it is shown with a bag or an order. */
export const bagNote = noteContent.extend({ worker: workerName, key: noteKey });
export type BagNote = z.infer<typeof bagNote>;
