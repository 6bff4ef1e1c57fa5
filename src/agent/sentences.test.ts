import { expect, it } from 'vitest';
import { createSentenceSplitter } from './sentences.ts';

/** Sentences as they come whole, one piece of a stream after the other. */
const split = (...pieces: readonly string[]) => {
  const splitter = createSentenceSplitter();
  return [...pieces.map((piece) => splitter.push(piece)), [splitter.rest()]];
};

it('gives a sentence as soon as it is whole', () => {
  expect(split('Lovely ch', 'oice. The sa', 'ree is ', 'here.')).toEqual([
    [],
    ['Lovely choice. '],
    [],
    [],
    ['The saree is here.'],
  ]);
});

it.each([
  ['an amount in pieces', ['It is ₹1', ',5', '99.', '50 today']],
  ['an amount after its abbreviation', ['It is Rs.', ' 1,599 today']],
  ['a number after its abbreviation', ['Road No.', ' 12 is near']],
])('never tears %s', (_what, pieces) => {
  expect(split(...pieces).flat()).toEqual([pieces.join('')]);
});

it('ends a sentence in every language', () => {
  expect(split('यह है। كيف حالك؟ Bien!\nYes').flat()).toEqual(['यह है। ', 'كيف حالك؟ ', 'Bien!\n', 'Yes']);
});
