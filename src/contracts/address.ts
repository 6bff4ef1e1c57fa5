import { z } from 'zod';

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}<>]*$/u, 'Letters, digits and signs of an address only');

/** Where something is sent. Personal: kept at the hub, never on a kiosk, never in a log. */
export const address = z.object({
  recipient: line(80).optional().describe('Who receives it; left out where it stays the same.'),
  street: line(160).describe('House or flat, street, and what helps to find it.'),
  city: line(80),
  region: line(80).optional().describe('State or province.'),
  postalCode: z
    .string()
    .trim()
    .regex(/^(?=.*\d)[\p{L}\d][\p{L}\d -]{2,10}$/u, 'A postal code such as 500034')
    .describe('As it is written on letters, e.g. 500034.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, such as IN')
    .optional()
    .describe('ISO 3166 alpha-2; left out: the shop’s own.'),
});
export type Address = z.infer<typeof address>;

/** Where what is paid for is sent: labels want a name. */
export const deliveryAddress = address.required({ recipient: true });
export type DeliveryAddress = z.infer<typeof deliveryAddress>;

/** On one line, as people write it. */
export const addressLine = ({ recipient, street, city, region, postalCode, country }: Address): string =>
  [recipient, street, `${city} ${postalCode}`, region, country].filter(Boolean).join(', ');
