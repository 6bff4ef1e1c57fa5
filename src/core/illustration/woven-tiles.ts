import type { Dye } from './dye.ts';
import { fill, stroke, type Tile } from './tile.ts';

/** Cloths whose figure is in the weave or the knit. */
export const wovenTiles = {
  plain: (dye) => ({
    width: 5,
    height: 5,
    art: stroke('M0 1.2H5M0 3.7H5', dye.shade, 0.7, 0.07) + stroke('M1.2 0V5M3.7 0V5', '#fff', 0.7, 0.09),
  }),
  linen: (dye) => ({
    width: 46,
    height: 38,
    art:
      stroke('M0 4H30M12 9H46M0 15H18M24 20H46M4 26H36M0 32H14M30 35H46', dye.shade, 1, 0.14) +
      stroke('M5 0V22M13 10V38M22 0V16M30 14V38M38 0V28M43 20V38', '#fff', 1.1, 0.2) +
      stroke('M0 1.5H46M0 12H46M0 23H46M0 29H46', '#fff', 0.7, 0.14),
  }),
  stripe: (dye) => ({
    width: 24,
    height: 24,
    art: fill('M4 0H12V24H4Z', dye.motif, 0.82) + fill('M16.5 0H18V24H16.5Z', dye.motifSecond, 0.7),
  }),
  pinstripe: (dye) => ({ width: 12, height: 12, art: fill('M5.4 0H6.6V12H5.4Z', dye.motif, 0.7) }),
  check: (dye) => ({
    width: 44,
    height: 44,
    art:
      fill('M4 0H18V44H4Z', dye.motif, 0.34) +
      fill('M0 4H44V18H0Z', dye.motif, 0.34) +
      fill('M26 0H32V44H26Z', dye.motifSecond, 0.5) +
      fill('M0 26H44V32H0Z', dye.motifSecond, 0.5) +
      stroke('M39 0V44M0 39H44', dye.motif, 1.2, 0.75) +
      stroke('M11 0V44M0 11H44', dye.motifThird, 1, 0.6),
  }),
  gingham: (dye) => ({
    width: 22,
    height: 22,
    art: fill('M0 0H11V22H0Z', dye.motif, 0.48) + fill('M0 0H22V11H0Z', dye.motif, 0.48),
  }),
  herringbone: (dye) => ({
    width: 16,
    height: 8,
    art: stroke('M0 4L8 -4M0 8L8 0M0 12L8 4M8 0L16 8M8 4L16 12M8 -4L16 4', dye.motif, 1.3, 0.3),
  }),
  denim: (dye) => ({
    width: 24,
    height: 24,
    art:
      stroke(
        'M-2 4L4 -2M-2 8L8 -2M-2 12L12 -2M-2 16L16 -2M-2 20L20 -2M-2 24L24 -2M0 26L26 0M4 26L26 4M8 26L26 8M12 26L26 12M16 26L26 16M20 26L26 20',
        '#fff',
        1,
        0.2,
      ) + stroke('M3 0V9M9 12V24M15 3V14M20 15V24', dye.shade, 1, 0.14),
  }),
  knit: (dye) => ({
    width: 9,
    height: 8,
    art:
      stroke('M0.6 0.5L4.5 4.5L8.4 0.5', dye.shade, 1.5, 0.22) +
      stroke('M0.6 3.6L4.5 7.6L8.4 3.6', '#fff', 1.3, 0.16),
  }),
} as const satisfies Readonly<Record<string, (dye: Dye) => Tile>>;
