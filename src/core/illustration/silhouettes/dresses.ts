import { path } from '../geometry.ts';
import { band, both, buttons, type Drawing, fold, panel, seam, stitch } from '../layers.ts';
import { collarStand, shirtCollar } from './collars.ts';
import {
  across,
  backNeck,
  bodyPath,
  drape,
  neckEdge,
  regular,
  type Sleeve,
  sleeves,
  type Torso,
} from './cuts.ts';
import { gores } from './skirt-cuts.ts';

export const bodice: Torso = {
  ...regular,
  top: 62,
  neck: 40,
  depth: 40,
  shoulder: 70,
  slope: 12,
  chest: 66,
  armhole: 140,
  waist: 56,
  waistAt: 186,
  hem: 53,
  bottom: 206,
  dip: 6,
};

export function dress(): Drawing {
  const puff: Sleeve = { length: 60, angle: 36, cuff: 26, swell: 20 };
  const cut: Torso = { ...bodice, neckline: 'vee', depth: 54, neck: 36 };
  return {
    repeat: 0.8,
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, puff, [band(across(cut, puff, 3), 'deep', 8), fold(272, 92, 288, 128, 5)]),
      ...gores(
        { top: 200, topHalf: 54, bottom: 352, bottomHalf: 118, count: 5, wave: 7, dip: 16 },
        (_, lift) => [stitch(lift(8))],
      ),
      panel(bodyPath(cut), {
        inside: [
          ...both(seam(path`M238 146Q232 180 232 210`, 1, 0.6)),
          fold(262, 146, 240, 190, 7),
          fold(140, 146, 160, 188, 6),
          seam(path`M200 116L200 208`, 1, 0.5),
        ],
      }),
      panel(path`M144 196Q200 208 256 196L256 214Q200 226 144 214Z`, { paint: 'deep' }),
      ...both(panel(path`M200 116C214 96 228 80 236 62L226 60Q214 84 198 112Z`, { shade: 'lit', turn: -30 })),
      ...buttons(200, 132, 184, 4, 2.8),
    ],
  };
}

export function maxiDress(): Drawing {
  const cut: Torso = {
    ...bodice,
    top: 48,
    neck: 44,
    depth: 42,
    neckline: 'square',
    shoulder: 56,
    slope: 2,
    armhole: 118,
    chest: 62,
    waistAt: 156,
    bottom: 172,
    hem: 50,
  };
  return {
    repeat: 0.74,
    layers: [
      ...backNeck(cut, 16),
      ...gores({ top: 166, topHalf: 50, bottom: 300, bottomHalf: 96, count: 5, wave: 3, dip: 6 }),
      ...gores(
        { top: 294, topHalf: 94, bottom: 386, bottomHalf: 126, count: 7, wave: 7, dip: 8 },
        (_, lift) => [stitch(lift(7))],
      ),
      panel(path`M105 292Q200 306 295 292L296 300Q200 314 104 300Z`, { paint: 'deep', shade: 'round' }),
      panel(bodyPath(cut), {
        inside: [
          ...both(seam(path`M236 100Q230 140 230 176`, 1, 0.6)),
          fold(256, 122, 238, 160, 6),
          band(neckEdge(cut), 'deep', 8),
        ],
      }),
      panel(path`M149 160Q200 172 251 160L251 176Q200 188 149 176Z`, { paint: 'deep' }),
    ],
  };
}

export function shirtDress(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 64,
    neck: 30,
    depth: 30,
    neckline: 'vee',
    shoulder: 84,
    chest: 78,
    armhole: 162,
    waist: 66,
    waistAt: 220,
    hem: 104,
    bottom: 372,
    dip: 12,
  };
  const rolled: Sleeve = { length: 120, angle: 22, cuff: 25 };
  return {
    layers: [
      ...sleeves(cut, rolled, [band(across(cut, rolled, 8), 'deep', 18, 0.5), seam(across(cut, rolled, 18))]),
      ...collarStand(cut.top, 26, 92),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          fold(222, 236, 240, 384, 9),
          fold(180, 236, 164, 384, 8),
          panel(path`M191 88L209 88L209 392L191 392Z`, {
            shade: 'none',
            inside: [stitch(path`M194 88L194 390M206 88L206 390`)],
          }),
        ],
      }),
      ...shirtCollar(94, 64, 32),
      ...buttons(200, 110, 366, 8, 3),
      panel(path`M133 214Q200 226 267 214L268 232Q200 244 132 232Z`, { paint: 'deep' }),
      panel(path`M206 226Q222 236 226 262L236 296L222 300Q214 262 198 232Z`, { paint: 'deep', shade: 'dim' }),
      panel(path`M196 220L214 220L215 240L196 240Z`, { paint: 'deep', shade: 'lit' }),
    ],
  };
}
