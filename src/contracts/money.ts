import { z } from 'zod';

/** ISO 4217 code, e.g. `INR`. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** Integer minor units (paise, cents); never a float. */
export const minorUnits = z.int();

export const money = z.object({ amount: minorUnits, currency: currencyCode });
export type Money = z.infer<typeof money>;

/** Digits after the decimal point of a currency by ISO 4217, as the runtime's CLDR data has them. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/**
 * Money for people, in the locale's own digits and grouping. Whole amounts drop the fraction (₹2,499, not ₹2,499.00).
 * The division is for display only: doubles are exact for amounts below 2^53 minor units.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = currencyDigits(currency);
  const whole = amount % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    // The sign on the price tag in every language: Spanish would write INR otherwise.
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: whole ? 0 : digits,
  }).format(amount / 10 ** digits);
}
