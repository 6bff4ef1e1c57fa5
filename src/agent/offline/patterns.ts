import { normalise } from './normalise.ts';

/**
 * A pattern as a regular expression over words with a blank before each. In a pattern a blank separates words, `*` stands for up to
 * five words, `<name>` for one to eight that are kept under the name, `(a|b)` for either, a `?` at the end makes a word optional, `^` and
 * `$` bind to the ends; `!(a|b)` before the rest says that neither is among the words. Throws for one that fits everything.
 */
export function compile(pattern: string, { clitics = false } = {}): RegExp {
  // Lower case would make any letter a blank.
  let source = normalise(pattern.replaceAll(String.raw`\S`, '@')).trim().replaceAll('@', String.raw`\S`);
  const absent = /^!(\([^)]*\)) /u.exec(source)?.[1];
  if (absent !== undefined) source = source.slice(absent.length + 2);
  const start = source.startsWith('^');
  const end = source.endsWith('$');
  source = source.replace(/^\^/u, '').replace(/\$$/u, '');
  const parts = source.split(/ +(?![^(]*\))/u).map((part) => {
    if (part === '*') return String.raw`(?: \S+){0,5}?`;
    const kept = /^<([a-z]+)>$/u.exec(part)?.[1];
    if (kept !== undefined) return String.raw`(?<${kept}>(?: \S+){1,8}?)`;
    const optional = part.endsWith(')?') || /^[^(]+\?$/u.test(part);
    const word = optional && part.endsWith('?') ? part.slice(0, -1) : part;
    const words = clitics ? group(word).replace(verbs, withClitics) : group(word);
    return optional ? `(?: ${words})?` : ` ${words}`;
  });
  const never = absent === undefined ? '' : without(group(absent));
  const compiled = new RegExp(`${start ? '^' : ''}${never}${parts.join('')}(?= |$)${end ? '$' : ''}`, 'u');
  if (compiled.test('')) throw new Error(`Every word of this pattern is optional: ${pattern}`);
  return compiled;
}

const without = (words: string): string => String.raw`(?<! ${words}(?= ).*)(?!.* ${words}(?= |$))`;

const group = (part: string): string =>
  (part.startsWith('(') ? `(?:${part.slice(1)}` : part).replace(/[\p{Script=Arabic}]{3,}/gu, withAffixes);

/** Arabic writes article, prepositions and pronouns with the word: `احجزها لي` and `والحجز` are said with these words too. */
const withAffixes = (word: string): string =>
  `(?:[وف]?(?:ال|لل|بال|[بل])?)${word}(?:ه|ها|هم|ي|ني|ك|كم|نا|لي|وا|ين)?`;

/** Spanish writes pronouns with the verb: `anulamelo` is `anula` said with them. */
const verbs = /(?<![\p{L}\\])[a-z]{3,}(?:a|e|ar|er|ir)(?!\p{L})/gu;
const withClitics = (word: string): string => `${word}(?:me|te|nos|se)?(?:lo|la|los|las|le|les)?`;

/** Every plain word in some patterns. */
export const wordsIn = (patterns: readonly string[]): readonly string[] =>
  patterns.flatMap(
    (pattern) =>
      normalise(pattern)
        .replace(/<[a-z]+>/gu, ' ')
        .match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [],
  );

/** It keeps words under names, so it is meant for all that was said. */
export const keepsWords = (pattern: string): boolean => /<[a-z]+>/u.test(normalise(pattern));
