import { withDigits } from './spoken-numbers.ts';
import { thousands } from './words/number-words.ts';
import { alternatives, betweenWords, priceLeads, priceTails, priceUnits } from './words/price-words.ts';

/** Bounds in minor units, both inclusive. */
export interface PriceRange {
  readonly minimum?: number;
  readonly maximum?: number;
}

const sign = String.raw`(?:₹ ?|rs ?|inr ?|\$ ?|€ ?|£ ?)?`;
const unitWords = alternatives(priceUnits);
const unit = String.raw`(?: ?(?:${unitWords}|\/-|₹)(?= |$))?`;
const thousand = String.raw`( ?k(?= |$)| (?:${alternatives([...thousands].join(', '))})(?= |$))?`;
const amount = String.raw`${sign}(\d[\d,]*(?:\.\d+)?)${thousand}${unit}`;

const phrase = (text: string): RegExp => new RegExp(text, 'u');
const beforeAmount = (list: string): RegExp =>
  phrase(String.raw` (?:${alternatives(list)}) ${amount}(?= |$)`);
const afterAmount = (list: string): RegExp => phrase(String.raw` ${amount} (?:${alternatives(list)})(?= |$)`);

const forms: readonly (readonly [kind: 'between' | 'maximum' | 'minimum' | 'around', pattern: RegExp])[] = [
  [
    'between',
    phrase(
      String.raw` (?:${alternatives(priceLeads.between)}) ${amount} (?:${alternatives(betweenWords)}) ?${amount}(?= |$)`,
    ),
  ],
  [
    'between',
    phrase(
      String.raw` ${amount} ?(?:to|-|–|se|से|a|الي|ل|لين) ?${amount}(?: (?:${alternatives(priceTails.between)}|tak|तक))?(?= |$)`,
    ),
  ],
  [
    'between',
    phrase(String.raw` ${amount} (?:and|aur|और) ${amount} (?:${alternatives(priceTails.between)})(?= |$)`),
  ],
  ...(['maximum', 'minimum', 'around'] as const).flatMap(
    (kind) =>
      [
        [kind, beforeAmount(priceLeads[kind])],
        [kind, afterAmount(priceTails[kind])],
      ] as const,
  ),
];

/** An amount that says itself that it is money. */
const bare = new RegExp(
  String.raw` (?:(?:₹|rs|inr|\$|€|£) ?(\d[\d,]*(?:\.\d+)?)${thousand}|(\d[\d,]*(?:\.\d+)?)( ?k)(?= |$)|(\d[\d,]*(?:\.\d+)?)${thousand} ?(?:${unitWords}|\/-))(?= |$)`,
  'u',
);

/** Below this no piece is sold: `size 32 to 34` is no price. In major units. */
const leastPrice = 100;

/**
 * Takes price phrases out of a normalised text. `digits` are the currency's decimals. The first phrase counts.
 */
export function takePrices(
  text: string,
  digits: number,
): { readonly rest: string; readonly range: PriceRange } {
  const padded = ` ${withDigits(text)}`;
  for (const [kind, pattern] of forms) {
    const match = pattern.exec(padded);
    if (match === null) continue;
    const [, first = '', firstThousand, second, secondThousand] = match;
    const high = second === undefined ? undefined : minorUnits(second, secondThousand, digits);
    // In `1 to 2k` the thousand belongs to both.
    const small = Number(ungrouped(first)) < leastPrice;
    const told = high !== undefined && high % (1000 * 10 ** digits) === 0 ? 'thousand' : undefined;
    const shared = firstThousand ?? (small ? (secondThousand ?? told) : undefined);
    const low = minorUnits(first, shared, digits);
    if (low < leastPrice * 10 ** digits) continue;
    const rest = `${padded.slice(0, match.index)} ${padded.slice(match.index + match[0].length)}`.trim();
    return { rest, range: rangeOf(kind, low, high) };
  }
  const match = bare.exec(padded);
  if (match === null) return { rest: text, range: {} };
  const [, signed, signedThousand, short, shortThousand, named, namedThousand] = match;
  const maximum = minorUnits(
    signed ?? short ?? named ?? '0',
    signedThousand ?? shortThousand ?? namedThousand,
    digits,
  );
  const rest = `${padded.slice(0, match.index)} ${padded.slice(match.index + match[0].length)}`.trim();
  return maximum < leastPrice * 10 ** digits ? { rest: text, range: {} } : { rest, range: { maximum } };
}

function rangeOf(
  kind: 'between' | 'maximum' | 'minimum' | 'around',
  low: number,
  high: number | undefined,
): PriceRange {
  if (kind === 'maximum') return { maximum: low };
  if (kind === 'minimum') return { minimum: low };
  // 'Around' means a fifth more or less: wide enough to find, narrow enough to be meant.
  if (kind === 'around') return { minimum: Math.floor((low * 4) / 5), maximum: Math.ceil((low * 6) / 5) };
  const other = high ?? low;
  return { minimum: Math.min(low, other), maximum: Math.max(low, other) };
}

/** `2,000`, and `2.000` as it is written in Spanish. */
const ungrouped = (number: string): string =>
  (/^\d{1,3}(?:\.\d{3})+$/u.test(number) ? number.replace(/\./gu, '') : number).replace(/,/gu, '');

/** Digits only, no floats: `1.5` with a thousand and two decimals is 1500 and two zeros. */
function minorUnits(number: string, thousands: string | undefined, digits: number): number {
  const [whole = '0', fraction = ''] = ungrouped(number).split('.');
  const scale = digits + (thousands === undefined ? 0 : 3);
  return Number(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}`);
}
