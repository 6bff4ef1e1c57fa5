import { editDistance } from './edit-distance.ts';

/** How many slips a word may hold; short words have too many neighbours for two. */
export const slipsAllowed = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2);

/** Deletions are made of the first letters only: the longer rest of a word hardly changes who its neighbours are. */
const indexedPrefix = 8;
/** A longer beginning is taken for known when its first letters are: the full-text index then decides. */
const longestPrefix = 10;

/** All strings that are left of the word's beginning after at most `count` deletions. */
function deletions(word: string, count: number): Set<string> {
  const found = new Set<string>([word.slice(0, indexedPrefix)]);
  let edge = [...found];
  for (let step = 0; step < count; step += 1) {
    const next: string[] = [];
    for (const one of edge) {
      for (let index = 0; index < one.length; index += 1) {
        const shorter = one.slice(0, index) + one.slice(index + 1);
        if (found.has(shorter)) continue;
        found.add(shorter);
        next.push(shorter);
      }
    }
    edge = next;
  }
  return found;
}

export interface Corrector {
  /** Adds a word, or sets the number of products that use it. */
  learn(word: string, uses: number): void;
  has(word: string): boolean;
  /** The known words nearest to an unknown one: fewest slips, then same first letter, then most used. Best first. */
  near(word: string, limit: number): readonly string[];
  /** Whether a known word begins so. */
  hasPrefix(prefix: string): boolean;
}

/**
 * Spelling correction over a vocabulary by symmetric deletions (SymSpell, https://github.com/wolfgarbe/SymSpell): two
 * words within n slips share a string that both reach by at most n deletions.
 */
export function createCorrector(): Corrector {
  const uses = new Map<string, number>();
  const byDeletion = new Map<string, string[]>();
  const prefixes = new Set<string>();

  return {
    learn: (word, count) => {
      const known = uses.has(word);
      uses.set(word, count);
      for (let length = 2; !known && length <= Math.min(word.length, longestPrefix); length += 1) {
        prefixes.add(word.slice(0, length));
      }
      const slips = slipsAllowed(word);
      if (known || slips === 0 || /^\d+$/.test(word)) return;
      for (const shorter of deletions(word, slips)) {
        const words = byDeletion.get(shorter);
        if (words === undefined) byDeletion.set(shorter, [word]);
        else words.push(word);
      }
    },

    has: (word) => uses.has(word),

    near: (word, limit) => {
      const slips = slipsAllowed(word);
      if (slips === 0) return [];
      const seen = new Map<string, number>();
      for (const shorter of deletions(word, slips)) {
        for (const candidate of byDeletion.get(shorter) ?? []) {
          if (seen.has(candidate)) continue;
          const allowed = Math.min(slips, slipsAllowed(candidate));
          const distance = editDistance(word, candidate, allowed);
          seen.set(candidate, distance <= allowed ? distance : Number.POSITIVE_INFINITY);
        }
      }
      return [...seen]
        .filter(([, distance]) => distance < Number.POSITIVE_INFINITY)
        .map(([candidate, distance]) => ({
          candidate,
          distance: distance + (candidate[0] === word[0] ? 0 : 0.5),
          uses: uses.get(candidate) ?? 0,
        }))
        .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.candidate < b.candidate ? -1 : 1))
        .slice(0, limit)
        .map(({ candidate }) => candidate);
    },

    hasPrefix: (prefix) => prefixes.has(prefix.slice(0, longestPrefix)),
  };
}
