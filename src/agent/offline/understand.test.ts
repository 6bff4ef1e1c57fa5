import { describe, expect, it } from 'vitest';
import { languages } from '../../contracts/primitives.ts';
import { sampleVocabulary } from '../../workers/testing/sample-products.ts';
import { textsOf } from '../texts.ts';
import { tokensOf } from './normalise.ts';
import { takePrices } from './prices.ts';
import { distance, nearest } from './spelling.ts';
import { understand } from './understand.ts';

describe('prices', () => {
  it.each([
    ['kurtas under 2k', { maximum: 200_000 }],
    ['below 2,000', { maximum: 200_000 }],
    ['between 500 and 1500', { minimum: 50_000, maximum: 150_000 }],
    ['1 to 2k', { minimum: 100_000, maximum: 200_000 }],
    ['500-1500', { minimum: 50_000, maximum: 150_000 }],
    ['around 1500', { minimum: 120_000, maximum: 180_000 }],
    ['₹999', { maximum: 99_900 }],
    ['rs. 1,250.50', { maximum: 125_050 }],
    ['1.5k', { maximum: 150_000 }],
    ['more than 3000', { minimum: 300_000 }],
    ['my budget is 4000 rupees', { maximum: 400_000 }],
    ['2 hazaar se kam', { maximum: 200_000 }],
    ['२००० से कम', { maximum: 200_000 }],
    ['menos de 2000', { maximum: 200_000 }],
    ['menos de 2.000 rupias', { maximum: 200_000 }],
    ['पाँच हज़ार से कम', { maximum: 500_000 }],
    ['under five thousand', { maximum: 500_000 }],
    ['entre 500 y 1500', { minimum: 50_000, maximum: 150_000 }],
    ['أقل من ٢٠٠٠', { maximum: 200_000 }],
    ['size 32', {}],
    ['the 2 shirts', {}],
    ['jeans 30 to 34', {}],
    ['MG-10482', {}],
  ])('%s', (text, range) => {
    expect(takePrices(tokensOf(text).join(' '), 2).range).toEqual(range);
  });
});

describe('spelling', () => {
  it('counts insertions, deletions, changes and swaps, up to a limit', () => {
    expect(distance('shrit', 'shirt', 2)).toBe(1);
    expect(distance('kurtaa', 'kurta', 2)).toBe(1);
    expect(distance('saree', 'dress', 1)).toBe(2);
  });
  it('does not choose between two that mean different things', () => {
    expect(nearest('shict', ['shirt', 'shift'])).toBeUndefined();
    expect(nearest('dreses', ['dresses', 'dresss'], () => 'dress')).toBe('dresses');
    expect(nearest('bag', ['bags'])).toBeUndefined();
  });
});

describe('words', () => {
  it.each(['short', 'show', 'where', 'sale', 'thanks', 'please', 'size'])('leaves %s as it is', (word) => {
    expect(understand(word, sampleVocabulary, 2).wishes[0]?.productType).toBeUndefined();
  });

  const meant: Readonly<Record<string, string>> = {
    look: 'bundle',
    reserve: 'reserve',
    cheaper: 'cheaper',
    where: 'locate',
    add: 'add',
    bag: 'bag',
    pay: 'pay',
    paid: 'paid',
    offers: 'offers',
    hours: 'store',
    reservations: 'reservations',
    track: 'track',
    surprise: 'recommend',
    nearby: 'nearby',
    sizes: 'stock',
    show: 'search',
    apply: 'apply-offer',
  };
  it.each(
    languages.flatMap((language) =>
      Object.entries(meant).map(([wish, intent]) => [language, wish, intent] as const),
    ),
  )('understands its own suggestions: %s %s', (language, wish, intent) => {
    const text = textsOf(language).t(`wishes.${wish}`, { what: 'Kurta', code: 'FESTIVE500' });
    expect(understand(text, sampleVocabulary, 2).wishes.map((found) => found.intent)).toEqual([intent]);
  });

  it('hears a word of titles that is written as one, and takes a size that there is not for no other', () => {
    const vocabulary = {
      ...sampleVocabulary,
      titleWords: [...sampleVocabulary.titleWords, 'block', 'print'],
    };
    const [wish] = understand('add the indigo block-print kurta in size XXXXL', vocabulary, 2).wishes;
    expect(wish).toMatchObject({ intent: 'add', size: 'XXXXL', strange: [] });
    expect(wish?.heard).toEqual(expect.arrayContaining(['block', 'print', 'kurta']));
  });
});
