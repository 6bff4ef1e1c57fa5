import { mirror, path } from './geometry.ts';

/** What a surface is made of; the renderer turns it into a fill. */
export type Paint =
  | 'fabric'
  | 'plain'
  | 'deep'
  | 'lining'
  | 'trim'
  | 'trim-light'
  | 'trim-dark'
  | 'metal'
  | 'rubber'
  | 'leather'
  | 'leather-dark'
  | 'ink'
  | 'ivory'
  | 'stone'
  | 'button'
  | 'shadow'
  | 'shine';

/** How light falls on a surface. The light is always from the upper left. */
export type Shade = 'round' | 'lit' | 'dim' | 'down' | 'none';

export interface Panel {
  readonly kind: 'panel';
  readonly path: string;
  readonly paint: Paint;
  /** Degrees by which the cloth's grain is turned, so that a print follows a sleeve or a gore. */
  readonly turn: number;
  readonly shade: Shade;
  readonly outline: boolean;
  /** Drawn on the panel and cut off at its edge. */
  readonly inside: readonly Layer[];
}

export interface Line {
  readonly kind: 'line';
  readonly path: string;
  readonly tone: 'seam' | Paint;
  readonly width: number;
  readonly dash: string;
  readonly opacity: number;
}

/** A flat shape without grain, light or outline: folds, shine, motifs. */
interface Shape {
  readonly kind: 'shape';
  readonly path: string;
  readonly paint: Paint;
  readonly opacity: number;
}

interface Dot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly paint: Paint;
}

export type Layer = Panel | Line | Shape | Dot;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** Further factor for the width: a body drawn to the common measures, made as slender as a long drape needs. */
  readonly narrow?: number;
}

/** A finished garment flat. `twin` draws the same piece once more behind it: the other shoe, the other earring. */
export interface Drawing {
  readonly layers: readonly Layer[];
  /** Factor for the pattern's repeat; small things wear small prints. */
  readonly repeat?: number;
  readonly twin?: { readonly x: number; readonly y: number; readonly flip?: boolean };
  /** Moves and scales the whole piece inside the frame. */
  readonly place?: Place;
  /** Standing things throw a shadow on a floor, hanging things on the wall. */
  readonly floor?: number;
}

interface PanelOptions {
  readonly paint?: Paint;
  readonly turn?: number;
  readonly shade?: Shade;
  readonly outline?: boolean;
  readonly inside?: readonly Layer[];
}

export function panel(data: string, options: PanelOptions = {}): Panel {
  return {
    kind: 'panel',
    path: data,
    paint: 'fabric',
    turn: 0,
    shade: 'round',
    outline: true,
    inside: [],
    ...options,
  };
}

export function seam(data: string, width = 1.3, opacity = 0.8): Line {
  return { kind: 'line', path: data, tone: 'seam', width, dash: '', opacity };
}

export function stitch(data: string, tone: 'seam' | Paint = 'seam', width = 1.1): Line {
  return { kind: 'line', path: data, tone, width, dash: '3.5 2.5', opacity: 0.75 };
}

/** A strip of even width: ribs, borders, straps. */
export function band(data: string, tone: Paint, width: number, opacity = 1): Line {
  return { kind: 'line', path: data, tone, width, dash: '', opacity };
}

/** A border of zari: a broad woven band with a row of fine bright bars down its middle. */
export function border(data: string, width: number): readonly Line[] {
  return [
    band(data, 'trim', width),
    { kind: 'line', path: data, tone: 'trim-light', width: width * 0.44, dash: '2.6 3.6', opacity: 0.85 },
    { kind: 'line', path: data, tone: 'trim-dark', width: width * 0.1, dash: '', opacity: 0.7 },
  ];
}

export function shape(data: string, paint: Paint, opacity = 1): Shape {
  return { kind: 'shape', path: data, paint, opacity };
}

export function dot(x: number, y: number, radius: number, paint: Paint = 'button'): Dot {
  return { kind: 'dot', x, y, radius, paint };
}

/** A drape fold that swells from nothing and ends in nothing; `bend` bows it sideways. */
export function fold(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  bend = 0,
  opacity = 0.17,
): Shape {
  const x = (x1 + x2) / 2 + bend;
  const y = (y1 + y2) / 2;
  const data = path`M${x1} ${y1}Q${x - width} ${y} ${x2} ${y2}Q${x + width} ${y} ${x1} ${y1}Z`;
  return shape(data, 'shadow', opacity);
}

export function shine(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  width: number,
  bend = 0,
  opacity = 0.16,
): Shape {
  return { ...fold(x1, y1, x2, y2, width, bend, opacity), paint: 'shine' };
}

function mirrored(layer: Layer): Layer {
  switch (layer.kind) {
    case 'panel':
      return {
        ...layer,
        path: mirror(layer.path),
        turn: -layer.turn,
        inside: layer.inside.map(mirrored),
        // The pieces are written for the right, away from the light; their mirror images face it.
        shade: layer.shade === 'dim' ? 'lit' : layer.shade,
      };
    case 'dot':
      return { ...layer, x: 400 - layer.x };
    default:
      return { ...layer, path: mirror(layer.path) };
  }
}

/** Each piece and its mirror image; written for the right side. */
export function both(...layers: readonly Layer[]): readonly Layer[] {
  return [...layers.map(mirrored), ...layers];
}

/** Buttons down a line, sewn with a highlight. */
export function buttons(
  x: number,
  from: number,
  to: number,
  count: number,
  radius = 3.4,
  paint: Paint = 'button',
): readonly Layer[] {
  return Array.from({ length: count }, (_, index) => {
    const y = count === 1 ? from : from + ((to - from) * index) / (count - 1);
    return dot(x, y, radius, paint);
  });
}
