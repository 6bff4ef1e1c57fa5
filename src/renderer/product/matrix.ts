import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { StockFigure } from '../../contracts/store.ts';

export interface Choice {
  readonly size: string | null;
  readonly colour: string | null;
}

export interface SizeOption {
  readonly size: string;
  readonly available: number;
  /** False where this colour is not made in this size. */
  readonly exists: boolean;
}

export interface ColourOption {
  readonly colour: string;
  readonly image: string | null;
  readonly available: number;
}

export interface Matrix {
  readonly sizes: readonly SizeOption[];
  readonly colours: readonly ColourOption[];
  /** The variant under the choice, or null where there is none. */
  readonly variant: Variant | null;
  readonly figure: StockFigure | null;
}

const unique = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** Sizes and colours of a product as the screen offers them, with what this shop has of each. */
export function makeMatrix(product: Product, stock: readonly StockFigure[], choice: Choice): Matrix {
  const figures = new Map(stock.map((figure) => [figure.sku, figure]));
  const availableOf = (variants: readonly Variant[]): number =>
    variants.reduce((sum, variant) => sum + (figures.get(variant.sku)?.available ?? 0), 0);
  const inColour = product.variants.filter((variant) => variant.colour === choice.colour);
  const variant = inColour.find((each) => each.size === choice.size) ?? null;
  return {
    sizes: unique(product.variants.map((each) => each.size)).map((size) => {
      const matching = inColour.filter((each) => each.size === size);
      return { size, exists: matching.length > 0, available: availableOf(matching) };
    }),
    colours: unique(product.variants.map((each) => each.colour)).map((colour) => {
      const matching = product.variants.filter((each) => each.colour === colour);
      return {
        colour,
        image: matching.find((each) => each.image)?.image ?? null,
        available: availableOf(matching),
      };
    }),
    variant,
    figure: variant ? (figures.get(variant.sku) ?? null) : null,
  };
}

/** The choice to begin with: the variant asked for, else one in the usual size that is here, else the first that is. */
export function firstChoice(
  product: Product,
  stock: readonly StockFigure[],
  sku: string | null,
  usualSize: string | null,
): Choice {
  const here = new Set(stock.filter((figure) => figure.available > 0).map((figure) => figure.sku));
  const variant =
    product.variants.find((each) => each.sku === sku) ??
    product.variants.find((each) => each.size === usualSize && here.has(each.sku)) ??
    product.variants.find((each) => here.has(each.sku)) ??
    product.variants[0];
  return { size: variant?.size ?? null, colour: variant?.colour ?? null };
}

/** The size nearest to the chosen one in the product's own order that this shop has, or null. */
export function nearestSize(sizes: readonly SizeOption[], size: string | null): SizeOption | null {
  const at = sizes.findIndex((option) => option.size === size);
  const here = sizes
    .map((option, place) => ({ option, steps: Math.abs(place - at) }))
    .filter(({ option, steps }) => option.available > 0 && steps > 0)
    .sort((a, b) => a.steps - b.steps);
  return here[0]?.option ?? null;
}
