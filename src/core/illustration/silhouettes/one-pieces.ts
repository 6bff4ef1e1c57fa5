import { path } from '../geometry.ts';
import { band, both, buttons, type Drawing, fold, panel, seam, shape, stitch } from '../layers.ts';
import { across, backNeck, bodyPath, type Sleeve, sleeves, type Torso } from './cuts.ts';
import { bodice } from './dresses.ts';
import { gores, type Legs, legLine, legs } from './skirt-cuts.ts';

/** A child's party frock: round collar, puffed sleeves, three tiers. */
export function frock(): Drawing {
  const cut: Torso = {
    ...bodice,
    top: 82,
    neck: 34,
    depth: 22,
    shoulder: 66,
    chest: 62,
    armhole: 158,
    waist: 58,
    hem: 56,
    waistAt: 196,
    bottom: 214,
  };
  const puff: Sleeve = { length: 46, angle: 42, cuff: 22, swell: 24 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, puff, [band(across(cut, puff, 3), 'ivory', 7), fold(268, 114, 280, 144, 5)]),
      ...gores({ top: 262, topHalf: 92, bottom: 338, bottomHalf: 138, count: 8, wave: 7, dip: 14 }, (hem) => [
        band(hem, 'ivory', 9, 0.9),
      ]),
      ...gores({ top: 208, topHalf: 56, bottom: 272, bottomHalf: 106, count: 6, wave: 6, dip: 10 }, (hem) => [
        band(hem, 'ivory', 9, 0.9),
      ]),
      panel(bodyPath(cut), { inside: [fold(258, 160, 240, 200, 6), seam(path`M200 104L200 216`, 1, 0.4)] }),
      panel(path`M144 204Q200 216 256 204L256 222Q200 234 144 222Z`, { paint: 'deep' }),
      ...both(
        panel(path`M200 106C222 104 232 96 234 80Q252 84 258 98C252 120 226 134 204 122Z`, {
          paint: 'ivory',
          shade: 'lit',
        }),
      ),
      ...both(
        panel(path`M202 218C214 198 240 200 240 216C240 230 214 236 202 218Z`, {
          paint: 'deep',
          shade: 'lit',
        }),
      ),
      panel(path`M194 210L206 210L206 227L194 227Z`, { paint: 'deep', shade: 'none' }),
      ...buttons(200, 134, 182, 3, 2.8),
    ],
    repeat: 0.8,
  };
}

export function jumpsuit(): Drawing {
  const cut: Torso = {
    ...bodice,
    top: 44,
    neck: 34,
    depth: 52,
    neckline: 'vee',
    shoulder: 64,
    chest: 64,
    armhole: 120,
    waistAt: 160,
    waist: 56,
    hem: 54,
    bottom: 176,
  };
  const lower: Legs = {
    top: 170,
    waist: 53,
    hip: 74,
    crotch: 246,
    bottom: 396,
    inner: 20,
    outer: 92,
    knee: 82,
    kneeInner: 14,
  };
  const cap: Sleeve = { length: 44, angle: 40, cuff: 28 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, cap, [stitch(across(cut, cap, 5))]),
      ...legs(lower, [stitch(legLine(lower, 8)), seam(path`M240 180L262 222`), fold(224, 180, 228, 236, 5)]),
      panel(bodyPath(cut), {
        inside: [
          fold(258, 124, 240, 160, 6),
          fold(144, 124, 160, 160, 5),
          ...both(shape(path`M200 96Q222 80 234 44L240 50Q228 88 202 106Z`, 'shadow', 0.16)),
          seam(path`M200 98L200 180`),
        ],
      }),
      seam(path`M200 190L200 246`),
      panel(path`M144 166Q200 178 256 166L256 184Q200 196 144 184Z`, { paint: 'deep' }),
      panel(path`M190 172L210 172L210 192L190 192Z`, { paint: 'metal', shade: 'none' }),
      ...buttons(200, 110, 158, 3, 2.8),
    ],
  };
}

/** Bib and braces; the shirt underneath is not part of the piece. */
export function dungarees(): Drawing {
  const lower: Legs = {
    top: 186,
    waist: 68,
    hip: 82,
    crotch: 268,
    bottom: 390,
    inner: 20,
    outer: 76,
    knee: 80,
    kneeInner: 14,
  };
  return {
    layers: [
      // The braces' far ends show behind; the near ones run to the buckles.
      panel(path`M160 52Q200 40 240 52L236 64Q200 54 164 64Z`, { paint: 'deep', shade: 'lit' }),
      ...both(
        panel(path`M229 54Q236 46 243 54L248 122L232 122Z`, {
          shade: 'lit',
          inside: [stitch(path`M232 56L236 120M240 56L244 120`, 'trim')],
        }),
      ),
      ...legs(lower, [
        stitch(legLine(lower, 8), 'trim'),
        seam(path`M232 196Q236 222 276 226`),
        stitch(path`M228 196Q232 226 276 230`, 'trim'),
      ]),
      panel(
        path`M152 110Q200 104 248 110L252 168Q258 184 270 192L268 200Q200 212 132 200L130 192Q142 184 148 168Z`,
        {
          inside: [
            stitch(path`M152 115Q200 109 248 115M134 196Q200 208 266 196`, 'trim'),
            panel(path`M170 128L230 128L230 168L200 178L170 168Z`, {
              shade: 'none',
              inside: [stitch(path`M173 134L227 134M200 134L200 176`, 'trim')],
            }),
          ],
        },
      ),
      seam(path`M200 206L200 268`),
      ...both(panel(path`M228 108L248 108L246 128L230 128Z`, { paint: 'metal', shade: 'none' })),
      ...buttons(138, 214, 234, 2, 3, 'metal'),
      ...buttons(262, 214, 234, 2, 3, 'metal'),
    ],
  };
}
