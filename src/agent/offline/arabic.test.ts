import { describe, expect, it } from 'vitest';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import type { Intent } from './intent-names.ts';
import { understand } from './understand.ts';
import type { Wish } from './wish.ts';

const wishes = (said: string) => understand(said, sampleVocabulary, 2).wishes;

describe('Arabic, as it is written and as it is spoken', () => {
  it.each<readonly [Intent, readonly string[]]>([
    ['search', ['أريد فستان أسود', 'بدي قميص أبيض', 'عايز بنطلون جينز']],
    ['add', ['حطه بالسلة', 'هاخد الأول', 'باخذه']],
    ['reserve', ['ابغى أجربه', 'خليه لي على جنب', 'عايزة أقيس ده']],
    ['cancel-reservation', ['رجعه مكانه', 'كنسل الحجز']],
    ['one-more', ['كمان واحد']],
    ['policy', ['كم يوم معي عشان ارجع القطعة', 'ينفع أرجعه لو ما عجبني']],
    ['return', ['بدي رجع الفستان', 'عايز استرجع فلوسي']],
    ['track', ['وين وصل طلبي', 'الاوردر فين']],
    ['loyalty', ['كم نقطة عندي']],
    ['store', ['متى تقفلون اليوم', 'وين محلكم']],
    ['associate', ['ممكن احد يجي يساعدني', 'ابعتولي حد']],
    ['details', ['قديش هاد', 'بكام ده']],
    ['ship-home', ['ابعته عالبيت']],
    ['fulfilment', ['بتوصلوا للبيت؟']],
    ['no', ['مو الحين', 'بس بتفرج']],
  ])('%s', (intent, utterances) => {
    expect(utterances.map((said) => wishes(said).map((wish) => wish.intent))).toEqual(
      utterances.map(() => [intent]),
    );
  });

  it.each<readonly [string, Partial<Wish>]>([
    ['فستان للحفلات بس مو اسود', { productType: 'Dress', excludeColours: ['Black'] }],
    ['قميص ما يتعدى ألف وخمسمية', { productType: 'Shirt', price: { maximum: 150_000 } }],
    ['بين ألف وألفين', { price: { minimum: 100_000, maximum: 200_000 } }],
  ])('%s', (said, wish) => {
    expect(wishes(said)).toMatchObject([wish]);
  });
});
