import { z } from 'zod';

/** ISO 4217 code, e.g. `INR`. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/);

/** Integer minor units (paise, cents); never a float. */
export const minorUnits = z.int();

export const money = z.object({ amount: minorUnits, currency: currencyCode });
export type Money = z.infer<typeof money>;

/** To make one takes thirty times as long as to use it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string, digits?: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    // The sign on the price tag in every language: Spanish would write INR otherwise.
    currencyDisplay: 'narrowSymbol',
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });
  formatters.set(key, made);
  return made;
}

/** Digits after the decimal point of a currency by ISO 4217, as the runtime's CLDR data has them. */
export const currencyDigits = (currency: string): number =>
  formatter('en', currency).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Money for people, in the locale's own digits and grouping. Whole amounts drop the fraction (₹2,499, not ₹2,499.00).
 * The division is for display only: doubles are exact for amounts below 2^53 minor units.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const digits = currencyDigits(currency);
  const whole = amount % 10 ** digits === 0;
  return formatter(locale, currency, whole ? 0 : digits).format(amount / 10 ** digits);
}
