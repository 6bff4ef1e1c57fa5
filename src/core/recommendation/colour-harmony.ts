/** Degrees on the colour wheel (HSL) of colour words in fashion; neutrals and metals go with everything and have none. */
const hues: Readonly<Record<string, number>> = {
  red: 0,
  maroon: 350,
  wine: 345,
  burgundy: 345,
  rose: 340,
  pink: 335,
  fuchsia: 315,
  magenta: 310,
  coral: 16,
  rust: 18,
  terracotta: 15,
  peach: 25,
  orange: 30,
  saffron: 38,
  mustard: 45,
  marigold: 42,
  yellow: 55,
  lime: 80,
  olive: 75,
  green: 125,
  emerald: 145,
  mint: 150,
  sage: 110,
  teal: 180,
  turquoise: 178,
  aqua: 185,
  sky: 200,
  blue: 215,
  indigo: 235,
  lavender: 265,
  lilac: 275,
  violet: 272,
  purple: 280,
  plum: 300,
};

const neutrals = new Set([
  'white',
  'ivory',
  'cream',
  'beige',
  'ecru',
  'sand',
  'tan',
  'camel',
  'khaki',
  'brown',
  'chocolate',
  'black',
  'charcoal',
  'grey',
  'gray',
  'navy',
  'denim',
  'gold',
  'silver',
  'copper',
  'bronze',
  'antique',
  'natural',
]);

/**
 * How well two colours look together, 0 to 1. A neutral or a metal suits everything; of two real colours, opposites on the
 * wheel set each other off, neighbours are quiet, and what lies between them clashes most. Colours without a known
 * word count as neither good nor bad.
 */
export function colourHarmony(first: string, second: string): number {
  const a = tone(first);
  const b = tone(second);
  if (a === undefined || b === undefined) return 0.5;
  if (a === 'neutral' || b === 'neutral') return a === b ? 0.75 : 0.9;
  const apart = Math.abs(((a - b + 540) % 360) - 180);
  if (apart < 12) return 0.6;
  if (apart <= 45) return 0.7;
  if (apart >= 150) return 0.85;
  if (apart >= 105 && apart <= 135) return 0.55;
  return 0.3;
}

/** `Dusty Rose` is a rose: the last known word decides. */
function tone(colour: string): number | 'neutral' | undefined {
  for (const word of colour
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse()) {
    if (neutrals.has(word)) return 'neutral';
    const hue = hues[word];
    if (hue !== undefined) return hue;
  }
  return undefined;
}
