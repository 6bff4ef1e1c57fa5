import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCorrector, slipsAllowed } from './corrector.ts';
import { editDistance } from './edit-distance.ts';

const words = [
  'kurta',
  'kurti',
  'lehenga',
  'dupatta',
  'saree',
  'embroidered',
  'wedding',
  'shirt',
  'skirt',
  'hat',
];

function known(vocabulary: readonly string[]) {
  const corrector = createCorrector();
  for (const [index, word] of vocabulary.entries()) corrector.learn(word, vocabulary.length - index);
  return corrector;
}

test('prefers fewer slips, then the same first letter, then the word used most', () => {
  const corrector = known(words);
  expect(corrector.near('kurra', 4)).toEqual(['kurta']);
  expect(corrector.near('lehnga', 4)).toEqual(['lehenga']);
  expect(corrector.near('emboridered', 4)).toEqual(['embroidered']);
  expect(corrector.near('kurtu', 4)).toEqual(['kurta', 'kurti']);
  expect(corrector.near('sirt', 4)).toEqual(['shirt', 'skirt']);
  expect(corrector.near('xq', 4)).toEqual([]);
});

const slip = fc.record({
  kind: fc.constantFrom('drop', 'add', 'swap', 'replace'),
  place: fc.nat(20),
  letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
});

function misspell(
  word: string,
  { kind, place, letter }: { kind: string; place: number; letter: string },
): string {
  const at = place % word.length;
  if (kind === 'drop') return word.slice(0, at) + word.slice(at + 1);
  if (kind === 'add') return word.slice(0, at) + letter + word.slice(at);
  if (kind === 'replace') return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}

test('finds what a search through all words would find', () => {
  const vocabulary = fc.uniqueArray(fc.stringMatching(/^[a-e]{3,10}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(vocabulary, fc.stringMatching(/^[a-e]{3,10}$/), (some, typed) => {
      const expected = some.filter((word) => {
        const allowed = Math.min(slipsAllowed(word), slipsAllowed(typed));
        return editDistance(typed, word, allowed) <= allowed;
      });
      expect([...known(some).near(typed, 100)].sort()).toEqual([...expected].sort());
    }),
  );
});

test('one slip in a word of four letters or more is always mended', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words.filter((word) => word.length > 3)), slip, (word, wrong) => {
      expect(known(words).near(misspell(word, wrong), 4)).toContain(word);
    }),
  );
});

test('knows beginnings', () => {
  const corrector = known(words);
  expect([corrector.hasPrefix('embr'), corrector.hasPrefix('embx'), corrector.has('hat')]).toEqual([
    true,
    false,
    true,
  ]);
});
