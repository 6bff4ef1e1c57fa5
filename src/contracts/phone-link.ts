import { z } from 'zod';
import { instant } from './primitives.ts';

/** Path of the link by which a session goes on in a phone's browser: 128 random bits in base64url, single use. */
export const phoneLinkPath = '/c/';
export const phoneLinkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** How a shopper goes on with the session on their own phone. */
export const phoneLink = z.object({
  /** To be scanned or typed. Of a guest's session it opens that; of a customer's it asks who they are. */
  url: z.url(),
  expiresAt: instant,
  /** One that opens the session by itself has gone to the customer's own phone. */
  sent: z.boolean(),
});
export type PhoneLink = z.infer<typeof phoneLink>;
