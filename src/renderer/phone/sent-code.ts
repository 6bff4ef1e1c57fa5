import type { Country } from './countries.ts';

/** A one-time code that is on its way to a phone. */
export interface SentCode {
  readonly requestId: string;
  readonly expiresAt: string;
  readonly digits: string;
  readonly country: Country;
}
