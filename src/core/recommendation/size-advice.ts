import type { SizeAdvice, SizeReason } from '../../contracts/size-advice.ts';
import type { BodyMeasure, SizeChart } from '../../contracts/size-chart.ts';
import { normalType } from './product-type.ts';
import { type KnownSizes, usualSize } from './usual-size.ts';

/** A piece of an earlier order. */
export interface WornPiece {
  readonly title: string;
  readonly brand: string;
  readonly productType: string;
  readonly size: string;
  /** Not sent back. */
  readonly kept: boolean;
}

export interface SizeFacts {
  readonly brand: string;
  readonly productType: string;
  /** In the product's order. */
  readonly sizes: readonly string[];
  readonly chart: SizeChart | undefined;
  /** Of the body, in millimetres. */
  readonly measures: Partial<Readonly<Record<BodyMeasure, number>>>;
  /** Latest first. */
  readonly worn: readonly WornPiece[];
  readonly preferred: KnownSizes;
}

type Sure = SizeAdvice['sure'];
interface Guess {
  readonly size: string | null;
  readonly sure: Sure;
  readonly reasons: readonly SizeReason[];
}

/** A body this much beyond the smallest or the largest size still gets into it. */
const tolerance = 10;

type ChartSizes = SizeChart['measures'][number]['sizes'];

function chartSize(of: BodyMeasure, millimetres: number, sizes: ChartSizes): SizeReason {
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (!first || !last || millimetres < first.from - tolerance) return { kind: 'outside', of, end: 'smaller' };
  if (millimetres > last.to + tolerance) return { kind: 'outside', of, end: 'larger' };
  // Between two sizes the larger one is worn, the smaller one pinches.
  const size = sizes.find(({ to }) => millimetres <= to) ?? last;
  const exact = millimetres >= size.from && millimetres <= size.to;
  return { kind: exact ? 'chart' : 'between', of, size: size.size };
}

/** By the body's measures, each against the chart. Where they disagree the largest counts, and that is said. */
function byChart({ chart, measures, sizes }: SizeFacts): Guess | undefined {
  const reasons = (chart?.measures ?? []).flatMap(({ of, sizes: charted }) => {
    const given = measures[of];
    const offered = charted.filter(({ size }) => findSize(sizes, size) !== undefined);
    return given === undefined || offered.length === 0 ? [] : [chartSize(of, given, offered)];
  });
  if (reasons.length === 0) return undefined;
  if (reasons.some(({ kind }) => kind === 'outside')) return { size: null, sure: 'not', reasons };
  const places = reasons.map((reason) => ('size' in reason ? placeOf(sizes, reason.size) : -1));
  const size = sizes[Math.max(...places)] ?? null;
  const agree = new Set(places).size === 1 && reasons.every(({ kind }) => kind === 'chart');
  return { size, sure: agree ? 'very' : 'fairly', reasons };
}

const findSize = (sizes: readonly string[], size: string): string | undefined =>
  sizes.find((one) => one.toLowerCase() === size.toLowerCase());
const placeOf = (sizes: readonly string[], size: string): number =>
  sizes.findIndex((one) => one.toLowerCase() === size.toLowerCase());

/** By what was bought before of this garment, of this maker first; what was sent back speaks against its size. */
function byPurchases({ worn, brand, productType, sizes }: SizeFacts): Guess | undefined {
  const type = normalType(productType);
  const alike = worn.filter(
    (piece) => normalType(piece.productType) === type && findSize(sizes, piece.size) !== undefined,
  );
  const kept = alike.filter((piece) => piece.kept);
  const ofBrand = kept.filter((piece) => piece.brand === brand);
  const [latest] = ofBrand.length > 0 ? ofBrand : kept;
  if (latest === undefined) return undefined;
  const size = findSize(sizes, latest.size);
  if (size === undefined) return undefined;
  const same = kept.filter((piece) => findSize(sizes, piece.size) === size);
  const back = alike.find((piece) => !piece.kept && findSize(sizes, piece.size) === size);
  const reasons: SizeReason[] = [
    { kind: 'kept', size, title: latest.title, sameBrand: latest.brand === brand },
    ...(back ? [{ kind: 'returned', size, title: back.title } as const] : []),
  ];
  const steady = same.length > 1 && same.length === kept.length && latest.brand === brand;
  return {
    size,
    sure: back ? 'hardly' : steady ? 'very' : latest.brand === brand ? 'fairly' : 'hardly',
    reasons,
  };
}

function byPreference({ preferred, productType, sizes, worn }: SizeFacts): Guess | undefined {
  const own = Object.entries(preferred).find(([type]) => normalType(type) === normalType(productType))?.[1];
  const said = own === undefined ? undefined : findSize(sizes, own);
  if (said !== undefined)
    return { size: said, sure: 'fairly', reasons: [{ kind: 'preference', size: said }] };
  const others = Object.fromEntries(
    worn.filter(({ kept }) => kept).map((piece) => [piece.productType, piece.size]),
  );
  const usual = usualSize(productType, sizes, { ...others, ...preferred });
  return usual === undefined
    ? undefined
    : { size: usual, sure: 'hardly', reasons: [{ kind: 'other-garment', size: usual }] };
}

/**
 * The size to try first, how sure that is, and why. Measures say most, then what was kept of the same garment, then what the shopper
 * said; one that disagrees with the first makes it less sure, and is named. Sizes that carry over from other garments are a guess.
 */
export function adviseSize(facts: SizeFacts): Guess {
  const [first, second] = [byChart(facts), byPurchases(facts), byPreference(facts)].filter(
    (guess) => guess !== undefined,
  );
  if (first === undefined) return { size: null, sure: 'not', reasons: [] };
  if (second === undefined || second.size === null || second.sure === 'hardly' || first.size === null)
    return first;
  if (second.size === first.size)
    return { ...first, sure: 'very', reasons: [...first.reasons, ...second.reasons] };
  return { ...first, sure: 'hardly', reasons: [...first.reasons, ...second.reasons] };
}

/** Measures that the chart knows and that were not given. */
export const missingMeasures = ({ chart, measures }: SizeFacts): readonly BodyMeasure[] =>
  (chart?.measures ?? []).map(({ of }) => of).filter((of) => measures[of] === undefined);
