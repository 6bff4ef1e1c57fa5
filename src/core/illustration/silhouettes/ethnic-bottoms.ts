import { path } from '../geometry.ts';
import { band, border, both, type Drawing, fold, type Layer, panel, seam, shine } from '../layers.ts';
import { type Legs, legLine, legs } from './skirt-cuts.ts';

const salwarCut: Legs = {
  top: 66,
  waist: 66,
  hip: 112,
  crotch: 240,
  bottom: 374,
  inner: 24,
  outer: 66,
  knee: 118,
  kneeInner: 14,
};

export function drawstring(top: number): readonly Layer[] {
  return [
    panel(path`M134 ${top - 22}Q200 ${top - 32} 266 ${top - 22}Q200 ${top - 9} 134 ${top - 22}Z`, {
      paint: 'lining',
      shade: 'none',
    }),
    panel(
      path`M134 ${top - 22}Q200 ${top - 9} 266 ${top - 22}L268 ${top + 3}Q200 ${top + 15} 132 ${top + 3}Z`,
      {
        inside: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((index) =>
          fold(142 + index * 10.6, top - 22, 141 + index * 10.8, top + 12, 3),
        ),
      },
    ),
    ...both(
      band(path`M202 ${top}Q214 ${top + 32} 208 ${top + 62}`, 'ivory', 3.4),
      panel(path`M203 ${top + 60}L213 ${top + 60}L215 ${top + 78}L202 ${top + 78}Z`, {
        paint: 'trim',
        shade: 'none',
      }),
    ),
  ];
}

export function salwar(): Drawing {
  return {
    layers: [
      ...legs(salwarCut, [
        fold(214, 74, 236, 300, 12),
        fold(236, 74, 270, 310, 12),
        fold(254, 74, 300, 250, 10),
        fold(300, 270, 250, 356, 10),
        ...border(legLine(salwarCut, 7), 15),
      ]),
      seam(path`M200 70L200 240`),
      ...drawstring(66),
    ],
  };
}

export function churidar(): Drawing {
  const cut: Legs = {
    top: 66,
    waist: 62,
    hip: 86,
    crotch: 204,
    bottom: 390,
    inner: 22,
    outer: 46,
    knee: 64,
    kneeInner: 10,
  };
  return {
    layers: [
      ...legs(cut, [
        fold(220, 74, 236, 200, 9),
        fold(246, 74, 264, 190, 9),
        ...[0, 1, 2, 3, 4, 5, 6].flatMap((step) => [
          fold(214, 322 + step * 10, 256, 326 + step * 10, 5, 0, 0.3),
          shine(218, 328 + step * 10, 248, 331 + step * 10, 2.4),
        ]),
      ]),
      seam(path`M200 70L200 204`),
      ...drawstring(66),
    ],
  };
}

export function palazzo(): Drawing {
  const cut: Legs = {
    top: 66,
    waist: 64,
    hip: 86,
    crotch: 184,
    bottom: 380,
    inner: 4,
    outer: 138,
    knee: 108,
    kneeInner: 2,
  };
  return {
    layers: [
      ...legs(cut, [
        fold(222, 76, 232, 384, 12),
        fold(244, 76, 268, 384, 12),
        fold(258, 90, 304, 384, 10),
        ...border(legLine(cut, 10), 15),
      ]),
      seam(path`M200 70L200 184`),
      ...drawstring(66),
    ],
  };
}

export function dhoti(): Drawing {
  return {
    layers: [
      ...both(
        panel(
          path`M200 70Q240 72 264 62C300 150 306 250 266 340Q258 368 254 386Q232 394 218 384C222 330 220 260 200 200Z`,
          {
            turn: -14,
            shade: 'dim',
            inside: [
              ...[0, 1, 2, 3, 4].flatMap((step) => [
                fold(
                  208 + step * 9,
                  74,
                  252 + step * 6 - step * step * 2,
                  330 - step * 34,
                  9,
                  26 - step * 4,
                  0.26,
                ),
                shine(
                  214 + step * 9,
                  90,
                  262 + step * 5 - step * step * 2,
                  310 - step * 34,
                  4,
                  26 - step * 4,
                ),
              ]),
              ...border(path`M210 378Q236 388 262 376`, 11),
            ],
          },
        ),
      ),
      // The fan of pleats at the front, ending in the border.
      panel(path`M184 70L216 70C224 150 232 250 240 330Q200 346 160 330C168 250 176 150 184 70Z`, {
        inside: [
          ...Array.from({ length: 7 }, (_, index) =>
            fold(188 + index * 4, 74, 168 + index * 10.6, 340, 5, 0, 0.26),
          ),
          ...border(path`M150 320Q200 336 250 320`, 16),
        ],
      }),
      panel(path`M136 44Q200 34 264 44Q200 57 136 44Z`, { paint: 'lining', shade: 'none' }),
      panel(path`M136 44Q200 57 264 44L266 72Q200 86 134 72Z`, {
        inside: [
          band(path`M130 68Q200 82 270 68`, 'trim', 5),
          ...Array.from({ length: 9 }, (_, index) => fold(146 + index * 13, 46, 144 + index * 13.6, 78, 3)),
        ],
      }),
    ],
  };
}
