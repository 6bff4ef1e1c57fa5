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
import {
  across,
  backNeck,
  bodyPath,
  drape,
  hemLine,
  neckEdge,
  neckRib,
  regular,
  type Sleeve,
  sleeves,
  type Torso,
} from './cuts.ts';
import { collarStand, shirtCollar } from './tops.ts';

const coatSleeve: Sleeve = { length: 226, angle: 14, cuff: 22 };
const loose: Sleeve = { length: 214, angle: 16, cuff: 22, swell: 8 };

/** The dark inside and the shirtless back of an open front, from the neck down to the button at `y`. */
function opening(top: number, neck: number, y: number): Layer {
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

export function jacket(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 32,
    depth: 18,
    shoulder: 94,
    chest: 90,
    waist: 90,
    hem: 78,
    bottom: 326,
    dip: 3,
  };
  return {
    layers: [
      ...sleeves(cut, loose, [
        band(across(cut, loose, 4), 'deep', 24),
        ...[0, 4, 8, 12].map((back) => seam(across(cut, loose, back), 0.8, 0.5)),
      ]),
      panel(path`M164 92C166 74 182 68 200 68C218 68 234 74 236 92Q200 84 164 92Z`, {
        paint: 'lining',
        shade: 'none',
      }),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...both(
            seam(path`M262 90Q250 140 288 176`, 1.2),
            panel(path`M240 248L254 242L264 284L250 290Z`, { shade: 'lit', turn: -10 }),
          ),
          band(path`M200 98L200 330`, 'deep', 12),
          band(path`M200 98L200 316`, 'metal', 3.4),
          seam(path`M194 98L194 326M206 98L206 326`, 1),
        ],
      }),
      panel(path`M121 318Q200 326 279 318L277 348Q200 356 123 348Z`, {
        paint: 'deep',
        inside: Array.from({ length: 21 }, (_, index) =>
          seam(path`M${124 + index * 7.6} 318L${126 + index * 7.4} 354`, 0.9, 0.5),
        ),
      }),
      ...both(
        panel(path`M236 86Q238 70 228 66C210 76 204 92 200 106L203 112Q222 104 236 86Z`, {
          paint: 'deep',
          shade: 'lit',
        }),
      ),
      panel(path`M197 108L203 108L204 122L196 122Z`, { paint: 'metal', shade: 'none' }),
    ],
    place: { x: -12, y: -7, scale: 1.06 },
  };
}

export function denimJacket(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 30,
    depth: 32,
    neckline: 'vee',
    shoulder: 92,
    chest: 86,
    waist: 84,
    hem: 80,
    bottom: 316,
    dip: 2,
  };
  const thread = 'trim';
  return {
    layers: [
      ...sleeves(cut, { ...loose, swell: 2 }, [
        seam(across(cut, loose, 18)),
        stitch(across(cut, loose, 15), thread),
        stitch(across(cut, loose, 3), thread),
      ]),
      ...collarStand(cut.top, 26, 116),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          seam(path`M100 164L188 168M212 168L300 164`),
          stitch(path`M100 168L188 172M212 172L300 168`, thread),
          ...both(
            stitch(path`M216 172Q222 250 214 320M262 172Q250 250 244 320`, thread),
            seam(path`M219 172Q225 250 217 320M265 172Q253 250 247 320`, 1),
          ),
          panel(path`M189 112L211 112L211 330L189 330Z`, {
            shade: 'none',
            inside: [stitch(path`M193 112L193 330M207 112L207 330`, thread)],
          }),
        ],
      }),
      panel(path`M119 310Q200 318 281 310L280 334Q200 342 120 334Z`, {
        inside: [stitch(path`M119 314Q200 322 281 314M120 330Q200 338 280 330`, thread)],
      }),
      ...both(
        panel(path`M222 162L264 160L264 178L243 190L222 180Z`, {
          shade: 'lit',
          inside: [stitch(path`M225 177L243 186L261 175`, thread)],
        }),
        dot(243, 182, 3.4, 'metal'),
      ),
      ...shirtCollar(118, 88, 34),
      ...buttons(200, 134, 324, 6, 4, 'metal'),
    ],
    place: { x: -12, y: -5, scale: 1.06 },
  };
}

