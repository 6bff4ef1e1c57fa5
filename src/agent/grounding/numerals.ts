import { multiplierOf, spokenNumbers } from './number-words.ts';

/** A number in a normalised text. */
export interface Numeral {
  /** As it can be read, with `thousand` and its like counted in; several where `1.500` is one and a half or fifteen hundred. */
  readonly values: readonly number[];
  readonly start: number;
  readonly end: number;
  /** Letters and digits in one, e.g. `mg-10482`, `b4`, `2xl`: a name, not an amount. */
  readonly code?: string;
  readonly doubtful?: boolean;
}

/** Letters that may stand right before or behind digits without making a name of them. */
const glued =
  /^(?:rs|inr|usd|eur|aed|x|no|size|talla|eu|uk|us|ब|ب|ل|و|ك|في|k|cr|lakhs?|lacs?|mil|km|kms|m|cm|kg|g|min|mins|h|hr|hrs|am|pm|st|nd|rd|th|pcs|pts?|off|rupees?|rupias?|euros?|रु|रुपये|रुपए|बजे|मिनट|में|का|की|के|से|पर|تا|روبيه|دقيقه|كم)$/u;

const codePattern =
  /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*-?\d[\p{L}\p{M}\d-]*|\d+[\p{L}\p{M}][\p{L}\p{M}\d]*/gu;

/** Names made of letters and digits in a normalised text. */
export function codesIn(text: string): readonly Numeral[] {
  return [...text.matchAll(codePattern)].flatMap(({ 0: code, index }) => {
    const letters = code.match(/[\p{L}\p{M}]+/gu) ?? [];
    const digits = code.match(/\d+/gu) ?? [];
    if (digits.length === 1 && letters.length === 1 && glued.test(letters[0])) return [];
    return [{ code: code.replace(/-+$/u, ''), values: [], start: index, end: index + code.length }];
  });
}

/** All numbers of a normalised text, in figures, words or both, in the order in which they stand. */
export function numeralsIn(text: string): readonly Numeral[] {
  const codes = codesIn(text);
  const isFree = (start: number, end: number) =>
    codes.every((code) => end <= code.start || start >= code.end);
  const written = [...text.matchAll(/\d+⁄\d+|\d+(?:[.,]\d+)*/gu)]
    .map(({ 0: figure, index }) => withMultiplier(text, index, figure))
    .filter(({ start, end }) => isFree(start, end));
  const spoken = spokenNumbers(text)
    .filter(
      ({ start, end }) => isFree(start, end) && written.every((one) => end <= one.start || start >= one.end),
    )
    .map(({ value, ...where }): Numeral => ({ values: [value], ...where }));
  return [...codes, ...written, ...spoken].sort((left, right) => left.start - right.start);
}

/** `2`, `2k`, `1.5 lakh`, `2 hundred thousand`. */
function withMultiplier(text: string, start: number, figure: string): Numeral {
  let values = readings(figure);
  let end = start + figure.length;
  for (;;) {
    const next = /^[\s-]?([\p{L}\p{M}]+)/u.exec(text.slice(end));
    const factor = multiplierOf(next?.[1] ?? '');
    if (next === null || factor === undefined) return { values, start, end };
    values = values.map((value) => value * factor);
    end += next[0].length;
  }
}

/** Both ways to group and to point: `2,499.50`, `2.499,50`, `1,59,900`. A point or comma before three digits groups. */
function readings(figure: string): readonly number[] {
  const [above = '', below] = figure.split('⁄');
  if (below !== undefined) return [Number(above) / Number(below)];
  if (/^\d+$/u.test(figure)) return [Number(figure)];
  const read: number[] = [];
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d{1,2})?$/u.test(figure))
    read.push(Number(figure.replace(/,/gu, '')));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/u.test(figure)) {
    read.push(Number(figure.replace(/\./gu, '').replace(',', '.')));
  }
  if (/^\d+[.,]\d{1,2}$/u.test(figure)) read.push(Number(figure.replace(',', '.')));
  // What cannot be read as an amount is known by none.
  return read.length === 0 ? [Number.NaN] : read;
}
