import { path } from '../geometry.ts';
import {
  band,
  both,
  buttons,
  type Drawing,
  dot,
  fold,
  type Layer,
  panel,
  seam,
  shape,
  stitch,
} from '../layers.ts';
import { across, bodyPath, drape, regular, type Sleeve, sleeves, type Torso } from './cuts.ts';

const coatSleeve: Sleeve = { length: 226, angle: 14, cuff: 22 };

/** The dark inside and the shirtless back of an open front, from the neck down to the button at `y`. */
export function opening(top: number, neck: number, y: number): Layer {
  return panel(path`M${200 - neck} ${top}Q200 ${top - 12} ${200 + neck} ${top}L202 ${y}L198 ${y}Z`, {
    paint: 'lining',
    shade: 'down',
    inside: [shape(path`M188 ${top + 2}L212 ${top + 2}L212 ${top + 13}L188 ${top + 13}Z`, 'ivory', 0.85)],
  });
}

/** A notched lapel and its collar, right side. */
function lapels(top: number, y: number): readonly Layer[] {
  return both(
    panel(
      path`M234 ${top}C232 ${top + 50} 214 ${y - 40} 200 ${y}Q226 ${y - 30} 256 ${top + 68}L248 ${top + 54}L262 ${top + 46}Q250 ${top + 14} 234 ${top}Z`,
      { turn: -14, shade: 'lit' },
    ),
    panel(
      path`M226 ${top - 8}Q238 ${top - 8} 246 ${top + 2}Q262 ${top + 22} 266 ${top + 42}L249 ${top + 53}Q236 ${top + 20} 226 ${top - 8}Z`,
      { turn: -40, shade: 'lit' },
    ),
  );
}

export function blazer(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 34,
    depth: 90,
    neckline: 'vee',
    shoulder: 92,
    slope: 18,
    chest: 84,
    waist: 74,
    waistAt: 250,
    hem: 88,
    bottom: 350,
    dip: 12,
  };
  return {
    layers: [
      ...sleeves(cut, coatSleeve, [seam(across(cut, coatSleeve, 2), 1), ...buttons(296, 302, 324, 3, 2.4)]),
      opening(86, 34, 212),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          seam(path`M200 200C204 250 204 300 190 346Q180 364 160 366`),
          shape(path`M200 206C205 250 206 300 192 346L200 366C210 320 210 260 200 206Z`, 'shadow', 0.16),
          ...both(
            seam(path`M238 196Q232 260 236 330`, 1, 0.5),
            panel(path`M228 288L272 284L273 296L229 301Z`, { shade: 'none' }),
          ),
          panel(path`M228 176L260 171L261 180L229 185Z`, { shade: 'none' }),
        ],
      }),
      ...lapels(88, 214),
      ...buttons(201, 224, 262, 2, 4.2),
    ],
    place: { x: -12, y: -13, scale: 1.06 },
  };
}

export function coat(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 66,
    neck: 34,
    depth: 80,
    neckline: 'vee',
    shoulder: 88,
    slope: 18,
    chest: 82,
    armhole: 168,
    waist: 76,
    waistAt: 230,
    hem: 100,
    bottom: 392,
    dip: 6,
  };
  const arm: Sleeve = { length: 206, angle: 14, cuff: 22 };
  return {
    layers: [
      ...sleeves(cut, arm, [seam(across(cut, arm, 26), 1.2), stitch(across(cut, arm, 5))]),
      opening(64, 34, 180),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          seam(path`M190 176L186 398`),
          shape(path`M190 176L186 398L178 398L186 176Z`, 'shadow', 0.2),
          fold(236, 262, 250, 392, 10),
          fold(152, 262, 144, 392, 8),
          ...both(panel(path`M238 268L254 264L262 310L246 314Z`, { turn: -8, shade: 'none' })),
        ],
      }),
      panel(path`M124 224Q200 238 276 224L277 242Q200 256 123 242Z`, {
        shade: 'round',
        inside: [stitch(path`M124 227Q200 241 276 227M124 239Q200 253 276 239`)],
      }),
      panel(path`M184 228L216 228L216 254L184 254Z`, {
        paint: 'leather-dark',
        shade: 'lit',
        inside: [shape(path`M190 233L210 233L210 249L190 249Z`, 'plain')],
      }),
      ...lapels(66, 186),
      ...both(dot(224, 208, 4.2), dot(226, 282, 4.2), dot(227, 318, 4.2)),
    ],
  };
}

export function waistcoat(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 36,
    depth: 96,
    neckline: 'vee',
    shoulder: 66,
    slope: 14,
    chest: 80,
    armhole: 198,
    waist: 70,
    waistAt: 264,
    hem: 78,
    bottom: 318,
    dip: 6,
  };
  return {
    layers: [
      opening(86, 36, 204),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          band(path`M200 200L200 360`, 'deep', 3),
          ...both(
            panel(path`M224 270L262 264L263 275L225 282Z`, { shade: 'none' }),
            seam(path`M236 196Q228 250 232 322`, 1, 0.5),
          ),
          panel(path`M228 196L256 191L257 200L229 206Z`, { shade: 'none' }),
        ],
      }),
      ...both(panel(path`M200 322L278 314Q262 330 236 358Q214 344 200 322Z`, { shade: 'dim' })),
      ...both(
        panel(path`M238 88C236 130 216 170 200 198Q226 172 246 132L238 124L250 116Q248 98 238 88Z`, {
          turn: -16,
          shade: 'lit',
        }),
      ),
      ...buttons(200, 212, 306, 5, 3.4),
    ],
    place: { x: -28, y: -30, scale: 1.14 },
  };
}
