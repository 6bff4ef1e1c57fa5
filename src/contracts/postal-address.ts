import { z } from 'zod';

/** No control characters: a label is printed from it. */
const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(longest)
        .regex(/^[^\p{C}<>]+$/u),
    );

/** Where an order is sent. At the hub only, with the order; never on a kiosk. */
export const postalAddress = z.object({
  name: line(80),
  street: line(160),
  city: line(80),
  postcode: line(12).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{1,11}$/u)),
});
export type PostalAddress = z.infer<typeof postalAddress>;
