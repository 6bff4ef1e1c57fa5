/** Words for the next size up or down, as `normalise` leaves them, and a token for each. */
const steps: readonly (readonly [token: string, pattern: RegExp])[] = [
  [
    'sizeup',
    /(?<= |^)(?:(?:a|one|the next) size (?:up|bigger|larger)|size up|(?:a |one )?(?:bigger|larger|next) size|ek size (?:bada|badi|upar)|(?:bada|badi) size|एक (?:साइज़|साइज) (?:बड़ा|बड़ी|ऊपर)|(?:बड़ा|बड़ी) (?:साइज़|साइज)|una talla (?:mas(?: grande)?|mayor)|talla mas grande|مقاسا? اكبر)(?= |$)/gu,
  ],
  [
    'sizedown',
    /(?<= |^)(?:(?:a|one) size (?:down|smaller)|size down|(?:a |one )?smaller size|ek size (?:chhota|chota|chhoti|neeche)|(?:chhota|chota|chhoti) size|एक (?:साइज़|साइज) (?:छोटा|छोटी|नीचे)|(?:छोटा|छोटी) (?:साइज़|साइज)|una talla (?:menos|menor|mas pequena)|talla mas pequena|مقاسا? اصغر)(?= |$)/gu,
  ],
];

const stepOf: Readonly<Record<string, 1 | -1>> = { sizeup: 1, sizedown: -1 };

/** `one a size up` with a token in place of the words. */
export const markSizeSteps = (text: string): string =>
  steps.reduce((marked, [token, pattern]) => marked.replace(pattern, token), text);

export const sizeStepOf = (tokens: readonly string[]): 1 | -1 | undefined =>
  tokens.map((token) => stepOf[token]).find((step) => step !== undefined);

export const isSizeStep = (token: string): boolean => stepOf[token] !== undefined;

/** The size next to one, in the order in which a piece comes; undefined at the end of the row. */
export function stepFrom(
  sizes: readonly string[],
  size: string | null | undefined,
  step: 1 | -1,
): string | undefined {
  const index = sizes.findIndex((one) => one.toLowerCase() === size?.toLowerCase());
  return index < 0 ? undefined : sizes[index + step];
}
