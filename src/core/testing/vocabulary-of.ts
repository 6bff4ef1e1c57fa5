import type { Product, Vocabulary } from '../../contracts/catalogue.ts';
import { titleVocabulary } from '../search/title-vocabulary.ts';

/** The words of a list of products, sorted. */
export function vocabularyOf(products: readonly Product[]): Vocabulary {
  const distinct = (values: readonly (string | null | undefined)[]) =>
    [...new Set(values.filter((value) => typeof value === 'string'))].sort();
  const attribute = (name: string) => distinct(products.flatMap((product) => product.attributes[name] ?? []));
  const variants = products.flatMap((product) => product.variants);
  return {
    departments: distinct(products.map((product) => product.department)),
    productTypes: distinct(products.map((product) => product.productType)),
    colours: distinct(variants.map((variant) => variant.colour)),
    sizes: distinct(variants.map((variant) => variant.size)),
    fabrics: attribute('fabric'),
    occasions: attribute('occasion'),
    patterns: attribute('pattern'),
    brands: distinct(products.map((product) => product.brand)),
    ...titleVocabulary(products),
  };
}
