import { fail, type Result, succeed } from '../../contracts/result.ts';

/** More units of one variant in one shop than this are a typing error. */
const maximumUnits = 1_000_000;

/**
 * Units on hand; null for 'not stocked' and for an empty cell. Shopify counts below zero when it has sold more than it had:
 * there is nothing on the rail then, so it is 0.
 */
export function parseQuantity(text: string): Result<number | null> {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.toLowerCase() === 'not stocked') return succeed(null);
  if (!/^-?\d{1,9}$/.test(trimmed)) {
    return fail('invalid', `'${trimmed.slice(0, 40)}' is not a number of units: write a whole number`);
  }
  const units = Number(trimmed);
  if (units > maximumUnits) return fail('invalid', `'${trimmed}' is more units than a shop can hold`);
  return succeed(Math.max(0, units));
}
