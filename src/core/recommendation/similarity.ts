import type { Product } from '../../contracts/catalogue.ts';

/** Weights by hand: what a piece is made of and for says most, then what it costs, then its colours. */
const weights = { traits: 0.5, price: 0.3, colours: 0.2 } as const;

/** How alike two products are, 0 to 1, by traits, price and colours. Whether they are the same garment is for who asks. */
export function similarity(one: Product, other: Product): number {
  return (
    weights.traits * shared(traitsOf(one), traitsOf(other)) +
    weights.price * priceCloseness(priceOf(one), priceOf(other)) +
    weights.colours * shared(coloursOf(one), coloursOf(other))
  );
}

const traitsOf = ({ attributes, brand }: Product): ReadonlySet<string> =>
  new Set([
    `brand:${brand}`,
    ...Object.entries(attributes).flatMap(([name, values]) => values.map((value) => `${name}:${value}`)),
  ]);

const coloursOf = ({ variants }: Product): ReadonlySet<string> =>
  new Set(variants.flatMap(({ colour }) => (colour === null ? [] : [colour.toLowerCase()])));

/** Of the cheapest variant, minor units. */
const priceOf = ({ variants }: Product): number => Math.min(...variants.map(({ price }) => price));

/** Share of all that either has; 0 where neither has any. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  if (all.size === 0) return 0;
  return [...one].filter((value) => other.has(value)).length / all.size;
}

/** 1 for the same price, 0 for twice as much or half of it, and beyond. */
function priceCloseness(one: number, other: number): number {
  if (!(one > 0 && other > 0 && Number.isFinite(one + other))) return 0;
  return 1 - Math.min(1, Math.abs(Math.log2(one / other)));
}
