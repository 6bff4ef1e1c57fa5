import { path } from '../geometry.ts';
import { band, both, buttons, type Drawing, dot, fold, panel, seam, stitch } from '../layers.ts';
import {
  across,
  backNeck,
  bodyPath,
  drape,
  hemLine,
  loose,
  neckEdge,
  neckRib,
  regular,
  sleeves,
  type Torso,
} from './cuts.ts';
import { opening } from './outerwear.ts';

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
