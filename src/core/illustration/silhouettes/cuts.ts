import { arch, path, symmetric } from '../geometry.ts';
import {
  band,
  both,
  fold,
  type Layer,
  type Paint,
  type Panel,
  panel,
  seam,
  shape,
  stitch,
} from '../layers.ts';

/** Measures of an upper body, as half widths from the middle and heights in the picture. */
export interface Torso {
  readonly top: number;
  readonly neck: number;
  readonly depth: number;
  readonly neckline: 'round' | 'vee' | 'boat' | 'square';
  readonly shoulder: number;
  readonly slope: number;
  readonly chest: number;
  readonly armhole: number;
  readonly waist: number;
  readonly waistAt: number;
  readonly hem: number;
  readonly bottom: number;
  /** How far the hem hangs lower in the middle. */
  readonly dip: number;
}

export const regular: Torso = {
  top: 88,
  neck: 38,
  depth: 30,
  neckline: 'round',
  shoulder: 88,
  slope: 20,
  chest: 82,
  armhole: 186,
  waist: 77,
  waistAt: 262,
  hem: 82,
  bottom: 352,
  dip: 5,
};

/** The front neckline from the middle to the right, without its first point. */
function neckCurve({ top, neck, depth, neckline }: Torso): string {
  const right = 200 + neck;
  switch (neckline) {
    case 'vee':
      return path`Q${200 + neck * 0.55} ${top + depth * 0.55} ${right} ${top}`;
    case 'square':
      return path`L${200 + neck * 0.86} ${top + depth}L${right} ${top}`;
    case 'boat':
      return path`Q${200 + neck * 0.62} ${top + depth} ${right} ${top}`;
    default:
      return path`C${200 + neck * 0.62} ${top + depth} ${200 + neck * 0.94} ${top + depth * 0.6} ${right} ${top}`;
  }
}

export function bodyPath(torso: Torso): string {
  const { top, depth, shoulder, slope, chest, armhole, waist, waistAt, hem, bottom, dip } = torso;
  const side = path`C${200 + chest} ${armhole + 26} ${200 + waist} ${waistAt - 34} ${200 + waist} ${waistAt}C${200 + waist} ${waistAt + 30} ${200 + hem - 1} ${bottom - 34} ${200 + hem} ${bottom}`;
  return symmetric(
    path`M200 ${top + depth}` +
      neckCurve(torso) +
      path`L${200 + shoulder} ${top + slope}C${200 + shoulder - 9} ${top + slope + 26} ${200 + chest - 8} ${armhole - 20} ${200 + chest} ${armhole}` +
      side +
      path`Q${200 + hem * 0.55} ${bottom + dip} 200 ${bottom + dip}`,
  );
}

/** The front edge of the neck from side to side, for ribs, trims and facings. */
export function neckEdge(torso: Torso): string {
  return arch(path`M200 ${torso.top + torso.depth}` + neckCurve(torso));
}

/** The inside of the back seen through the neck, with the label every shopper looks for. */
export function backNeck({ top, neck, depth }: Torso, rise = 7): readonly Layer[] {
  return [
    panel(
      path`M${200 - neck} ${top}Q200 ${top + rise * 2} ${200 + neck} ${top}L${200 + neck} ${top + depth + 5}L${200 - neck} ${top + depth + 5}Z`,
      {
        paint: 'lining',
        shade: 'none',
        inside: [
          shape(
            path`M191 ${top + rise + 3}L209 ${top + rise + 3}L209 ${top + rise + 12}L191 ${top + rise + 12}Z`,
            'ivory',
            0.85,
          ),
        ],
      },
    ),
  ];
}

/** The rib that finishes a knitted neck. */
export function neckRib(torso: Torso, width = 14, paint: Paint = 'deep'): readonly Layer[] {
  return [band(neckEdge(torso), paint, width), seam(neckEdge(torso), 1)];
}

export interface Sleeve {
  readonly length: number;
  /** Degrees away from the vertical. */
  readonly angle: number;
  /** Half width at the cuff. */
  readonly cuff: number;
  /** Half width in the middle, beyond the straight line: puffs and bells. */
  readonly swell?: number;
}

/** Of knits and blousons. */
export const loose: Sleeve = { length: 214, angle: 16, cuff: 22, swell: 8 };

/** Where a right sleeve ends: middle of the cuff, its direction and its two corners. */
function sleeveEnd(torso: Torso, { length, angle, cuff }: Sleeve) {
  const turn = (angle * Math.PI) / 180;
  const along = { x: Math.sin(turn), y: Math.cos(turn) };
  const across = { x: Math.cos(turn), y: -Math.sin(turn) };
  // The sleeve's axis starts inside the shoulder point, where the arm would be.
  const start = { x: 200 + torso.shoulder - 14, y: torso.top + torso.slope + 22 };
  const middle = { x: start.x + along.x * length, y: start.y + along.y * length };
  return {
    along,
    across,
    outer: { x: middle.x + across.x * cuff, y: middle.y + across.y * cuff },
    inner: { x: middle.x - across.x * cuff, y: middle.y - across.y * cuff },
  };
}

