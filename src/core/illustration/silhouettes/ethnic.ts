import { path } from '../geometry.ts';
import {
  band,
  border,
  both,
  buttons,
  type Drawing,
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
  regular,
  type Sleeve,
  sleeves,
  type Torso,
} from './cuts.ts';
import { gores } from './skirt-cuts.ts';

const kurtaCut: Torso = {
  ...regular,
  top: 56,
  neck: 34,
  depth: 22,
  shoulder: 84,
  slope: 18,
  chest: 78,
  armhole: 156,
  waist: 74,
  waistAt: 226,
  hem: 88,
  bottom: 384,
  dip: 4,
};

/** A stand (mandarin) collar, right and left, meeting over the placket. */
export function bandCollar(
  top: number,
  neck: number,
  y: number,
  paint: 'fabric' | 'deep' = 'fabric',
): readonly Layer[] {
  return [
    panel(
      path`M${201 - neck} ${top - 12}Q200 ${top - 23} ${199 + neck} ${top - 12}Q${200 + neck * 0.6} ${y - 6} 200 ${y}Q${200 - neck * 0.6} ${y - 6} ${201 - neck} ${top - 12}Z`,
      {
        paint: 'lining',
        shade: 'none',
        inside: [shape(path`M190 ${top - 5}L210 ${top - 5}L210 ${top + 4}L190 ${top + 4}Z`, 'ivory', 0.85)],
      },
    ),
    ...both(
      panel(
        path`M${201 + neck} ${top + 3}Q${202 + neck} ${top - 6} ${199 + neck} ${top - 13}C${200 + neck * 0.86} ${top + 4} ${200 + neck * 0.5} ${y - 15} 201 ${y - 13}L201 ${y + 4}C${200 + neck * 0.5} ${y} ${200 + neck * 0.95} ${top + 16} ${201 + neck} ${top + 3}Z`,
        { paint, shade: 'lit', turn: -40 },
      ),
    ),
  ];
}

function slits(cut: Torso, from: number): readonly Layer[] {
  return both(
    seam(path`M${200 + cut.hem - 9} ${from}L${200 + cut.hem - 9} ${cut.bottom + 8}`),
    shape(
      path`M${200 + cut.hem + 4} ${from - 4}L${200 + cut.hem - 9} ${from + 6}L${200 + cut.hem - 6} ${cut.bottom + 8}L${200 + cut.hem + 8} ${cut.bottom + 8}Z`,
      'shadow',
      0.3,
    ),
  );
}

/** Men's: band collar, long placket, long sleeves. */
export function kurta(): Drawing {
  const arm: Sleeve = { length: 206, angle: 18, cuff: 23 };
  return {
    layers: [
      ...sleeves(kurtaCut, arm, [stitch(across(kurtaCut, arm, 7)), stitch(across(kurtaCut, arm, 26))]),
      panel(bodyPath(kurtaCut), {
        inside: [
          ...drape(kurtaCut),
          panel(path`M190 66L210 66L210 198L200 208L190 198Z`, {
            shade: 'lit',
            inside: [stitch(path`M193.5 66L193.5 196L200 203L206.5 196L206.5 66`)],
          }),
          hemLineStitch(kurtaCut),
          ...slits(kurtaCut, 300),
        ],
      }),
      panel(path`M228 148L262 146L262 182L245 190L228 184Z`, {
        shade: 'none',
        inside: [stitch(path`M228 156L262 154`)],
      }),
      ...bandCollar(57, 33, 80),
      ...buttons(200, 94, 180, 4, 3.2),
    ],
  };
}

function hemLineStitch(cut: Torso): Layer {
  return stitch(hemLine(cut, 9));
}

/** Women's: keyhole neck, three-quarter sleeves, borders at hem and cuff. */
export function kurti(): Drawing {
  const cut: Torso = {
    ...kurtaCut,
    neck: 40,
    depth: 30,
    shoulder: 80,
    chest: 74,
    waist: 66,
    hem: 96,
    bottom: 374,
  };
  const arm: Sleeve = { length: 132, angle: 25, cuff: 25 };
  return {
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, arm, border(across(cut, arm, 7), 11)),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...both(seam(path`M236 160Q228 226 242 376`, 1, 0.45)),
          ...border(hemLine(cut, 9), 15),
          shape(path`M197 82L203 82L203 128Q200 134 197 128Z`, 'lining'),
          band(path`M196 80L196 130Q200 138 204 130L204 80`, 'trim', 3),
          band(neckEdge(cut), 'trim', 13),
          band(neckEdge(cut), 'trim-light', 5, 0.8),
          ...slits(cut, 292),
        ],
      }),
      ...buttons(207, 96, 120, 3, 2.6, 'metal'),
    ],
  };
}

