/** Bounds in minor units, both inclusive. */
export interface PriceRange {
  readonly minimum?: number;
  readonly maximum?: number;
}

const sign = String.raw`(?:₹ ?|rs ?|inr ?|\$ ?|€ ?|£ ?)?`;
const unit = String.raw`(?: ?(?:rupees?|rs|inr|bucks|\/-|₹|रुपये|रुपए|rupaye|rupias?|روبيه)(?= |$))?`;
const thousand =
  String.raw`( ?k(?= |$)| (?:thousand|hazaar|hazar|hajar|हजार|हज़ार|mil|الف|الاف)(?= |$))?`.normalize('NFC');
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
      String.raw` (?:under|below|less than|(?:nothing|not|no|never|none) (?:over|above|beyond|more than)|upto|up to|within|max|maximum|at most|not more than|no more than|cheaper than|<|(?:my )?budget(?: is| of)?|menos de|hasta|que no pasen? de|no mas de|como mucho|por debajo de|maximo|bajo|اقل من|تحت|حتي|ب?حدود) ${amount}(?= |$)`,
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

/** Words that stand beside an amount: none of them is a mistyped garment. */
export const priceWords: ReadonlySet<string> = new Set(
  'beech andar niche neeche kam zyada jyada upar tak lagbhag karib aas paas aaspaas budget hazaar hazar hajar thousand bucks rupias rupia mil'.split(
    ' ',
  ),
);

const spelledOut: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  ek: 1,
  do: 2,
  teen: 3,
  char: 4,
  chaar: 4,
  paanch: 5,
  panch: 5,
  chhah: 6,
  saat: 7,
  aath: 8,
  das: 10,
  एक: 1,
  दो: 2,
  तीन: 3,
  चार: 4,
  पाँच: 5,
  पांच: 5,
  छह: 6,
  सात: 7,
  आठ: 8,
  दस: 10,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  diez: 10,
  ثلاثه: 3,
  اربعه: 4,
  خمسه: 5,
  سته: 6,
  عشره: 10,
};
/** `five thousand`: only before a thousand is a number in words a price. */
const spelledThousands = new RegExp(
  ` (${Object.keys(spelledOut).join('|')}) (?=(?:thousand|hazaar|hazar|hajar|हजार|हज़ार|mil|الف|الاف)(?= |$))`.normalize(
    'NFC',
  ),
  'gu',
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
  const padded = ` ${text}`.replace(
    spelledThousands,
    (_words, word: string) => ` ${spelledOut[word] ?? word} `,
  );
  for (const [kind, pattern] of forms) {
    const match = pattern.exec(padded);
    if (match === null) continue;
    const [, first = '', firstThousand, second, secondThousand] = match;
    const high = second === undefined ? undefined : minorUnits(second, secondThousand, digits);
    // In `1 to 2k` the thousand belongs to both.
    const shared = firstThousand ?? (Number(ungrouped(first)) < leastPrice ? secondThousand : undefined);
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
