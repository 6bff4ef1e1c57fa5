import { colourHex, colourKey } from './colours.ts';

/** Every tone that a drawing uses, all derived from the one fabric colour so that a picture holds together. */
export interface Dye {
  readonly base: string;
  readonly deep: string;
  readonly lining: string;
  readonly seam: string;
  readonly shade: string;
  readonly ground: string;
  readonly groundLight: string;
  readonly shadow: string;
  /** Printed or woven figure on the cloth: first and second screen. */
  readonly motif: string;
  readonly motifSecond: string;
  readonly motifThird: string;
  /** Zari or contrast border, with its lighter thread and its dark edge. */
  readonly trim: string;
  readonly trimLight: string;
  readonly trimDark: string;
  readonly metal: string;
  readonly button: string;
  readonly stone: string;
}

const metals: ReadonlySet<string> = new Set(['gold', 'brass', 'copper', 'silver']);
/** On these a gold border would vanish, so the border is madder. */
const goldenCloths: ReadonlySet<string> = new Set([
  'gold',
  'brass',
  'marigold',
  'mustard',
  'saffron',
  'lemon',
]);

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `amount` 0 gives `from`, 1 gives `to`; plain sRGB, which suits small steps between neighbouring tones. */
export function mix(from: string, to: string, amount: number): string {
  const [r1, g1, b1] = channels(from);
  const [r2, g2, b2] = channels(to);
  const part = (a: number, b: number): string =>
    Math.round(a + (b - a) * amount)
      .toString(16)
      .padStart(2, '0');
  return `#${part(r1, r2)}${part(g1, g2)}${part(b1, b2)}`;
}

/** Perceived lightness from 0 to 1 (Rec. 601 luma). */
function lightness(hex: string): number {
  const [r, g, b] = channels(hex);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

function isWarm(hex: string): boolean {
  const [r, , b] = channels(hex);
  return r >= b;
}

function saturation(hex: string): number {
  const rgb = channels(hex);
  return (Math.max(...rgb) - Math.min(...rgb)) / 255;
}

interface Screens {
  readonly motif: string;
  readonly motifSecond: string;
  readonly motifThird: string;
}

/** Print colours as a hand-block printer would choose them: light on dark cloth, deep on pale cloth. */
function screensFor(base: string): Screens {
  const light = lightness(base);
  if (light > 0.62) {
    return isWarm(base) && saturation(base) > 0.2
      ? { motif: '#9c2f35', motifSecond: '#2f6a55', motifThird: '#e39a1f' }
      : { motif: '#2f4f8a', motifSecond: '#b5433a', motifThird: '#d99a2b' };
  }
  if (light > 0.42) {
    return isWarm(base)
      ? { motif: '#fff2d8', motifSecond: '#7c2230', motifThird: mix(base, '#fff2d8', 0.55) }
      : { motif: '#fbf4e6', motifSecond: mix(base, '#10202c', 0.6), motifThird: '#edc266' };
  }
  return isWarm(base) && saturation(base) > 0.2
    ? { motif: '#f6dcae', motifSecond: '#e2a03a', motifThird: mix(base, '#f6dcae', 0.45) }
    : { motif: '#eee7d8', motifSecond: '#d7a24a', motifThird: mix(base, '#eee7d8', 0.5) };
}

/** Hue in turns from 0 to 1 (the usual HSL definition). */
function hue(hex: string): number {
  const [r, g, b] = channels(hex);
  const span = Math.max(r, g, b) - Math.min(r, g, b);
  if (span === 0) return 0;
  const peak = Math.max(r, g, b);
  const sixth = peak === r ? (g - b) / span : peak === g ? (b - r) / span + 2 : (r - g) / span + 4;
  return (sixth / 6 + 1) % 1;
}

function fromHsl(turn: number, strength: number, level: number): string {
  const channel = (offset: number): string => {
    const k = (offset + turn * 12) % 12;
    const value = level - strength * Math.min(level, 1 - level) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

/**
 * The wall behind the piece: the cloth's own hue, pale. White and grey pieces stand on warm paper tones instead, a
 * step darker where the cloth itself is pale.
 */
function groundsFor(base: string): { readonly ground: string; readonly groundLight: string } {
  if (lightness(base) > 0.86) return { ground: '#d9cebc', groundLight: '#e7dfd0' };
  if (saturation(base) < 0.09) return { ground: '#dcd6cc', groundLight: '#ece7de' };
  const strength = Math.min(0.56, 0.2 + saturation(base) * 0.5);
  const level = lightness(base) > 0.72 ? 0.86 : 0.88;
  // A touch of paper keeps all the grounds in one family.
  const paper = '#f3ecdf';
  return {
    ground: mix(fromHsl(hue(base), strength, level), paper, 0.16),
    groundLight: mix(fromHsl(hue(base), strength, level + 0.05), paper, 0.2),
  };
}

export function dyeFor(colour: string): Dye {
  const key = colourKey(colour);
  const base = colourHex(key);
  const light = lightness(base);
  const golden = goldenCloths.has(key);
  const trim = golden ? '#8d2a33' : '#c8982f';
  return {
    base,
    ...screensFor(base),
    deep: mix(base, '#20121a', 0.24),
    lining: light < 0.25 ? mix(base, '#000000', 0.42) : mix(base, '#2a1712', 0.44),
    // A dark seam cannot be seen on black cloth; there the thread is lighter than the cloth.
    seam: light < 0.2 ? mix(base, '#d9cfc4', 0.34) : mix(base, '#1d0f16', light > 0.75 ? 0.46 : 0.58),
    shade: mix(base, '#170b16', 0.82),
    ...groundsFor(base),
    shadow: mix('#3a2415', base, 0.18),
    trim,
    trimLight: golden ? '#e0a33c' : '#f2d690',
    trimDark: golden ? '#5d1822' : '#8d6518',
    metal: metals.has(key) ? base : '#c8982f',
    button: light > 0.55 ? mix(base, '#5b4330', 0.5) : mix('#f4ead8', base, 0.12),
    stone: metals.has(key) ? '#9c2740' : base,
  };
}