export function shortKurta(): Drawing {
  const cut: Torso = { ...kurtaCut, top: 78, armhole: 178, waistAt: 246, hem: 84, bottom: 346 };
  const arm: Sleeve = { length: 176, angle: 20, cuff: 25 };
  return {
    layers: [
      ...sleeves(cut, arm, [band(across(cut, arm, 9), 'deep', 20, 0.4), seam(across(cut, arm, 19))]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          panel(path`M190 88L210 88L210 190L190 190Z`, {
            shade: 'lit',
            inside: [stitch(path`M193 88L193 187L207 187L207 88`)],
          }),
          ...both(
            ...[0, 1, 2, 3].map((step) =>
              seam(path`M${218 + step * 7} ${108 - step}L${218 + step * 7} 186`, 0.9, 0.55),
            ),
          ),
          hemLineStitch(cut),
          ...slits(cut, 302),
        ],
      }),
      ...bandCollar(79, 33, 102),
      ...buttons(200, 118, 176, 3, 3.2),
    ],
    place: { x: -20, y: -22, scale: 1.1 },
  };
}

export function anarkali(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 44,
    neck: 38,
    depth: 40,
    shoulder: 68,
    slope: 14,
    chest: 62,
    armhole: 122,
    waist: 52,
    waistAt: 160,
    hem: 50,
    bottom: 178,
    dip: 6,
  };
  const arm: Sleeve = { length: 140, angle: 27, cuff: 18 };
  return {
    repeat: 0.72,
    layers: [
      ...backNeck(cut),
      ...sleeves(cut, arm, border(across(cut, arm, 7), 12)),
      ...gores(
        { top: 172, topHalf: 50, bottom: 366, bottomHalf: 142, count: 7, wave: 8, dip: 22 },
        (_, lift) => [...border(lift(9), 17), band(lift(24), 'trim', 2)],
      ),
      panel(bodyPath(cut), {
        inside: [
          shape(path`M164 44Q166 120 200 128Q234 120 236 44Q246 160 200 164Q154 160 164 44Z`, 'trim', 0.2),
          band(path`M160 44C160 130 180 142 200 146C220 142 240 130 240 44`, 'trim', 2.4),
          band(neckEdge(cut), 'trim', 15),
          band(neckEdge(cut), 'trim-light', 5, 0.8),
          fold(254, 124, 236, 164, 6),
        ],
      }),
      panel(path`M149 168Q200 180 251 168L251 182Q200 194 149 182Z`, {
        paint: 'trim',
        inside: [band(path`M140 175Q200 193 260 175`, 'trim-light', 3)],
      }),
      ...buttons(200, 96, 152, 4, 2.6, 'metal'),
    ],
  };
}

export function kaftan(): Drawing {
  return {
    layers: [
      panel(path`M160 64Q200 86 240 64L224 116L203 156L197 156L176 116Z`, { paint: 'lining', shade: 'none' }),
      panel(
        path`M200 152Q222 110 240 64C282 72 332 92 362 118Q372 190 352 262L300 232Q296 300 304 374Q250 388 200 388Q150 388 96 374Q104 300 100 232L48 262Q28 190 38 118C68 92 118 72 160 64Q178 110 200 152Z`,
        {
          inside: [
            ...both(
              band(path`M362 116Q374 190 352 266`, 'trim', 18),
              band(path`M362 116Q374 190 352 266`, 'trim-light', 5, 0.8),
              fold(268, 110, 300, 236, 12),
              fold(286, 100, 336, 220, 9),
              fold(250, 240, 262, 384, 10),
              seam(path`M266 206Q264 300 274 380`, 1.2, 0.6),
            ),
            band(path`M160 64Q178 110 200 152Q222 110 240 64`, 'trim', 20),
            band(path`M160 64Q178 110 200 152Q222 110 240 64`, 'trim-light', 5, 0.8),
            ...border(path`M90 366Q150 380 200 380Q250 380 310 366`, 15),
            band(path`M142 214Q200 228 258 214`, 'deep', 5),
          ],
        },
      ),
      band(path`M200 152Q206 172 202 198M200 152Q196 172 192 192`, 'trim', 2.4),
    ],
    place: { x: 0, y: -6, scale: 1 },
  };
}
