import { intentOf } from './intents.ts';
import type { Lexicon } from './lexicon.ts';
import { wishIn } from './read-wish.ts';
import { merge, namesPiece, type Wish } from './wish.ts';

const between = / (?:and|with|to|from|or|vs|versus|against|aur|ya|y|con|o|और|या|و|مع) | ?[,;.!?؟،।]+ ?/u;

/** `What is the difference between this and that`: one wish about several pieces; undefined where nothing is to be compared. */
export function comparedIn(text: string, lexicon: Lexicon): Wish | undefined {
  const found = intentOf(text);
  if (found?.intent !== 'compare') return undefined;
  const parts = ` ${text} `
    .split(between)
    .map((part) => wishIn(part.trim(), lexicon, found))
    .filter(namesPiece);
  const whole = wishIn(text, lexicon, found);
  const worded = parts.filter(({ ordinal }) => ordinal === undefined);
  return worded.length < 2 ? whole : { ...parts.reduce(merge, whole), others: worded };
}
