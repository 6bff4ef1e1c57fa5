import { path } from '../geometry.ts';
import { both, fold, type Layer, panel, shine } from '../layers.ts';

interface Gores {
  readonly top: number;
  readonly topHalf: number;
  readonly bottom: number;
  readonly bottomHalf: number;
  readonly count: number;
  /** How far each gore's hem rounds out below its ends. */
  readonly wave: number;
  /** How far the middle of the hem hangs below its sides. */
  readonly dip: number;
}

/** A flared skirt as gores side by side, each with its own grain and light. `onto` draws along a gore's hem. */
export function gores(
  cut: Gores,
  onto: (hem: string, lift: (up: number) => string) => readonly Layer[] = () => [],
): readonly Layer[] {
  const { top, topHalf, bottom, bottomHalf, count, wave, dip } = cut;
  const at = (share: number): { readonly upper: number; readonly lower: number; readonly hem: number } => ({
    upper: 200 - topHalf + share * 2 * topHalf,
    lower: 200 - bottomHalf + share * 2 * bottomHalf,
    hem: bottom + dip * (1 - (2 * share - 1) ** 2),
  });
  return Array.from({ length: count }, (_, index) => {
    const left = at(index / count);
    const right = at((index + 1) / count);
    const bow = (side: typeof left): number => side.upper + (side.lower - side.upper) * 0.34;
    const waist = top + (bottom - top) * 0.5;
    const lift = (up: number): string =>
      path`M${left.lower - 6} ${left.hem - up}Q${(left.lower + right.lower) / 2} ${(left.hem + right.hem) / 2 + wave * 2 - up} ${right.lower + 6} ${right.hem - up}`;
    const data = path`M${left.upper} ${top}L${right.upper} ${top}Q${bow(right)} ${waist} ${right.lower} ${right.hem}Q${(left.lower + right.lower) / 2} ${(left.hem + right.hem) / 2 + wave * 2} ${left.lower} ${left.hem}Q${bow(left)} ${waist} ${left.upper} ${top}Z`;
    const lean = (left.lower + right.lower - left.upper - right.upper) / 2;
    const middle = (left.lower + right.lower) / 2;
    return panel(data, {
      turn: (-Math.atan2(lean, bottom - top) * 180) / Math.PI,
      shade: index < count * 0.3 ? 'lit' : index > count * 0.66 ? 'dim' : 'round',
      inside: [
        ...onto(lift(0), lift),
        fold(
          middle - lean * 0.5,
          top + (bottom - top) * 0.36,
          middle + 6,
          bottom + dip,
          (right.lower - left.lower) * 0.16,
          0,
          0.13,
        ),
      ],
    });
  });
}

export interface Legs {
  readonly top: number;
  readonly waist: number;
  readonly hip: number;
  readonly crotch: number;
  readonly bottom: number;
  /** Half widths where the hem ends, inside and outside. */
  readonly inner: number;
  readonly outer: number;
  /** Outside half width at the knee. */
  readonly knee: number;
  readonly kneeInner: number;
}

/** The right leg with half the seat. */
function leg(cut: Legs): string {
  const { top, waist, hip, crotch, bottom, inner, outer, knee, kneeInner } = cut;
  const kneeAt = crotch + (bottom - crotch) * 0.42;
  // At the knee the edge leans as the whole leg does; upright tangents there would make a wide leg wavy.
  const lean = (outer - hip) / (bottom - crotch);
  const leanInner = inner / (bottom - crotch);
  const reach = (bottom - crotch) * 0.2;
  return path`M200 ${top + 3}Q${200 + waist * 0.6} ${top + 3} ${200 + waist} ${top}C${200 + waist + 3} ${top + 30} ${200 + hip} ${crotch - 56} ${200 + hip} ${crotch - 24}C${200 + hip} ${crotch} ${200 + knee - lean * reach} ${kneeAt - reach} ${200 + knee} ${kneeAt}C${200 + knee + lean * reach} ${kneeAt + reach} ${200 + outer - lean * reach} ${bottom - reach} ${200 + outer} ${bottom}Q${200 + (inner + outer) / 2} ${bottom + 6} ${200 + inner} ${bottom + 2}C${200 + inner - leanInner * reach} ${bottom - reach} ${200 + kneeInner + leanInner * reach * 0.7} ${kneeAt + reach * 0.7} ${200 + kneeInner} ${kneeAt}C${200 + kneeInner - leanInner * reach * 0.7} ${kneeAt - reach * 0.7} 206 ${crotch + 26} 200 ${crotch}Z`;
}

/** A line across the right leg's end, `up` units above the hem. */
export function legLine({ bottom, inner, outer }: Legs, up: number): string {
  return path`M${200 + outer + 8} ${bottom - up}Q${200 + (inner + outer) / 2} ${bottom + 6 - up} ${200 + inner - 8} ${bottom + 2 - up}`;
}

/** Both legs with their folds; `inside` is drawn on the right one and mirrored. */
export function legs(cut: Legs, inside: readonly Layer[] = []): readonly Layer[] {
  const { hip, crotch, bottom, inner, outer, knee, kneeInner } = cut;
  const kneeAt = crotch + (bottom - crotch) * 0.42;
  return both(
    panel(leg(cut), {
      turn: (-Math.atan2((inner + outer - hip) / 2, bottom - crotch) * 180) / Math.PI,
      shade: 'dim',
      inside: [
        fold(206, crotch + 4, 200 + hip * 0.62, crotch - 10, 5, 0),
        fold(204, crotch + 8, 200 + knee * 0.5, kneeAt - 30, 4, -2, 0.13),
        shine(
          200 + (knee + kneeInner) / 2 - 4,
          crotch,
          200 + (inner + outer) / 2 - 4,
          bottom - 20,
          9,
          0,
          0.1,
        ),
        fold(200 + knee * 0.86, crotch + 10, 200 + outer * 0.84, bottom - 20, 5, 0, 0.12),
        ...inside,
      ],
    }),
  );
}