export function hoodie(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 102,
    neck: 46,
    depth: 26,
    shoulder: 94,
    slope: 16,
    chest: 90,
    waist: 88,
    hem: 84,
    bottom: 348,
    armhole: 196,
    dip: 3,
  };
  return {
    layers: [
      ...sleeves(cut, loose, [band(across(cut, loose, 4), 'deep', 26), seam(across(cut, loose, 17))]),
      panel(path`M138 118C130 70 160 44 200 44C240 44 270 70 262 118Q236 136 200 138Q164 136 138 118Z`, {
        shade: 'lit',
        inside: [fold(150, 70, 148, 122, 8), fold(252, 66, 252, 122, 8)],
      }),
      panel(path`M160 108C156 78 176 62 200 62C224 62 244 78 240 108Q226 132 200 138Q174 132 160 108Z`, {
        paint: 'lining',
        shade: 'none',
        inside: [stitch(path`M165 108C162 82 178 67 200 67C222 67 238 82 235 108`)],
      }),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          panel(path`M146 258L254 258L276 312L272 330L128 330L124 312Z`, {
            shade: 'none',
            inside: [stitch(path`M149 262L251 262M150 262L130 312M250 262L270 312`)],
          }),
          band(hemLine(cut, 6), 'deep', 24),
          seam(hemLine(cut, 18)),
        ],
      }),
      ...both(
        panel(path`M262 112C258 128 226 146 200 152L200 134C222 130 240 118 244 100Z`, { shade: 'lit' }),
        band(path`M216 138Q222 172 217 208`, 'ivory', 3.6),
        dot(216, 137, 3.4, 'metal'),
        dot(217, 210, 3, 'metal'),
      ),
    ],
  };
}

export function sweater(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 38,
    depth: 26,
    shoulder: 90,
    chest: 88,
    waist: 86,
    hem: 82,
    bottom: 344,
    dip: 3,
  };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, loose, [
        band(across(cut, loose, 4), 'deep', 26),
        ...[1, 5, 9, 13].map((back) => seam(across(cut, loose, back), 0.7, 0.45)),
      ]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...neckRib(cut, 22),
          band(hemLine(cut, 6), 'deep', 26),
          ...Array.from({ length: 22 }, (_, index) =>
            seam(path`M${118 + index * 7.8} 330L${118 + index * 7.8} 352`, 0.8, 0.45),
          ),
        ],
      }),
    ],
    place: { x: -12, y: -13, scale: 1.06 },
  };
}

export function sweatshirt(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 36,
    depth: 24,
    shoulder: 98,
    slope: 24,
    chest: 94,
    waist: 92,
    hem: 82,
    bottom: 336,
    dip: 3,
    armhole: 200,
  };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, loose, [band(across(cut, loose, 4), 'deep', 28), seam(across(cut, loose, 18))]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...neckRib(cut, 20),
          seam(path`M188 124L200 146L212 124`),
          stitch(path`M186 124L200 150L214 124`),
          band(hemLine(cut, 6), 'deep', 28),
          seam(hemLine(cut, 20)),
        ],
      }),
    ],
    place: { x: -8, y: -9, scale: 1.04 },
  };
}

export function cardigan(): Drawing {
  const cut: Torso = {
    ...regular,
    neck: 34,
    depth: 116,
    neckline: 'vee',
    chest: 86,
    waist: 82,
    hem: 84,
    bottom: 350,
    dip: 3,
  };
  return {
    layers: [
      ...sleeves(cut, loose, [
        band(across(cut, loose, 4), 'deep', 26),
        ...[2, 7, 12].map((back) => seam(across(cut, loose, back), 0.7, 0.45)),
      ]),
      opening(88, 34, 206),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          band(hemLine(cut, 5), 'deep', 24),
          band(neckEdge(cut), 'deep', 26),
          band(path`M200 200L200 360`, 'deep', 22),
          seam(path`M189 212L189 354M211 212L211 354M200 204L200 356`, 1),
          ...both(
            panel(path`M230 272L270 270L270 314L230 316Z`, {
              shade: 'none',
              inside: [band(path`M228 276L272 274`, 'deep', 12)],
            }),
          ),
        ],
      }),
      ...buttons(200, 216, 338, 5, 4.4),
    ],
    place: { x: -12, y: -13, scale: 1.06 },
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
