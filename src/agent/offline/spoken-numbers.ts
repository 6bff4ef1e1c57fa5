import {
  hundreds,
  joins,
  rangeWords,
  tens,
  thanked,
  thousands,
  units,
  wholes,
} from './words/number-words.ts';

/** A number in words, and how many tokens it took. */
interface Spoken {
  readonly value: number;
  /** What was counted last: 1000 in `two thousand`. */
  readonly scale: number;
  readonly length: number;
}

/**
 * Numbers that are said in words, with a hundred or a thousand in them, as digits: `dos mil quinientos` as 2500, `dhai hazaar` as 2500,
 * `الف وخمسميه` as 1500. Smaller ones are left: they count pieces.
 */
export function withDigits(text: string): string {
  const tokens = text.split(' ');
  const said: string[] = [];
  for (let index = 0; index < tokens.length; ) {
    // In `1-2 hazaar` the thousand is no number of its own.
    const counted = /^[\d₹$€£]/u.test(tokens[index - 1] ?? '');
    const number = counted && thousands.has(tokens[index] ?? '') ? undefined : numberAt(tokens, index);
    const token = tokens[index] ?? '';
    if (number !== undefined) {
      said.push(...(isJoined(token) ? ['و'] : []), String(number.value));
      index += number.length;
    } else {
      // `Do se teen hazaar`: of the first only the digit is said.
      const opens = units.has(token) && rangeWords.has(tokens[index + 1] ?? '');
      said.push(opens && numberAt(tokens, index + 2) !== undefined ? String(units.get(token)) : token);
      index += 1;
    }
  }
  return said.join(' ');
}

/** Arabic writes `and` with the number after it. */
const isJoined = (token: string): boolean =>
  !isNumber(token) && token.startsWith('و') && isNumber(token.slice(1));
const bare = (token: string): string => (isJoined(token) ? token.slice(1) : token).replace(/^ل(?=الف)/u, '');
const isNumber = (token: string): boolean =>
  [units, wholes, tens].some((words) => words.has(token)) || hundreds.has(token) || thousands.has(token);

function numberAt(tokens: readonly string[], start: number): Spoken | undefined {
  let number = simpleAt(tokens, start);
  while (number !== undefined) {
    const end = start + number.length;
    const next = tokens[end] ?? '';
    const skipped = joins.has(next) ? 1 : 0;
    if (skipped === 0 && !isJoined(next)) break;
    const more = partAt(tokens, end + skipped);
    // `Between one thousand and two thousand` are two numbers.
    if (more === undefined || more.value >= number.scale) break;
    number = {
      value: number.value + more.value,
      scale: more.scale,
      length: number.length + skipped + more.length,
    };
  }
  return number;
}

/** One with a hundred or a thousand in it. */
function simpleAt(tokens: readonly string[], start: number): Spoken | undefined {
  const number = partAt(tokens, start);
  if (number === undefined || number.scale < 100) return undefined;
  return thanked.has(tokens[start + number.length] ?? '') ? undefined : number;
}

function partAt(tokens: readonly string[], start: number): Spoken | undefined {
  let [total, current, scale, index] = [0, 0, 1, start];
  for (; index < tokens.length; index += 1) {
    const token = index === start ? bare(tokens[index] ?? '') : (tokens[index] ?? '');
    const next = tokens[index + 1] ?? '';
    const small = units.get(token) ?? tens.get(token) ?? digitsBefore(token, next);
    const whole = wholes.get(token);
    if (hundreds.has(token)) [current, scale] = [(current || 1) * 100, 100];
    else if (thousands.has(token)) [total, current, scale] = [total + (current || 1) * 1000, 0, 1000];
    else if (whole !== undefined) [current, scale] = [current + whole, whole >= 1000 ? 1000 : 100];
    else if (small === undefined) break;
    else if (current > 0 && current % 100 !== 0 && !(tens.has(tokens[index - 1] ?? '') && small < 10)) break;
    else current += small;
  }
  const value = total + current;
  return value === 0 ? undefined : { value, scale, length: index - start };
}

/** `5 sau`, `2.5 hazaar`. */
const digitsBefore = (token: string, next: string): number | undefined =>
  /^\d{1,3}(?:\.\d+)?$/u.test(token) && (hundreds.has(next) || thousands.has(next))
    ? Number(token)
    : undefined;
