import type { SearchQuery } from '../../contracts/catalogue.ts';
import { isShadeOf } from './colour-families.ts';
import type { Dictionary } from './dictionary.ts';
import type { IndexedProduct, IndexedVariant } from './product-index.ts';
import { fold, singulars } from './words.ts';

/** A query's filters against numbers. `undefined` in place of a set: not asked for. */
export interface Filters {
  acceptsProduct(product: IndexedProduct): boolean;
  /** Availability apart: it depends on the shop. */
  acceptsVariant(variant: IndexedVariant): boolean;
}

export interface Dictionaries {
  readonly departments: Dictionary;
  readonly productTypes: Dictionary;
  readonly sizes: Dictionary;
  readonly colours: Dictionary;
  readonly brands: Dictionary;
  readonly occasions: Dictionary;
  readonly fabrics: Dictionary;
  readonly patterns: Dictionary;
}

/** `Kurtas` asks for `Kurta`. */
function sameType(asked: string, known: string): boolean {
  return known === asked || singulars(asked).includes(known) || singulars(known).includes(asked);
}

/** `blue` asks for `Navy Blue` too; `navy blue` does not ask for `Blue`. */
function includesWords(asked: string, known: string): boolean {
  const words = known.split(' ');
  return asked.split(' ').every((word) => words.includes(word));
}

/** `blue` asks for `Indigo` as well: shoppers say the family, shops name the shade. */
const sameColour = (asked: string, known: string): boolean =>
  includesWords(asked, known) || isShadeOf(asked, known);

export function compileFilters(query: SearchQuery, dictionaries: Dictionaries): Filters {
  const matching = (
    asked: string | undefined,
    dictionary: Dictionary,
    same: (asked: string, known: string) => boolean,
  ): ReadonlySet<number> | undefined => {
    if (asked === undefined || asked.trim() === '') return undefined;
    const folded = fold(asked);
    return dictionary.matching((known) => same(folded, known));
  };
  const equal = (asked: string, known: string): boolean => known === asked;

  const departments = matching(query.department, dictionaries.departments, equal);
  const productTypes = matching(query.productType, dictionaries.productTypes, sameType);
  const sizes = matching(query.size, dictionaries.sizes, equal);
  const colours = matching(query.colour, dictionaries.colours, sameColour);
  const excluded = new Set(
    (query.excludeColours ?? []).flatMap((colour) => [
      ...(matching(colour, dictionaries.colours, sameColour) ?? []),
    ]),
  );
  const without = (dictionary: Dictionary, same: (asked: string, known: string) => boolean) =>
    new Set((query.exclude ?? []).flatMap((word) => [...(matching(word, dictionary, same) ?? [])]));
  const unwanted = {
    productTypes: without(dictionaries.productTypes, sameType),
    fabrics: without(dictionaries.fabrics, includesWords),
    patterns: without(dictionaries.patterns, includesWords),
    occasions: without(dictionaries.occasions, includesWords),
  };
  const occasions = matching(query.occasion, dictionaries.occasions, includesWords);
  const fabrics = matching(query.fabric, dictionaries.fabrics, includesWords);
  const { minimumPrice = 0, maximumPrice = Number.MAX_SAFE_INTEGER } = query;

  return {
    acceptsProduct: (product) =>
      (departments === undefined || departments.has(product.department)) &&
      (productTypes === undefined || productTypes.has(product.productType)) &&
      (occasions === undefined || product.occasions.some((id) => occasions.has(id))) &&
      (fabrics === undefined || product.fabrics.some((id) => fabrics.has(id))) &&
      !unwanted.productTypes.has(product.productType) &&
      !product.fabrics.some((id) => unwanted.fabrics.has(id)) &&
      !product.patterns.some((id) => unwanted.patterns.has(id)) &&
      !product.occasions.some((id) => unwanted.occasions.has(id)),
    acceptsVariant: (variant) =>
      variant.price >= minimumPrice &&
      variant.price <= maximumPrice &&
      (sizes === undefined || sizes.has(variant.size)) &&
      (colours === undefined || colours.has(variant.colour)) &&
      (excluded.size === 0 || !excluded.has(variant.colour)),
  };
}
