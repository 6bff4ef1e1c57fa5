import type { Dye } from './dye.ts';
import { printedTiles } from './printed-tiles.ts';
import type { Tile } from './tile.ts';
import { wovenTiles } from './woven-tiles.ts';

export const patterns = [
  'plain',
  'linen',
  'stripe',
  'pinstripe',
  'check',
  'gingham',
  'herringbone',
  'denim',
  'knit',
  'polka',
  'block-print',
  'floral',
  'paisley',
  'ikat',
  'bandhani',
  'leheriya',
  'embroidery',
  'brocade',
] as const;

export type Pattern = (typeof patterns)[number];

const tiles: Readonly<Record<Pattern, (dye: Dye) => Tile>> = { ...wovenTiles, ...printedTiles };

/** The pattern itself, or plain for text that names none. */
export function patternKey(text: string): Pattern {
  return patterns.find((pattern) => pattern === text) ?? 'plain';
}

export function tileFor(pattern: Pattern, dye: Dye): Tile {
  return tiles[pattern](dye);
}
