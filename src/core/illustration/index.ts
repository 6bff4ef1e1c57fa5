import { colourKey, colours } from './colours.ts';
import { dyeFor } from './dye.ts';
import { type GarmentType, garments } from './garments.ts';
import { type Pattern, patternKey, patterns, tileFor } from './patterns.ts';
import { renderDrawing } from './render.ts';

export { colours } from './colours.ts';
export type { GarmentType } from './garments.ts';
export { type Pattern, patterns } from './patterns.ts';

/** Every silhouette there is, in the order of the shop's floor plan. */
export const garmentTypes: readonly GarmentType[] = Object.keys(garments) as GarmentType[];

/** What a product's picture is made of. `colour` is a key of `colours`; other text is drawn in a near or neutral one. */
export interface IllustrationSpec {
  readonly garment: GarmentType;
  readonly colour: string;
  readonly pattern: Pattern;
}

const colourKeys = Object.keys(colours);
const scheme = 'illustration:';

function garmentKey(text: string): GarmentType | undefined {
  return garmentTypes.find((garment) => garment === text);
}

/**
 * A complete SVG document, 400 × 440, ground included. The same spec gives the same text. Nothing of the spec's own
 * text enters the markup but known keys, so it may be inlined; ids carry the spec, so several may share a page.
 */
export function drawIllustration(spec: IllustrationSpec): string {
  const colour = colourKey(spec.colour);
  const pattern = patternKey(spec.pattern);
  const dye = dyeFor(colour);
  const places = [garmentTypes.indexOf(spec.garment), colourKeys.indexOf(colour), patterns.indexOf(pattern)];
  return renderDrawing(garments[spec.garment](), dye, tileFor(pattern, dye), `i${places.join('-')}-`);
}

/** Reads `illustration:<garment>/<colour>/<pattern>`; undefined for another scheme or an unknown garment. */
export function parseIllustrationUri(uri: string): IllustrationSpec | undefined {
  if (!uri.startsWith(scheme)) return undefined;
  const [first = '', second = '', third = ''] = uri.slice(scheme.length).split('/');
  const garment = garmentKey(first);
  if (garment === undefined) return undefined;
  return { garment, colour: colourKey(second), pattern: patternKey(third) };
}

export function formatIllustrationUri({ garment, colour, pattern }: IllustrationSpec): string {
  return `${scheme}${garment}/${colourKey(colour)}/${patternKey(pattern)}`;
}
