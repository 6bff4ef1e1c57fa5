/** Countries offered for a phone number, the shop's own first; `group` is how its digits are usually spaced. */
export const countries = [
  { code: 'IN', dial: '91', group: [5, 5], length: 10 },
  { code: 'AE', dial: '971', group: [2, 3, 4], length: 9 },
  { code: 'ES', dial: '34', group: [3, 3, 3], length: 9 },
  { code: 'GB', dial: '44', group: [4, 6], length: 10 },
  { code: 'US', dial: '1', group: [3, 3, 4], length: 10 },
] as const;

export type Country = (typeof countries)[number];

export const maximumDigits = 14;

const spaced = (text: string, group: readonly number[]): string => {
  const parts: string[] = [];
  let rest = text;
  for (const size of group) {
    if (!rest) break;
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...parts, rest].filter(Boolean).join(' ');
};

/** What the screen shows of a number: dots for all digits but the one typed last. */
export function maskedWhileTyping(digits: string, country: Country): string {
  const masked = '•'.repeat(Math.max(0, digits.length - 1)) + digits.slice(-1);
  return spaced(masked, country.group);
}

/** Once typed, only the last two digits remain, so that the shopper can tell it from another number. */
export function maskedAfterTyping(digits: string, country: Country): string {
  return `+${country.dial} ${spaced('•'.repeat(Math.max(0, digits.length - 2)) + digits.slice(-2), country.group)}`;
}
