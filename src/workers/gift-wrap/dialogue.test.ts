import { describe, expect, it } from 'vitest';
import { callsOf, type Dialogue } from '../../../test/support/offline-dialogue.ts';
import type { Language } from '../../contracts/primitives.ts';

/** A bag with one piece, and one with two. */
const oneIn: readonly string[] = ['show me the linen camp shirt', 'add it in M blue'];
const twoIn: readonly string[] = [...oneIn, 'show me the indigo block kurta', 'add it in S indigo'];
const shirt = 'linen-shirt-blue-m';
const kurta = 'indigo-kurta-indigo-s';
const pouch = 'potli-pouch-gold';

async function said(dialogue: Omit<Dialogue, 'calls'>) {
  const { calls, events } = await callsOf({ ...dialogue, calls: [] });
  const writes = calls.filter(({ tool }) => tool.endsWith('_gift_wrap'));
  const text = events.flatMap((event) => (event.event === 'text' ? [event.text] : [])).join('');
  const asked = events.flatMap((event) => (event.event === 'confirm' ? [event.summary] : []));
  return { calls, writes, text, asked };
}

const add = (given: Readonly<Record<string, unknown>> = {}) => [{ tool: 'add_gift_wrap', arguments: given }];
const remove = (given: Readonly<Record<string, unknown>> = {}) => [
  { tool: 'remove_gift_wrap', arguments: given },
];

describe('having a piece wrapped, without a model', () => {
  it.each<[Language, readonly string[], string, Readonly<Record<string, unknown>>]>([
    ['en', oneIn, 'gift wrap it', { sku: shirt }],
    ['en', oneIn, 'Please wrap this as a gift', { sku: shirt }],
    ['en', twoIn, 'gift-wrap the shirt please', { sku: shirt }],
    ['en', twoIn, 'gift wrap the second one', { sku: kurta }],
    ['en', twoIn, 'gift wrap everything', {}],
    ['en', twoIn, 'gift wrap them', {}],
    ['en', twoIn, 'gift wrap all the shirts', { sku: shirt }],
    ['es', twoIn, 'envuélvelo para regalo', { sku: kurta }],
    ['en', twoIn, 'can you gift wrap the shirt in the gold pouch', { sku: shirt, wrap: pouch }],
    [
      'en',
      twoIn,
      'gift wrap the shirt in gold with the message: Two shirts, and love — from Asha!',
      { sku: shirt, wrap: pouch, message: 'Two shirts, and love — from Asha!' },
    ],
    ['en', twoIn, 'with a note saying "Be well" gift wrap the kurta', { sku: kurta, message: 'Be well' }],
    ['hi', oneIn, 'इसे गिफ्ट रैप करो', { sku: shirt }],
    ['hi', oneIn, 'ise gift wrap kar do', { sku: shirt }],
    [
      'hi',
      twoIn,
      'शर्ट को गिफ्ट पैक कर दो, संदेश: जन्मदिन मुबारक, आशा!',
      { sku: shirt, message: 'जन्मदिन मुबारक, आशा!' },
    ],
    ['es', oneIn, 'envuélvelo para regalo', { sku: shirt }],
    [
      'es',
      twoIn,
      'quiero la camisa para regalo con el mensaje: ¡Feliz cumpleaños, y un abrazo!',
      { sku: shirt, message: '¡Feliz cumpleaños, y un abrazo!' },
    ],
    ['ar', oneIn, 'غلّفه كهدية', { sku: shirt }],
    [
      'ar',
      twoIn,
      'غلّف قميص كهدية مع رسالة: عيد ميلاد سعيد يا آشا',
      { sku: shirt, message: 'عيد ميلاد سعيد يا آشا' },
    ],
  ])('%s: %j > %s', async (language, before, say, given) => {
    const { writes, text, asked } = await said({ language, before, say });
    expect(writes).toEqual(add(given));
    expect(asked).toHaveLength(1);
    if (typeof given.message === 'string') {
      expect(asked[0]).toContain(given.message);
      expect(text).toContain(given.message);
    }
    expect(text).toMatch(/₹(?:99|149|198)\D|(?:99|149|198)\s?₹/u);
  });

  it('goes with another wish in one sentence', async () => {
    const { calls } = await said({
      language: 'en',
      before: [...oneIn.slice(0, 1)],
      say: 'add it in M blue and gift wrap it with the message: Be well',
    });
    expect(calls.filter(({ tool }) => tool.startsWith('update_') || tool.startsWith('add_'))).toEqual([
      { tool: 'update_cart', arguments: { handle: 'linen-shirt', size: 'M', colour: 'Blue', quantity: 1 } },
      ...add({ sku: shirt, message: 'Be well' }),
    ]);
  });

  it('asks which piece is meant, and goes on with the answer', async () => {
    const asked = await said({
      language: 'en',
      before: twoIn,
      say: 'gift wrap the saree with the note: Be well',
    });
    expect([asked.writes, asked.text.includes('Linen Camp Shirt')]).toEqual([[], true]);
    const answered = await said({
      language: 'en',
      before: [...twoIn, 'gift wrap the saree with the note: Be well'],
      say: 'the shirt',
    });
    expect(answered.writes).toEqual(add({ sku: shirt, message: 'Be well' }));
  });

  it('asks for the message when only its lead was said', async () => {
    const { writes, text } = await said({
      language: 'en',
      before: oneIn,
      say: 'gift wrap it with a message',
    });
    expect(writes).toEqual([]);
    expect(text).toContain('What should the message say?');
  });

  it('says in the worker’s words why it cannot be', async () => {
    const empty = await said({ language: 'es', say: 'envuélvelo para regalo' });
    expect(empty.text).toContain('Todavía no hay nada en su bolsa');
    const long = await said({
      language: 'en',
      before: oneIn,
      say: `gift wrap it with the message: ${'so '.repeat(100)}`,
    });
    expect(long.text).toContain('it may have 200 characters');
  });
});

