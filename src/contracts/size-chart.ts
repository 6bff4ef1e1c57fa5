import { z } from 'zod';

/** Where a body is measured. `foot` is heel to toe; `height` is that of the whole body, for children. */
export const bodyMeasure = z.enum(['chest', 'waist', 'hips', 'foot', 'height']);
export type BodyMeasure = z.infer<typeof bodyMeasure>;

/** Millimetres of a body, 5 cm to 2.5 m. */
export const millimetres = z.int().min(50).max(2500);

/** Which bodies each size of a product is made for, as its maker says it. */
export const sizeChart = z.object({
  measures: z
    .array(
      z.object({
        of: bodyMeasure,
        /** From the smallest size to the largest. `from` and `to` are both inside. */
        sizes: z
          .array(z.object({ size: z.string().min(1).max(40), from: millimetres, to: millimetres }))
          .min(1)
          .readonly(),
      }),
    )
    .min(1)
    .readonly(),
});
export type SizeChart = z.infer<typeof sizeChart>;
