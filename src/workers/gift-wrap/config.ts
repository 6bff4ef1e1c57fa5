import { z } from 'zod';
import file from './config.json';

const schema = z.strictObject({
  /** Products of this type, in the retailer's own words, are what a piece is wrapped in: sold and stocked as all others. */
  productType: z.string().min(1),
  /** Units of it that one piece takes. */
  wrapsPerPiece: z.int().min(1).max(5),
  /** Characters of the message to the recipient; a note has room for 300. */
  longestMessage: z.int().min(1).max(300),
});
export type GiftWrapConfig = z.infer<typeof schema>;

/** What stands in `config.json`. Throws, when the program starts, with the place of what does not fit. */
export function readConfig(value: unknown = file): GiftWrapConfig {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`src/workers/gift-wrap/config.json: ${z.prettifyError(parsed.error)}`);
}