describe('what is possible, and taking it off', () => {
  it.each<[Language, string]>([
    ['en', 'what gift wrap do you have?'],
    ['en', 'do you have gift wrapping'],
    ['hi', 'क्या गिफ्ट रैप मिलेगा?'],
    ['es', '¿hay papel de regalo?'],
    ['ar', 'هل عندكم تغليف هدايا؟'],
  ])('%s: %s', async (language, say) => {
    const { calls, text } = await said({ language, say });
    expect(calls).toEqual([{ tool: 'get_gift_wrap_options', arguments: {} }]);
    expect(text).toContain('Potli Gift Pouch, Gold');
  });

  it.each<[Language, string, Readonly<Record<string, unknown>>]>([
    ['en', 'remove the gift wrap', {}],
    ['en', "I don't want gift wrapping for the shirt", { sku: shirt }],
    ['hi', 'गिफ्ट रैप हटा दो', {}],
    ['es', 'quita el envoltorio de regalo', {}],
    ['ar', 'احذف تغليف الهدية', {}],
  ])('%s: %s', async (language, say, given) => {
    const { writes, text } = await said({ language, before: [...oneIn, 'gift wrap it'], say });
    expect(writes).toEqual(remove(given));
    expect(text).toContain('Linen Camp Shirt');
  });
});

describe('other wishes', () => {
  it.each([
    ['add the linen camp shirt in M blue', 'update_cart'],
    ['show me something as a gift for my sister', 'search_catalog'],
    ['do you have a message for me saying hello in blue', undefined],
  ])('%s is none of this worker’s', async (say, tool) => {
    const { calls } = await said({ language: 'en', say });
    expect(calls.filter(({ tool: one }) => one.includes('gift_wrap'))).toEqual([]);
    if (tool !== undefined) expect(calls.map((one) => one.tool)).toContain(tool);
  });
});
