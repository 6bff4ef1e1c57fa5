import { path } from '../geometry.ts';
import { band, border, both, type Drawing, dot, fold, type Layer, panel, seam, shine } from '../layers.ts';
import { across, backNeck, bodyPath, neckEdge, regular, type Sleeve, sleeves, type Torso } from './cuts.ts';
import { gores } from './skirt-cuts.ts';

const cholCut: Torso = {
  ...regular,
  top: 118,
  neck: 50,
  depth: 56,
  shoulder: 82,
  slope: 16,
  chest: 78,
  armhole: 214,
  waist: 70,
  waistAt: 262,
  hem: 68,
  bottom: 282,
  dip: 6,
};
const cholSleeve: Sleeve = { length: 84, angle: 30, cuff: 28 };

export function choli(): Drawing {
  return {
    repeat: 0.75,
    layers: [
      ...backNeck(cholCut, 20),
      ...sleeves(cholCut, cholSleeve, border(across(cholCut, cholSleeve, 7), 13)),
      panel(bodyPath(cholCut), {
        inside: [
          ...both(
            seam(path`M270 214Q246 224 238 284`),
            seam(path`M236 232Q232 260 232 288`),
            fold(268, 210, 244, 240, 8),
          ),
          seam(path`M200 176L200 290`),
          ...border(path`M120 276Q200 288 280 276`, 12),
          ...border(neckEdge(cholCut), 17),
        ],
      }),
      ...[200, 222, 244, 264].map((y) => dot(200, y, 3, 'metal')),
    ],
    place: { x: -30, y: -22, scale: 1.15 },
  };
}

/** The folds that the front pleats of a saree or dhoti make, fanning from a waist at `y`. */
export function pleats(
  x: number,
  y: number,
  bottom: number,
  count: number,
  spread: number,
): readonly Layer[] {
  return Array.from({ length: count }, (_, index) => {
    const from = x + index * 5;
    const to = x - 6 + index * spread;
    return [
      fold(from, y, to, bottom, 6, 0, 0.26),
      shine(from + 3, y + 20, to + spread * 0.5, bottom, 3, 0, 0.14),
    ];
  }).flat();
}

/** Draped as worn: choli, pleats at the front, the pallu over the shoulder and down the side. */
export function saree(): Drawing {
  const top: Torso = {
    ...cholCut,
    top: 48,
    neck: 38,
    depth: 40,
    shoulder: 66,
    slope: 12,
    chest: 60,
    armhole: 118,
    waist: 54,
    waistAt: 150,
    hem: 54,
    bottom: 164,
  };
  const arm: Sleeve = { length: 54, angle: 26, cuff: 24 };
  return {
    repeat: 0.85,
    layers: [
      // The pallu's tail hangs behind the arm.
      panel(path`M238 62Q286 66 302 96C318 180 322 262 326 330Q296 342 262 338C262 260 262 150 238 62Z`, {
        turn: -6,
        shade: 'dim',
        inside: [
          fold(272, 84, 284, 336, 8),
          fold(296, 110, 308, 336, 7),
          band(path`M258 318Q292 324 332 308`, 'trim', 30),
          band(path`M258 318Q292 324 332 308`, 'trim-light', 8, 0.8),
          band(path`M256 294Q292 300 332 284`, 'trim', 4),
        ],
      }),
      ...Array.from({ length: 9 }, (_, index) =>
        band(path`M${266 + index * 7} ${338 - index * 0.5}L${266 + index * 7} 350`, 'trim', 2),
      ),
      ...backNeck(top, 16),
      ...sleeves(top, arm, border(across(top, arm, 5), 9)).map((layer) =>
        layer.kind === 'panel' ? { ...layer, paint: 'deep' as const } : layer,
      ),
      panel(bodyPath(top), {
        paint: 'deep',
        inside: [seam(path`M200 90L200 170`), ...border(neckEdge(top), 11)],
      }),
      panel(path`M146 176Q200 190 254 176C268 210 286 300 304 392Q200 410 96 392C114 300 132 210 146 176Z`, {
        inside: [
          ...pleats(178, 186, 398, 6, 17),
          fold(246, 200, 266, 390, 10),
          ...border(path`M80 380Q200 400 320 380`, 20),
          band(path`M84 362Q200 382 316 362`, 'trim', 2.4),
        ],
      }),
      // Hip to shoulder.
      panel(
        path`M140 204C150 168 186 118 214 76Q222 56 240 52Q262 54 268 70C262 110 256 170 258 204Q256 226 240 232Q190 236 140 204Z`,
        {
          turn: 32,
          shade: 'round',
          inside: [
            fold(232, 60, 158, 200, 8, -4, 0.22),
            fold(244, 60, 188, 214, 8, -2, 0.22),
            fold(254, 64, 222, 224, 8, 0, 0.22),
            shine(238, 62, 172, 206, 5),
            band(path`M138 206C148 168 184 118 212 76Q222 54 240 50`, 'trim', 15),
            band(path`M138 206C148 168 184 118 212 76Q222 54 240 50`, 'trim-light', 4, 0.8),
          ],
        },
      ),
    ],
    place: { x: 32, y: -16, scale: 1.06, narrow: 0.8 },
  };
}

export function lehenga(): Drawing {
  return {
    repeat: 0.78,
    layers: [
      ...gores(
        { top: 84, topHalf: 52, bottom: 358, bottomHalf: 152, count: 7, wave: 8, dip: 26 },
        (_, lift) => [
          ...border(lift(13), 27),
          band(lift(34), 'trim', 2.4),
          band(lift(46), 'deep', 12, 0.7),
          band(lift(56), 'trim', 2.4),
        ],
      ),
      panel(path`M148 66Q200 56 252 66Q200 80 148 66Z`, { paint: 'lining', shade: 'none' }),
      panel(path`M148 66Q200 80 252 66L253 88Q200 102 147 88Z`, {
        paint: 'trim',
        inside: [band(path`M140 76Q200 92 260 76`, 'trim-light', 5, 0.8)],
      }),
      // Latkan: the tasselled drawstring.
      band(path`M238 90Q246 120 242 150M238 90Q260 116 262 140`, 'trim', 3),
      ...[
        [242, 154],
        [262, 144],
      ].flatMap(([x = 0, y = 0]) => [
        panel(
          path`M${x - 7} ${y + 6}Q${x} ${y - 6} ${x + 7} ${y + 6}L${x + 9} ${y + 26}Q${x} ${y + 31} ${x - 9} ${y + 26}Z`,
          { paint: 'trim', shade: 'lit' },
        ),
        dot(x, y, 4, 'metal'),
      ]),
    ],
  };
}
