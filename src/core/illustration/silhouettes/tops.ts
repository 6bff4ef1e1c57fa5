import { path } from '../geometry.ts';
import { band, both, buttons, type Drawing, fold, panel, seam, shape, stitch } from '../layers.ts';
import { collarStand, shirtCollar } from './collars.ts';
import {
  across,
  backNeck,
  bodyPath,
  drape,
  hemLine,
  hemStitch,
  neckEdge,
  neckRib,
  regular,
  type Sleeve,
  sleeves,
  type Torso,
} from './cuts.ts';

const short: Sleeve = { length: 84, angle: 38, cuff: 34 };
const long: Sleeve = { length: 222, angle: 17, cuff: 20 };

const tee: Torso = { ...regular, neck: 37, depth: 28 };

export function tShirt(): Drawing {
  return {
    layers: [
      ...backNeck(tee),
      ...sleeves(tee, short, [stitch(across(tee, short, 9))]),
      panel(bodyPath(tee), { inside: [...drape(tee), ...neckRib(tee), hemStitch(tee)] }),
    ],
    place: { x: -20, y: -22, scale: 1.1 },
  };
}

export function tankTop(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 34,
    depth: 56,
    shoulder: 54,
    slope: 6,
    chest: 76,
    waist: 72,
    hem: 78,
    armhole: 190,
    bottom: 344,
  };
  return {
    layers: [
      ...backNeck(cut, 16),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          band(neckEdge(cut), 'deep', 10),
          ...both(band(path`M254 94Q246 160 277 190`, 'deep', 9)),
          hemStitch(cut),
        ],
      }),
    ],
    place: { x: -28, y: -30, scale: 1.14 },
  };
}

export function cropTop(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 122,
    neck: 50,
    depth: 34,
    neckline: 'square',
    shoulder: 84,
    chest: 78,
    armhole: 216,
    waist: 72,
    waistAt: 262,
    hem: 72,
    bottom: 296,
    dip: 3,
  };
  const puff: Sleeve = { length: 70, angle: 34, cuff: 28, swell: 26 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, puff, [
        band(across(cut, puff, 4), 'deep', 9),
        fold(288, 150, 306, 196, 5),
        fold(300, 156, 322, 190, 4),
      ]),
      panel(bodyPath(cut), {
        inside: [
          ...both(seam(path`M238 232Q232 262 236 298`), fold(222, 196, 234, 240, 5)),
          band(neckEdge(cut), 'deep', 7),
          stitch(path`M120 252Q200 260 280 252`),
          band(hemLine(cut, 2), 'deep', 8),
        ],
      }),
    ],
    place: { x: -20, y: -14, scale: 1.1 },
  };
}

export function shirt(): Drawing {
  const cut: Torso = { ...regular, neck: 30, depth: 32, neckline: 'vee', hem: 82, bottom: 344, dip: 16 };
  return {
    layers: [
      ...sleeves(cut, long, [
        band(across(cut, long, 9), 'plain', 20, 0.4),
        seam(across(cut, long, 21)),
        stitch(across(cut, long, 4)),
      ]),
      ...collarStand(cut.top, 26, 116),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          panel(path`M191 112L209 112L209 366L191 366Z`, {
            shade: 'none',
            inside: [stitch(path`M194 112L194 366M206 112L206 366`)],
          }),
          ...both(seam(path`M242 94Q262 118 286 122`, 1.1)),
          hemStitch(cut, 6),
        ],
      }),
      panel(path`M226 168L264 166L264 204L245 213L226 206Z`, {
        shade: 'none',
        inside: [stitch(path`M226 177L264 175`)],
      }),
      ...shirtCollar(118, 88, 32),
      ...buttons(200, 134, 330, 6, 3),
    ],
    place: { x: -16, y: -11, scale: 1.08 },
  };
}

export function polo(): Drawing {
  const cut: Torso = { ...regular, neck: 32, depth: 30, neckline: 'vee' };
  return {
    layers: [
      ...sleeves(cut, short, [band(across(cut, short, 4), 'deep', 12), seam(across(cut, short, 11), 1)]),
      ...collarStand(cut.top, 28, 114),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          panel(path`M190 108L210 108L210 184L190 184Z`, {
            shade: 'none',
            inside: [stitch(path`M193 108L193 181L207 181L207 108`)],
          }),
          hemStitch(cut),
        ],
      }),
      ...shirtCollar(116, 88, 34),
      ...buttons(200, 132, 172, 3, 3),
    ],
    place: { x: -20, y: -22, scale: 1.1 },
  };
}

export function blouse(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 32,
    depth: 46,
    neckline: 'vee',
    shoulder: 82,
    waist: 70,
    hem: 90,
    bottom: 334,
    dip: 8,
  };
  const bishop: Sleeve = { length: 206, angle: 19, cuff: 20, swell: 34 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, bishop, [
        band(across(cut, bishop, 6), 'deep', 16),
        fold(336, 232, 350, 296, 5),
        fold(322, 240, 340, 300, 4),
      ]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...both(
            ...[0, 1, 2].map((step) =>
              seam(
                path`M${208 + step * 7} ${150 - step * 4}Q${208 + step * 7} 200 ${210 + step * 9} 236`,
                1.1,
              ),
            ),
          ),
          band(neckEdge(cut), 'deep', 8),
          seam(path`M200 134L200 342`),
          hemStitch(cut, 7),
        ],
      }),
      // The tie at the neck: two loops and two tails.
      ...both(
        panel(path`M201 138Q212 160 222 214L212 220Q202 180 198 140Z`, { turn: -12, shade: 'dim' }),
        panel(path`M201 136C210 116 236 114 242 128C246 142 218 150 201 138Z`, { turn: -70, shade: 'lit' }),
      ),
      panel(path`M193 130L207 130L208 145L192 145Z`, { shade: 'lit' }),
    ],
    place: { x: -16, y: -13, scale: 1.08 },
  };
}

export function tunic(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 76,
    neck: 38,
    depth: 26,
    shoulder: 86,
    waist: 80,
    hem: 98,
    armhole: 176,
    waistAt: 246,
    bottom: 366,
    dip: 10,
  };
  const three: Sleeve = { length: 136, angle: 24, cuff: 27 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, three, [stitch(across(cut, three, 8)), stitch(across(cut, three, 12))]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          seam(path`M112 166Q200 184 288 166`),
          ...[-48, -30, -14, 14, 30, 48].map((x) => fold(200 + x, 176, 200 + x * 1.3, 300, 4, 0, 0.14)),
          band(neckEdge(cut), 'deep', 9),
          shape(path`M197 100L203 100L203 150L200 154L197 150Z`, 'shadow', 0.5),
          hemStitch(cut),
        ],
      }),
      ...buttons(206, 110, 142, 3, 2.8),
    ],
  };
}
