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
  shine,
  stitch,
} from '../layers.ts';
import { gores, type Legs, legLine, legs } from './skirt-cuts.ts';

const straight: Legs = {
  top: 62,
  waist: 68,
  hip: 80,
  crotch: 178,
  bottom: 386,
  inner: 26,
  outer: 76,
  knee: 80,
  kneeInner: 20,
};

/** Waistband with the inside of the back showing above it. */
function waistband({ top, waist }: Legs, depth = 18): readonly Layer[] {
  return [
    panel(
      path`M${200 - waist} ${top - depth}Q200 ${top - depth - 9} ${200 + waist} ${top - depth}Q200 ${top - depth + 13} ${200 - waist} ${top - depth}Z`,
      { paint: 'lining', shade: 'none' },
    ),
    panel(
      path`M${200 - waist} ${top - depth}Q200 ${top - depth + 13} ${200 + waist} ${top - depth}L${202 + waist} ${top + 2}Q200 ${top + 14} ${198 - waist} ${top + 2}Z`,
      {
        shade: 'round',
        inside: [
          stitch(
            path`M${198 - waist} ${top - depth + 3}Q200 ${top - depth + 16} ${202 + waist} ${top - depth + 3}`,
          ),
        ],
      },
    ),
  ];
}

function loops({ top, waist }: Legs): readonly Layer[] {
  return both(
    panel(
      path`M${200 + waist * 0.56} ${top - 14}L${207 + waist * 0.56} ${top - 15}L${208 + waist * 0.56} ${top + 10}L${201 + waist * 0.56} ${top + 11}Z`,
      { shade: 'none' },
    ),
  );
}

function fly(top: number, tone: 'seam' | 'trim'): readonly Layer[] {
  return [
    seam(path`M200 ${top + 8}L200 178`),
    stitch(path`M218 ${top + 8}L218 ${top + 56}Q217 ${top + 76} 202 ${top + 84}`, tone),
    dot(200, top - 2, 4, 'metal'),
  ];
}

export function jeans(): Drawing {
  return {
    layers: [
      ...legs(straight, [
        seam(path`M278 104Q270 200 278 386`, 1, 0.5),
        stitch(path`M274 120Q266 200 270 386`, 'trim'),
        stitch(legLine(straight, 9), 'trim'),
        seam(path`M222 72Q224 98 268 100`),
        stitch(path`M218 72Q221 102 268 104`, 'trim'),
        shine(234, 130, 246, 320, 15, 0, 0.16),
      ]),
      ...fly(62, 'trim'),
      ...waistband(straight),
      ...loops(straight),
      dot(200, 64, 4.6, 'metal'),
      ...both(dot(224, 80, 2, 'metal'), dot(262, 98, 2, 'metal')),
    ],
  };
}

export function trousers(): Drawing {
  const cut: Legs = { ...straight, inner: 30, outer: 70, knee: 76, kneeInner: 22 };
  return {
    layers: [
      ...legs(cut, [
        seam(path`M240 74Q246 200 ${250} 386`, 1.2, 0.7),
        fold(240, 76, 249, 250, 5),
        seam(path`M254 76Q264 92 272 116`),
        fold(226, 76, 228, 130, 4),
      ]),
      ...fly(62, 'seam').slice(0, 2),
      ...waistband(cut),
      panel(path`M192 55L230 54L230 72L192 74Z`, { shade: 'none' }),
      dot(222, 63, 3.2),
      ...loops(cut).slice(0, 1),
    ],
  };
}

export function chinos(): Drawing {
  const cut: Legs = { ...straight, inner: 30, outer: 68, knee: 74, kneeInner: 22, bottom: 380 };
  return {
    layers: [
      ...legs(cut, [
        seam(path`M246 72L272 112`),
        stitch(path`M242 74L270 116`),
        band(legLine(cut, 8), 'deep', 20, 0.35),
        seam(legLine(cut, 18)),
        stitch(legLine(cut, 14)),
      ]),
      ...fly(62, 'seam'),
      ...waistband(cut),
      ...loops(cut),
      dot(200, 64, 4),
    ],
  };
}

