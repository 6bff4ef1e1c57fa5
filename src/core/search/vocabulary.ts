import type { Vocabulary } from '../../contracts/catalogue.ts';
import type { Dictionary } from './dictionary.ts';
import type { Dictionaries } from './filters.ts';
import type { IndexedProduct } from './product-index.ts';
import { type TitledPiece, titleVocabulary } from './title-vocabulary.ts';

/** The words in use, most used first. */
export function collectVocabulary(
  products: Iterable<IndexedProduct>,
  dictionaries: Dictionaries,
): Vocabulary {
  const names = Object.keys(dictionaries) as (keyof Dictionaries)[];
  const counts = new Map(names.map((name) => [name, new Map<number, number>()]));
  const count = (name: keyof Dictionaries, ids: Iterable<number>): void => {
    const tally = counts.get(name);
    for (const id of ids) if (id >= 0) tally?.set(id, (tally.get(id) ?? 0) + 1);
  };
  const titled: TitledPiece[] = [];
  for (const product of products) {
    titled.push({ title: product.title, productType: dictionaries.productTypes.value(product.productType) });
    count('departments', [product.department]);
    count('productTypes', [product.productType]);
    count('brands', [product.brand]);
    count('occasions', product.occasions);
    count('fabrics', product.fabrics);
    count('patterns', product.patterns);
    count('sizes', new Set(product.variants.map((variant) => variant.size)));
    count('colours', new Set(product.variants.map((variant) => variant.colour)));
  }
  const list = (name: keyof Dictionaries): readonly string[] => {
    const dictionary: Dictionary = dictionaries[name];
    return [...(counts.get(name) ?? [])]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([id]) => dictionary.value(id))
      .filter((value) => value !== '');
  };
  return {
    departments: list('departments'),
    productTypes: list('productTypes'),
    colours: list('colours'),
    sizes: list('sizes'),
    fabrics: list('fabrics'),
    occasions: list('occasions'),
    patterns: list('patterns'),
    brands: list('brands'),
    ...titleVocabulary(titled),
  };
}
