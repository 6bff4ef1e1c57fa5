import type { Preferences } from '../../contracts/session.ts';

/** Of a shopper who has not told us anything yet. */
export const emptyPreferences: Preferences = { sizes: {}, colours: [] };