export function joggers(): Drawing {
  const cut: Legs = { ...straight, hip: 82, knee: 80, kneeInner: 14, inner: 32, outer: 64, bottom: 368 };
  return {
    layers: [
      ...legs(cut, [
        seam(path`M250 72Q256 104 276 122`),
        fold(240, 300, 236, 366, 6),
        fold(254, 310, 252, 366, 5),
      ]),
      ...both(
        panel(path`M231 364Q248 372 265 364L262 392Q248 398 234 392Z`, {
          paint: 'deep',
          shade: 'dim',
          inside: [240, 247, 254].map((x) => seam(path`M${x} 366L${x} 396`, 0.8, 0.5)),
        }),
      ),
      ...waistband(cut, 22),
      ...Array.from({ length: 15 }, (_, index) =>
        seam(path`M${144 + index * 8} ${54}L${143.5 + index * 8.1} 68`, 1, 0.4),
      ),
      ...both(band(path`M204 68Q212 100 208 124`, 'ivory', 3.4), dot(204, 66, 2.6, 'metal')),
    ],
  };
}

export function leggings(): Drawing {
  const cut: Legs = {
    top: 62,
    waist: 58,
    hip: 64,
    crotch: 176,
    bottom: 388,
    inner: 20,
    outer: 46,
    knee: 55,
    kneeInner: 12,
  };
  return {
    layers: [
      ...legs(cut, [stitch(legLine(cut, 7)), fold(214, 366, 244, 372, 4), fold(216, 350, 242, 354, 3)]),
      seam(path`M200 66L200 176`),
      ...waistband(cut, 24),
    ],
  };
}

export function shorts(): Drawing {
  const cut: Legs = {
    top: 124,
    waist: 70,
    hip: 92,
    crotch: 240,
    bottom: 322,
    inner: 10,
    outer: 102,
    knee: 100,
    kneeInner: 6,
  };
  return {
    layers: [
      ...legs(cut, [
        seam(path`M246 134L280 182`),
        stitch(path`M242 134L277 186`),
        seam(legLine(cut, 20)),
        stitch(legLine(cut, 17)),
        fold(236, 140, 240, 220, 6),
      ]),
      seam(path`M200 134L200 240`),
      stitch(path`M216 134L216 196Q214 212 202 218`),
      ...waistband(cut, 22),
      ...loops(cut),
      ...both(band(path`M204 130Q214 160 208 186`, 'ivory', 3.2)),
    ],
    place: { x: -20, y: -20, scale: 1.1 },
  };
}

export function skirt(): Drawing {
  return {
    repeat: 0.85,
    layers: [
      ...gores(
        { top: 104, topHalf: 52, bottom: 340, bottomHalf: 128, count: 6, wave: 8, dip: 20 },
        (_, lift) => [stitch(lift(8)), seam(lift(12), 0.8, 0.4)],
      ),
      panel(path`M148 84Q200 74 252 84Q200 98 148 84Z`, { paint: 'lining', shade: 'none' }),
      panel(path`M148 84Q200 98 252 84L253 106Q200 120 147 106Z`, {
        inside: [stitch(path`M148 88Q200 102 252 88M147 102Q200 116 253 102`)],
      }),
      dot(200, 102, 3.6),
    ],
  };
}

export function denimSkirt(): Drawing {
  return {
    layers: [
      ...both(
        panel(path`M200 92L262 88C268 120 282 150 284 180L292 320Q246 330 200 330Z`, {
          turn: -4,
          shade: 'dim',
          inside: [
            stitch(path`M200 320Q246 320 294 311`, 'trim'),
            seam(path`M220 98Q224 130 276 132`),
            stitch(path`M216 98Q220 134 276 136`, 'trim'),
            fold(240, 170, 250, 326, 9),
            stitch(path`M208 96L208 326`, 'trim'),
          ],
        }),
      ),
      panel(path`M138 66Q200 58 262 66Q200 80 138 66Z`, { paint: 'lining', shade: 'none' }),
      panel(path`M138 66Q200 80 262 66L263 90Q200 102 137 90Z`, {
        inside: [stitch(path`M138 70Q200 84 262 70M137 86Q200 98 263 86`, 'trim')],
      }),
      ...buttons(200, 86, 300, 6, 4.4, 'metal'),
    ],
    place: { x: 0, y: 18, scale: 1 },
  };
}
