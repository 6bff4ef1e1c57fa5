import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../contracts/session.ts';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import { wishesOf } from './dialogue.ts';
import { stepFrom } from './size-steps.ts';
import { noSpeech } from './speech.ts';
import { understand } from './understand.ts';

const said = (text: string, index: number): ChatMessage => ({
  messageId: `01935f1e-0000-7000-9000-${String(index).padStart(12, '0')}`,
  role: 'shopper',
  text,
  cards: [],
  channel: 'kiosk',
  at: '2026-11-22T10:00:00.000Z',
});

const wishesAfter = (utterance: string, ...before: readonly string[]) =>
  wishesOf(utterance, before.map(said), { vocabulary: sampleVocabulary, digits: 2, speech: noSpeech });

describe('a correction', () => {
  it.each([
    [
      'white kurtas for men',
      'no, I meant shirts',
      { productType: 'Shirt', colour: 'White', department: 'men' },
    ],
    ['white kurtas for men', 'sorry, I meant blue', { productType: 'Kurta', colour: 'Blue' }],
    ['jeans for men', 'no, for women', { productType: 'Jeans', department: 'women' }],
    ['where is the first one?', 'no, the second one', { intent: 'locate', ordinal: 2 }],
    ['kurta dikhao', 'nahi, mera matlab shirt', { intent: 'search', productType: 'Shirt' }],
    ['कुर्ता दिखाओ', 'नहीं, मेरा मतलब शर्ट', { intent: 'search', productType: 'Shirt' }],
    ['muéstrame vestidos', 'no, quería decir camisas', { intent: 'search', productType: 'Shirt' }],
    ['أرني فساتين', 'لا، أقصد قمصان', { intent: 'search', productType: 'Shirt' }],
  ])('of %j by %j puts one thing in the place of another', (before, utterance, wish) => {
    expect(wishesAfter(utterance, before)).toMatchObject([wish]);
  });

  it('of a size that went into the bag takes the wrong one out again', () => {
    expect(wishesAfter('no wait, make it XL', 'add it in L')).toMatchObject([
      { intent: 'add', size: 'XL' },
      { intent: 'remove', size: 'L' },
    ]);
  });

  it.each([
    ['no thanks', 'add it in L'],
    ['no', 'show me shirts'],
    ['no, show me kurtas', 'white shirts for men'],
    ['no black ones', 'shirts'],
  ])('is not what %j is after %j', (utterance, before) => {
    const [wish] = wishesAfter(utterance, before);
    expect(wish?.intent).not.toBe('add');
    expect(wish?.department).toBeUndefined();
  });

  it('needs something that it corrects', () => {
    expect(wishesAfter('no, I meant shirts')).toMatchObject([{ productType: 'Shirt' }]);
  });
});

describe('a size step', () => {
  it.each([
    ['do you have it a size up', 1],
    ['is there a bigger size', 1],
    ['one size smaller please', -1],
    ['ek size bada milega', 1],
    ['एक साइज़ छोटा', -1],
    ['una talla más', 1],
    ['مقاس أصغر', -1],
    ['in size M', undefined],
  ])('%j', (text, step) => {
    expect(understand(text, sampleVocabulary, 2).wishes[0]?.sizeStep).toBe(step);
  });

  it('ends with the row of sizes', () => {
    expect([
      stepFrom(['S', 'M', 'L'], 'm', 1),
      stepFrom(['S', 'M', 'L'], 'L', 1),
      stepFrom(['S'], null, 1),
    ]).toEqual(['L', undefined, undefined]);
  });
});

describe('words', () => {
  it('of Arabic are known with their article and prepositions', () => {
    expect(understand('فستان للحفلات', sampleVocabulary, 2).wishes).toMatchObject([
      { productType: 'Dress', occasion: 'Party', words: [] },
    ]);
  });
  it.each([
    ['anything but denim, trousers I mean', { productType: 'Trousers', exclude: ['Denim'] }],
    ["dresses that aren't red", { productType: 'Dress', excludeColours: ['Red'] }],
    ['فساتين ليست سوداء', { productType: 'Dress', excludeColours: ['Black'] }],
    ['दूसरी वाली बैग में डाल दो', { intent: 'add', ordinal: 2 }],
  ])('%j', (text, wish) => {
    const [found] = understand(text, sampleVocabulary, 2).wishes;
    expect(found).toMatchObject(wish);
    expect(found?.quantity).toBeUndefined();
  });
});
