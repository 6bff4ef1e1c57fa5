/** A fabric colour as the shop names it. `hex` is the dyed cloth in daylight, six digits. */
export interface Colour {
  readonly name: string;
  readonly hex: string;
}

/** The palette of the sample retailer. Keys are what illustration URIs carry. */
export const colours: Readonly<Record<string, Colour>> = {
  indigo: { name: 'Indigo', hex: '#2c4a86' },
  navy: { name: 'Navy', hex: '#1f2b47' },
  sky: { name: 'Sky', hex: '#9dbfd9' },
  denim: { name: 'Denim blue', hex: '#44658f' },
  teal: { name: 'Teal', hex: '#1f6a70' },
  turquoise: { name: 'Turquoise', hex: '#3fa0a2' },
  'bottle-green': { name: 'Bottle green', hex: '#1f4a3b' },
  emerald: { name: 'Emerald', hex: '#1d7a57' },
  sage: { name: 'Sage', hex: '#9bae90' },
  olive: { name: 'Olive', hex: '#686a3a' },
  mint: { name: 'Mint', hex: '#b4d8c4' },
  pistachio: { name: 'Pistachio', hex: '#c3cf96' },
  marigold: { name: 'Marigold', hex: '#e39a1f' },
  mustard: { name: 'Mustard', hex: '#c6952c' },
  lemon: { name: 'Lemon', hex: '#f0d777' },
  saffron: { name: 'Saffron', hex: '#e57a24' },
  rust: { name: 'Rust', hex: '#a9512a' },
  coral: { name: 'Coral', hex: '#e5745c' },
  peach: { name: 'Peach', hex: '#f2bd9b' },
  madder: { name: 'Madder', hex: '#a4322f' },
  maroon: { name: 'Maroon', hex: '#6c1f2b' },
  wine: { name: 'Wine', hex: '#52203a' },
  rose: { name: 'Rose', hex: '#b93e5d' },
  fuchsia: { name: 'Fuchsia', hex: '#bb2a76' },
  blush: { name: 'Blush', hex: '#ecc3bd' },
  lilac: { name: 'Lilac', hex: '#b9a5cf' },
  plum: { name: 'Plum', hex: '#66386b' },
  ivory: { name: 'Ivory', hex: '#f1e8d6' },
  white: { name: 'White', hex: '#f9f6f0' },
  sand: { name: 'Sand', hex: '#d6bf9a' },
  tan: { name: 'Tan', hex: '#b27c48' },
  brown: { name: 'Brown', hex: '#6a4329' },
  grey: { name: 'Grey', hex: '#98948e' },
  charcoal: { name: 'Charcoal', hex: '#45444a' },
  black: { name: 'Black', hex: '#26242a' },
  gold: { name: 'Gold', hex: '#cfa03a' },
  brass: { name: 'Brass', hex: '#b5832f' },
  copper: { name: 'Copper', hex: '#b86a43' },
  silver: { name: 'Silver', hex: '#b9bcc0' },
};

/** What catalogues say beside our own names. */
const otherNames: Readonly<Record<string, string>> = {
  blue: 'indigo',
  red: 'madder',
  green: 'emerald',
  yellow: 'lemon',
  orange: 'saffron',
  pink: 'rose',
  purple: 'plum',
  lavender: 'lilac',
  beige: 'sand',
  cream: 'ivory',
  'off-white': 'ivory',
  khaki: 'sand',
  camel: 'tan',
  gray: 'grey',
  burgundy: 'wine',
  magenta: 'fuchsia',
  'light-blue': 'sky',
  'rose-gold': 'copper',
};

const fallbackColour = 'sand';

/**
 * The palette key for whatever a catalogue wrote. Unknown text becomes a neutral, so that nothing from outside
 * ever reaches the markup.
 */
export function colourKey(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (Object.hasOwn(colours, slug)) return slug;
  const other = Object.hasOwn(otherNames, slug) ? otherNames[slug] : undefined;
  return other ?? fallbackColour;
}

/** The hex of a palette key; the fallback's hex for any other text. */
export function colourHex(text: string): string {
  return colours[colourKey(text)]?.hex ?? '#d6bf9a';
}
