import { z } from 'zod';
import { handle } from './primitives.ts';
import { bodyMeasure } from './size-chart.ts';
import { stockFigure } from './store.ts';

const size = z.string();

/** Why a size is advised, or none. */
export const sizeReason = z.discriminatedUnion('kind', [
  /** The body's measure is one of this size in the maker's chart, or lies just below it, between two sizes. */
  z.object({ kind: z.literal('chart'), of: bodyMeasure, size }),
  z.object({ kind: z.literal('between'), of: bodyMeasure, size }),
  z.object({ kind: z.literal('outside'), of: bodyMeasure, end: z.enum(['smaller', 'larger']) }),
  /** The shopper bought this garment in the size before, and kept it or sent it back. */
  z.object({ kind: z.literal('kept'), size, title: z.string(), sameBrand: z.boolean() }),
  z.object({ kind: z.literal('returned'), size, title: z.string() }),
  /** The shopper said so, of this garment. */
  z.object({ kind: z.literal('preference'), size }),
  /** Worn in other garments only. */
  z.object({ kind: z.literal('other-garment'), size }),
]);
export type SizeReason = z.infer<typeof sizeReason>;

export const sizeAdvice = z.object({
  handle,
  title: z.string(),
  /** The size to try first; null where nothing speaks for one. */
  size: size.nullable(),
  sure: z.enum(['very', 'fairly', 'hardly', 'not']),
  reasons: z.array(sizeReason).readonly(),
  /** Measures of the body that would tell more, because the maker's chart has them. */
  missing: z.array(bodyMeasure).readonly(),
  /** What this shop has of each size, in the asked colour or in all. */
  figures: z.array(stockFigure.extend({ size: size.nullable(), colour: z.string().nullable() })).readonly(),
});
export type SizeAdvice = z.infer<typeof sizeAdvice>;
