/** Bounds in minor units, both inclusive. */
export interface PriceRange {
  readonly minimum?: number;
  readonly maximum?: number;
}

const sign = String.raw`(?:₹ ?|rs ?|inr ?|\$ ?|€ ?|£ ?)?`;
const unit = String.raw`(?: ?(?:rupees?|rs|inr|bucks|\/-|₹|रुपये|रुपए|rupaye|rupias?|روبيه)(?= |$))?`;
const thousand = String.raw`( ?k(?= |$)| (?:thousand|hazaar|hazar|hajar|हजार|हज़ार|mil|الف|الاف)(?= |$))?`;
const amount = String.raw`${sign}(\d[\d,]*(?:\.\d+)?)${thousand}${unit}`;

const forms: readonly (readonly [kind: 'between' | 'maximum' | 'minimum' | 'around', pattern: RegExp])[] = [
  [
    'between',
    new RegExp(
      String.raw` (?:between|from|entre|desde|de|بين|من) ${amount} (?:and|to|till|y|a|hasta|aur|और|و|الي) ?${amount}(?= |$)`,
      'u',
    ),
  ],
  [
    'between',
    new RegExp(
      String.raw` ${amount} ?(?:to|-|–|se|से|a|الي) ?${amount}(?: (?:ke beech|के बीच|tak|तक))?(?= |$)`,
      'u',
    ),
  ],
  ['between', new RegExp(String.raw` ${amount} (?:and|aur|और) ${amount} (?:ke beech|के बीच)(?= |$)`, 'u')],
  [
    'maximum',
    new RegExp(
      String.raw` (?:under|below|less than|upto|up to|within|max|maximum|at most|not more than|no more than|cheaper than|<|(?:my )?budget(?: is| of)?|menos de|hasta|por debajo de|maximo|bajo|اقل من|تحت|حتي|ب?حدود) ${amount}(?= |$)`,
      'u',
    ),
  ],
  [
    'maximum',
    new RegExp(
      String.raw` ${amount} (?:se kam|ke andar|ke niche|ke neeche|tak|से कम|के अंदर|के नीचे|तक|or less|or under|max|budget|o menos|او اقل)(?= |$)`,
      'u',
    ),
  ],
  [
    'minimum',
    new RegExp(
      String.raw` (?:over|above|more than|at least|starting (?:at|from)|from|>|minimum|mas de|desde|por encima de|اكثر من|فوق) ${amount}(?= |$)`,
      'u',
    ),
  ],
  [
    'minimum',
    new RegExp(
      String.raw` ${amount} (?:se zyada|se jyada|se upar|से ज्यादा|से ज़्यादा|से ऊपर|or more|and above|o mas)(?= |$)`,
      'u',
    ),
  ],
  [
    'around',
    new RegExp(
      String.raw` (?:around|about|approx|approximately|roughly|near|lagbhag|करीब|लगभग|alrededor de|cerca de|unos|حوالي|نحو) ${amount}(?= |$)`,
      'u',
    ),
  ],
  [
    'around',
    new RegExp(
      String.raw` ${amount} (?:ke aas ?paas|ke aaspaas|ke karib|के आसपास|के आस पास|के करीब)(?= |$)`,
      'u',
    ),
  ],
];

/** An amount that says itself that it is money. */
const bare = new RegExp(
  String.raw` (?:(?:₹|rs|inr|\$|€|£) ?(\d[\d,]*(?:\.\d+)?)${thousand}|(\d[\d,]*(?:\.\d+)?)( ?k)(?= |$)|(\d[\d,]*(?:\.\d+)?)${thousand} ?(?:rupees?|rs|inr|bucks|\/-|रुपये|रुपए|rupaye|rupias?|روبيه))(?= |$)`,
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
  const padded = ` ${text}`;
  for (const [kind, pattern] of forms) {
    const match = pattern.exec(padded);
    if (match === null) continue;
    const [, first = '', firstThousand, second, secondThousand] = match;
    const high = second === undefined ? undefined : minorUnits(second, secondThousand, digits);
    // In `1 to 2k` the thousand belongs to both.
    const shared =
      firstThousand ?? (Number(first.replace(/,/gu, '')) < leastPrice ? secondThousand : undefined);
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

/** Digits only, no floats: `1.5` with a thousand and two decimals is 1500 and two zeros. */
function minorUnits(number: string, thousands: string | undefined, digits: number): number {
  const [whole = '0', fraction = ''] = number.replace(/,/gu, '').split('.');
  const scale = digits + (thousands === undefined ? 0 : 3);
  return Number(`${whole}${fraction.slice(0, scale).padEnd(scale, '0')}`);
}
