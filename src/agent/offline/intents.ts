import { type Intent, intents } from './intent-names.ts';
import { normalise } from './normalise.ts';
import { arabic } from './words/arabic.ts';
import { english } from './words/english.ts';
import { hindi } from './words/hindi.ts';
import { spanish } from './words/spanish.ts';

/** People mix languages, so all of them are listened for at once. */
const languages = [english, hindi, spanish, arabic];

/** `a * (b|c)? d` as a regular expression over words with a blank before each. */
function compile(pattern: string): RegExp {
  let source = normalise(pattern).trim();
  const start = source.startsWith('^');
  const end = source.endsWith('$');
  source = source.replace(/^\^/u, '').replace(/\$$/u, '');
  const parts = source.split(/ +(?![^(]*\))/u).map((part) => {
    if (part === '*') return String.raw`(?: \S+){0,5}?`;
    const optional = part.endsWith(')?') || /^[^(]+\?$/u.test(part);
    const word = optional && part.endsWith('?') ? part.slice(0, -1) : part;
    return optional ? `(?: ${group(word)})?` : ` ${group(word)}`;
  });
  const compiled = new RegExp(`${start ? '^' : ''}${parts.join('')}(?= |$)${end ? '$' : ''}`, 'u');
  if (compiled.test('')) throw new Error(`Every word of this pattern is optional: ${pattern}`);
  return compiled;
}

const group = (part: string): string => (part.startsWith('(') ? `(?:${part.slice(1)}` : part);

const table: readonly (readonly [Intent, readonly RegExp[]])[] = intents.map((intent) => [
  intent,
  languages.flatMap((words) => (words[intent] ?? []).map(compile)),
]);

/** Every plain word in a pattern: known, so never taken for a mistyped garment. */
export const patternWords: ReadonlySet<string> = new Set(
  languages.flatMap((words) =>
    Object.values(words)
      .flat()
      .flatMap((pattern) => normalise(pattern).match(/[\p{L}\p{M}]+/gu) ?? []),
  ),
);

/** The most telling intent of some words, and where its words are; undefined when there is none. */
export function intentOf(text: string): { readonly intent: Intent; readonly matched: string } | undefined {
  const padded = ` ${text}`;
  for (const [intent, patterns] of table) {
    for (const pattern of patterns) {
      const match = pattern.exec(padded);
      if (match !== null) return { intent, matched: match[0].trim() };
    }
  }
  return undefined;
}
