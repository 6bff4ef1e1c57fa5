import { z } from 'zod';
import { address } from './address.ts';
import { loyalty } from './offer.ts';
import { order } from './order.ts';
import { language, phoneNumber, uuid } from './primitives.ts';
import { preferences } from './session.ts';

/** A customer as the chain keeps one: at the hub only, never on a kiosk (see `customerGlimpse`). */
export const customer = z.object({
  customerId: uuid,
  name: z.string().min(1),
  phone: phoneNumber,
  language,
  loyalty,
  preferences,
  address: address.optional(),
});
export type Customer = z.infer<typeof customer>;

/** One line of a list of past orders, as `orders.json` of the sample shop has it. */
export const customerOrder = z.object({ customerId: uuid, order });
export type CustomerOrder = z.infer<typeof customerOrder>;
