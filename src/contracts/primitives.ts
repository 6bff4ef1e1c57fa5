import { z } from 'zod';

/** A UTC instant, ISO 8601 with `Z`, e.g. `2026-11-22T14:02:00.000Z`. */
export const instant = z.iso.datetime();
/** UUID, version 7 where Aisle makes it: sorts by time, and is the idempotency key of what it names. */
export const uuid = z.uuid();
/** Stock keeping unit: the key of a variant. Chains reuse barcodes, not SKUs. */
export const sku = z.string().min(1).max(64);
/** URL-safe key of a product, as in Shopify's product CSV. */
export const handle = z.string().min(1).max(255);
/** Key of a shop, e.g. `hyd-banjara`. */
export const storeId = z.string().min(1).max(64);
/** E.164, e.g. `+919876543210`. */
export const phoneNumber = z.string().regex(/^\+[1-9]\d{6,14}$/);
/** At most this many units of one variant in a cart: a typing error, not a wish, lies beyond. */
export const maximumLineQuantity = 20;
/** Units in a cart line; 0 removes the line. */
export const lineQuantity = z.int().min(0).max(maximumLineQuantity);

export const languages = ['en', 'hi', 'es', 'ar'] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;

/** Where the shopper is talking to us from. */
export const channel = z.enum(['web', 'whatsapp', 'kiosk', 'cli']);
export type Channel = z.infer<typeof channel>;

/** Crockford's base 32: no I, L, O or U, so that a code can be read out and typed. https://www.crockford.com/base32.html */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