/** The right sleeve, to be laid under the body; `inside` gets drawn on the cloth. */
export function sleeve(torso: Torso, cut: Sleeve, inside: readonly Layer[] = []): Panel {
  const { along, outer, inner } = sleeveEnd(torso, cut);
  const shoulder = { x: 200 + torso.shoulder, y: torso.top + torso.slope };
  const pit = { x: 200 + torso.chest, y: torso.armhole };
  const swell = cut.swell ?? 0;
  const reach = Math.min(30, cut.length * 0.3);
  const outerPull = {
    x: outer.x - along.x * cut.length * 0.4 + swell,
    y: outer.y - along.y * cut.length * 0.4,
  };
  const innerPull = {
    x: inner.x - along.x * cut.length * 0.35 - swell * 0.2,
    y: inner.y - along.y * cut.length * 0.35 + swell * 0.4,
  };
  const data = path`M${shoulder.x - 24} ${shoulder.y - 5}L${shoulder.x} ${shoulder.y}C${shoulder.x + reach * 0.6} ${shoulder.y + reach * 0.45} ${outerPull.x} ${outerPull.y} ${outer.x} ${outer.y}Q${(outer.x + inner.x) / 2 + along.x * 5} ${(outer.y + inner.y) / 2 + along.y * 5} ${inner.x} ${inner.y}Q${innerPull.x} ${innerPull.y} ${pit.x} ${pit.y}L${pit.x - 30} ${pit.y}Z`;
  const crease =
    cut.length > 110
      ? [
          fold(pit.x + 4, pit.y + 4, inner.x + along.x * -40 + 6, inner.y - along.y * 40, 7),
          fold(
            outer.x - along.x * 100 - 12,
            outer.y - along.y * 100,
            outer.x - along.x * 20 - 9,
            outer.y - along.y * 20,
            4,
          ),
        ]
      : [fold(pit.x - 6, pit.y - 4, (outer.x + inner.x) / 2 - 4, (outer.y + inner.y) / 2 - 6, 6)];
  return panel(data, { turn: -cut.angle, shade: 'dim', inside: [...crease, ...inside] });
}

/** A line across the right sleeve, `back` units before its end: hem stitches, cuffs, borders. */
export function across(torso: Torso, cut: Sleeve, back: number): string {
  const { along, outer, inner } = sleeveEnd(torso, cut);
  const shift = { x: -along.x * back, y: -along.y * back };
  const spread = 14;
  const side = { x: (outer.x - inner.x) / (cut.cuff * 2), y: (outer.y - inner.y) / (cut.cuff * 2) };
  return path`M${outer.x + shift.x + side.x * spread} ${outer.y + shift.y + side.y * spread}Q${(outer.x + inner.x) / 2 + shift.x + along.x * 5} ${(outer.y + inner.y) / 2 + shift.y + along.y * 5} ${inner.x + shift.x - side.x * spread} ${inner.y + shift.y - side.y * spread}`;
}

export function sleeves(torso: Torso, cut: Sleeve, inside: readonly Layer[] = []): readonly Layer[] {
  return both(sleeve(torso, cut, inside));
}

/** A line along the hem, `up` units above it. */
export function hemLine({ hem, bottom, dip }: Torso, up: number): string {
  return path`M${200 - hem - 10} ${bottom - up}Q${200 - hem * 0.55} ${bottom + dip - up} 200 ${bottom + dip - up}Q${200 + hem * 0.55} ${bottom + dip - up} ${210 + hem} ${bottom - up}`;
}

/** Folds that a hanging upper body always has: from the armholes down, and a soft break at the waist. */
export function drape({ chest, armhole, waist, waistAt, hem, bottom }: Torso): readonly Layer[] {
  return [
    fold(200 + chest - 8, armhole + 2, 200 + waist - 26, waistAt + 24, 9, 6),
    fold(200 - chest + 8, armhole + 2, 200 - waist + 24, waistAt + 12, 7, -4, 0.12),
    fold(200 + hem * 0.5, waistAt + 6, 200 + hem * 0.58, bottom - 4, 7, 3),
    fold(200 - hem * 0.42, waistAt + 22, 200 - hem * 0.5, bottom - 4, 6, -3, 0.12),
  ];
}

/** Hem stitches along a body. */
export function hemStitch(torso: Torso, up = 9): Layer {
  return stitch(hemLine(torso, up));
}
