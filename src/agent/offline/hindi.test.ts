import { describe, expect, it } from 'vitest';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import type { Intent } from './intent-names.ts';
import { understand } from './understand.ts';
import type { Wish } from './wish.ts';

const wishes = (said: string) => understand(said, sampleVocabulary, 2).wishes;

describe('Hindi, in both scripts', () => {
  it.each<readonly [Intent, readonly string[]]>([
    ['search', ['mujhe ek kurta chahiye', 'कुर्ता दिखाइए', 'mujhe shirt leni hai']],
    ['add', ['pehla wala bag me rakh do', 'इसे बैग में डाल दो', 'ye le leta hoon']],
    ['reserve', ['isko try karna hai', 'पहली वाली रखवा दो', 'M size me pehen ke dekhna hai']],
    ['cancel-reservation', ['wapas rakh do', 'अब ट्राई नहीं करना']],
    ['remove', ['shirt nikal do bag se', 'मुझे ये नहीं चाहिए']],
    ['one-more', ['ek aur chahiye isi ka', 'एक और चाहिए यही']],
    ['bag-change', ['iska size M kar do', 'इसे नीले रंग में कर दो']],
    ['policy', ['kitne din mein wapas kar sakte hain', 'अगर फिट न आए तो वापस होगा क्या']],
    ['return', ['shirt wapas karni hai', 'मुझे ये कुर्ता लौटाना है']],
    ['notify', ['wapas aaye to mujhe batao', 'जब आ जाए तो बता देना']],
    ['details', ['ye kitne ka hai', 'दूसरी वाली के बारे में और बताइए']],
    ['store', ['Mumbai mein dukaan hai kya', 'रविवार को खुला रहेगा']],
    ['associate', ['koi aake dikha dega kya', 'किसी को बुला दीजिए']],
    ['keep-points', ['points rehne do', 'अंक मत लगाओ']],
    ['apply-best', ['sabse accha wala laga do']],
    ['fulfilment', ['ghar delivery hoti hai kya']],
    ['no', ['bas dekh raha hoon', 'kuch nahi chahiye']],
  ])('%s', (intent, utterances) => {
    expect(utterances.map((said) => wishes(said).map((wish) => wish.intent))).toEqual(
      utterances.map(() => [intent]),
    );
  });

  it.each<readonly [string, Partial<Wish>]>([
    ['laal saree nahi', { exclude: [], excludeColours: ['Red'], productType: 'Saree' }],
    ['dhai hazaar se kam', { price: { maximum: 250_000 } }],
    ['do se teen hazaar ki shirt', { productType: 'Shirt', price: { minimum: 200_000, maximum: 300_000 } }],
    ['पंद्रह सौ से कम के कुर्ते', { productType: 'Kurta', price: { maximum: 150_000 } }],
    ['do piece daal do', { intent: 'add', quantity: 2 }],
    ['isko daal do', { intent: 'add' }],
  ])('%s', (said, wish) => {
    expect(wishes(said)).toMatchObject([wish]);
  });
});
