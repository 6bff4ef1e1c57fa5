import { describe, expect, it } from 'vitest';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import { understand } from './understand.ts';

const wishes = (said: string) => understand(said, sampleVocabulary, 2).wishes;

describe('one wish, said in many ways', () => {
  it.each([
    ['who', 'lol are you a real person', 'am i talking to a robot', 'who are you'],
    [
      'associate',
      'could someone who works here come over please',
      'is there a shop assistant nearby',
      'can one of your staff come over',
      'koi staff hai kya yahan',
    ],
    [
      'policy',
      'how many days do i get to send something back',
      'whats the return window',
      'are returns free',
      'can i return sale items',
      'how do refunds work',
    ],
    [
      'cancel-order',
      'cancel my last order',
      "i don't want my order MG-10457 any more",
      'order cancel karna hai',
    ],
    ['order-contents', 'what was in order MG-10441?', "what's inside MG-10461"],
    ['order-address', 'ship MG-10450 to my office instead', 'i gave the wrong address for my order'],
    ['order-payment', "i'd like to pay for order MG-10460 a different way", 'change the payment on MG-10460'],
    [
      'track',
      'any news on my order',
      'mera order kahan hai',
      'has MG-10461 left yet',
      'when is my delivery coming',
    ],
    [
      'cancel-payment',
      'cancel that link',
      'scrap that payment link',
      "i don't want to pay after all, cancel the link",
    ],
    ['cancel-reservation', "I don't need the dress you're holding any more", 'you can put the dress back'],
    ['extend', 'can i hang on to it a bit longer', '10 more mins please', 'thoda aur time chahiye yaar'],
    ['notify', "let me know when it's back", "give me a shout when it's back in", 'jab aaye tab batana'],
    ['stop-notify', "don't message me about the skirt any more", 'take me off the waitlist'],
    [
      'find-size',
      'would a medium fit me',
      'does it run small',
      'mera size kya hoga',
      'not sure about my size',
    ],
    ['reservations', 'what have you put aside for me', 'what are you holding for me', "what's on hold"],
    ['reserve', 'keep the second one for me in M', 'could you set it aside', 'lemme try the black one'],
    ['redeem-points', 'knock some off with my points', 'points use karo na'],
    ['apply-offer', 'use KURTA15 pls', 'KURTA15 laga do', "i've got a code GOLD10"],
    ['remove', 'get rid of the stole', 'actually leave out the kurta', 'stole hata do'],
    ['one-more', 'one more of the same please', 'another one of those'],
    [
      'bag-change',
      'actually a size up on that kurta',
      'swap the shirt in my bag for an XL',
      'make the shirt blue',
    ],
    ['add', 'chuck it in my basket', "great i'll take it", 'bag mein daal do', 'give me two of those'],
    ['take', 'can i get the khadi stole in rust'],
    [
      'store',
      'what time do you guys shut tonight',
      'do u have a branch in bengaluru also',
      'kab tak khula hai',
    ],
    ['stock', 'have you got the second one in navy, 32?', 'how many of those are left', 'M mein hai kya'],
    ['cheaper', 'something less pricey', "that's too expensive", 'kuch sasta dikhao'],
    ['no', 'no never mind', "don't add anything yet", "i'm not ready to buy the shirt yet"],
  ])('%s', (intent, ...utterances) => {
    for (const said of utterances)
      expect([said, wishes(said).map((wish) => wish.intent)]).toEqual([said, [intent]]);
  });
});

describe('clauses', () => {
  it.each([
    [
      'two black shirts please, straight in the bag',
      [{ intent: 'add', productType: 'Shirt', colour: 'Black', quantity: 2 }],
    ],
    ['the shirt i bought does not fit, i want to return it', [{ intent: 'return', productType: 'Shirt' }]],
    ['kurtas above 1000, its for my sisters engagement', [{ productType: 'Kurta' }]],
    ['my order has not come yet, cancel it', [{ intent: 'cancel-order' }]],
    ['too small on me, can I have it in L', [{ intent: 'other-size', size: 'L' }]],
    [
      'add the shirt in white, one M and one L',
      [
        { intent: 'add', size: 'M' },
        { intent: 'add', size: 'L', productType: 'Shirt' },
      ],
    ],
  ])('%s', (said, expected) => {
    expect(wishes(said)).toMatchObject(expected);
  });

  it('that say for whom it is name no department of the wearer', () => {
    expect(wishes('kurtas, its for my sisters engagement')[0]?.department).toBeUndefined();
  });
});

describe('what is not wanted', () => {
  it.each([
    ['shirts, but nothing linen', { exclude: ['Linen'] }],
    ['shirts in anything but black', { excludeColours: ['Black'] }],
    ['shirts except black and white ones', { excludeColours: ['Black', 'White'] }],
    ['kurta not kurti', { productType: 'Kurta', exclude: [] }],
  ])('%s', (said, expected) => {
    expect(wishes(said)).toMatchObject([expected]);
  });
});

describe('ordinary words', () => {
  it.each([
    'someone who works here',
    'nice to meet you',
    'is the staff nice',
    'youre holding it',
    'look guys',
  ])('of %j name no garment, fabric or colour', (said) => {
    for (const { productType, colour, fabric, occasion, words } of wishes(said)) {
      expect([productType, colour, fabric, occasion, ...words].filter(Boolean)).toEqual([]);
    }
  });
});

it('several named pieces are compared', () => {
  const [wish, ...others] = wishes("what's the difference between the linen shirt and the wrap dress");
  expect(others).toEqual([]);
  expect(wish?.others).toMatchObject([{ productType: 'Shirt' }, { productType: 'Dress' }]);
});
