import { z } from 'zod';
import { instant, language } from './primitives.ts';
import { cartLine } from './session.ts';

/** As many lines as a bag can have. */
const maximumLines = 30;
const word = z.string().min(1).max(64);

/** What of a session may be opened without the hub: what was chosen, and nothing of whoever chose it. */
export const bareSession = z.strictObject({
  language,
  cart: z.array(cartLine).max(maximumLines).readonly(),
  /** Usual size by product type or family, e.g. `{ Kurta: 'M' }`. */
  sizes: z.record(word, word),
  colours: z.array(word).max(50).readonly(),
});
export type BareSession = z.infer<typeof bareSession>;

/** A shopper who may come to a shop, as its kiosks keep them: unreadable without the code on the shopper's phone. */
export const expectedVisitor = z.object({
  /** Made from the code, which it does not tell. */
  lookupId: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  /** `bareSession` under a key made from the code (AES-256-GCM), base64url. */
  sealed: z.string().regex(/^[A-Za-z0-9_-]{38,20000}$/),
  expiresAt: instant,
});
export type ExpectedVisitor = z.infer<typeof expectedVisitor>;
