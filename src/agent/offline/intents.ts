import { type Intent, intents } from './intent-names.ts';
import { compile, wordsIn } from './patterns.ts';
import { arabic } from './words/arabic/index.ts';
import { english } from './words/english/index.ts';
import { hindi } from './words/hindi/index.ts';
import { spanish } from './words/spanish/index.ts';

/** People mix languages, so all of them are listened for at once. */
const languages = [english, hindi, spanish, arabic];

const table: readonly (readonly [Intent, readonly RegExp[]])[] = intents.map((intent) => [
  intent,
  languages.flatMap((words) => (words[intent] ?? []).map(compile)),
]);

/** Every plain word in a pattern: known, so never taken for a mistyped garment. */
export const patternWords: ReadonlySet<string> = new Set(
  languages.flatMap((words) => wordsIn(Object.values(words).flat())),
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
