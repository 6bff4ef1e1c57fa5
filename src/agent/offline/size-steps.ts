import { normalise } from './normalise.ts';

/** Words for the next size up or down, as `normalise` leaves them, and a token for each. */
const steps: readonly (readonly [token: string, pattern: RegExp])[] = (
  [
    [
      'sizeup',
      `(?:a|one|the next) size (?:up|bigger|larger)|size up|(?:a |one )?(?:bigger|larger|next) size|(?:ek |एक )?(?:size|साइज) (?:bada|badi|upar|बड़ा|बड़ी|ऊपर)|(?:ek |thoda |एक |थोड़ा )?(?:bada|badi|bade|बड़ा|बड़ी|बड़े)(?: wala| वाला)? (?:size|साइज)|(?:una |la )?(?:talla|numero) (?:mas(?: grande| arriba)?|mayor|superior|siguiente)|(?:una |un )?(?:talla|numero) mas grande|siguiente talla|مقاس (?:واحد )?(?:اكبر|اعلي|اكبر منه)|(?:المقاس|قياس|نمره) (?:الاكبر|اكبر)|اكبر بمقاس|(?:مقاس )?اكبر مقاس واحد`,
    ],
    [
      'sizedown',
      `(?:a|one) size (?:down|smaller)|size down|(?:a |one )?smaller size|(?:ek |एक )?(?:size|साइज) (?:chhota|chhoti|neeche|niche|छोटा|छोटी|नीचे)|(?:ek |thoda |एक |थोड़ा )?(?:chhota|chhoti|chhote|छोटा|छोटी|छोटे)(?: wala| वाला)? (?:size|साइज)|(?:una |la )?(?:talla|numero) (?:menos|menor|inferior|mas abajo|mas pequena|mas chica|mas pequeno|mas chico)|talla anterior|مقاس (?:واحد )?(?:اصغر|اقل|اصغر منه)|(?:المقاس|قياس|نمره) (?:الاصغر|اصغر)|اصغر بمقاس`,
    ],
  ] as const
).map(([token, words]) => [token, new RegExp(String.raw`(?<= |^)(?:${normalise(words)})(?= |$)`, 'gu')]);

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
