import { path } from '../geometry.ts';
import { band, both, buttons, type Drawing, dot, panel, seam, stitch } from '../layers.ts';
import { collarStand, shirtCollar } from './collars.ts';
import { across, bodyPath, drape, loose, regular, sleeves, type Torso } from './cuts.ts';

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
