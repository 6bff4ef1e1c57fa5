import { type Intent, intents } from './intent-names.ts';
import { compile, wordsIn } from './patterns.ts';
import { arabic } from './words/arabic/index.ts';
import { english } from './words/english/index.ts';
import { hindi } from './words/hindi/index.ts';
import { leads, negated, tails } from './words/polite-words.ts';
import { spanish } from './words/spanish/index.ts';

/** People mix languages, so all of them are listened for at once. */
const languages = [english, hindi, spanish, arabic];

const table: readonly (readonly [Intent, readonly RegExp[]])[] = intents.map((intent) => [
  intent,
  languages.flatMap((words) =>
    (words[intent] ?? []).map((pattern) => compile(pattern, { clitics: words === spanish })),
  ),
]);

/** Every plain word in a pattern: known, so never taken for a mistyped garment. */
export const patternWords: ReadonlySet<string> = new Set(
  languages.flatMap((words) => wordsIn(Object.values(words).flat())),
);

export interface FoundIntent {
  readonly intent: Intent;
  /** The words that told it. */
  readonly matched: string;
}

/** What nobody should do whom it was said to with a no before it: `don't add anything yet`. */
const refusable: ReadonlySet<Intent> = new Set([
  'add',
  'take',
  'reserve',
  'pay',
  'associate',
  'apply-offer',
  'apply-best',
  'redeem-points',
  'continue-phone',
  'notify',
  'return',
  'exchange',
  'cancel-order',
  'ship-home',
  'ship-from-shop',
  'pick-up',
  'one-more',
  'bag-change',
]);

/** The most telling intent of some words, and where its words are; undefined when there is none. */
export function intentOf(text: string): FoundIntent | undefined {
  const bare = withoutCourtesy(text);
  const found = (bare === '' ? undefined : firstOf(bare)) ?? (bare === text ? undefined : firstOf(text));
  if (found === undefined || !refusable.has(found.intent)) return found;
  const before = ` ${text}`.slice(0, ` ${text}`.indexOf(` ${found.matched}`));
  return negated.test(before) ? { ...found, intent: 'no' } : found;
}

function firstOf(text: string): FoundIntent | undefined {
  const padded = ` ${text}`;
  for (const [intent, patterns] of table) {
    for (const pattern of patterns) {
      const match = pattern.exec(padded);
      if (match !== null) return { intent, matched: match[0].trim() };
    }
  }
  return undefined;
}

/** Without what people say before and after a wish to be polite. */
export function withoutCourtesy(text: string): string {
  let words = text.split(' ');
  while (words.length > 1 && leads.has(words[0] ?? '')) words = words.slice(1);
  while (words.length > 1 && tails.has(words.at(-1) ?? '')) words = words.slice(0, -1);
  return words.join(' ');
}
