import { path } from '../geometry.ts';
import {
  band,
  border,
  both,
  buttons,
  type Drawing,
  type Layer,
  panel,
  seam,
  shape,
  stitch,
} from '../layers.ts';
import { across, bodyPath, drape, hemLine, regular, type Sleeve, sleeves, type Torso } from './cuts.ts';
import { bandCollar } from './ethnic.ts';

export function sherwani(): Drawing {
  const cut: Torso = {
    ...regular,
    top: 52,
    neck: 32,
    depth: 22,
    shoulder: 88,
    slope: 18,
    chest: 82,
    armhole: 154,
    waist: 72,
    waistAt: 214,
    hem: 94,
    bottom: 388,
    dip: 4,
  };
  const arm: Sleeve = { length: 210, angle: 14, cuff: 22 };
  return {
    layers: [
      ...sleeves(cut, arm, [...border(across(cut, arm, 8), 15)]),
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...both(seam(path`M240 158Q230 214 246 390`, 1, 0.5)),
          seam(path`M206 78L208 396`),
          shape(path`M208 210L208 396L216 396L210 210Z`, 'shadow', 0.22),
          band(path`M194 70L196 396`, 'trim', 13),
          band(path`M194 70L196 396`, 'trim-light', 4, 0.8),
          ...both(
            panel(path`M236 272L268 269L269 281L237 285Z`, {
              shade: 'none',
              inside: [band(path`M234 274L272 270`, 'trim', 4)],
            }),
          ),
          panel(path`M228 142L258 138L259 147L229 152Z`, { paint: 'trim', shade: 'none' }),
          ...border(hemLine(cut, 8), 12),
        ],
      }),
      ...bandCollar(53, 32, 76),
      band(path`M203 68Q226 60 229 44M197 68Q174 60 171 44`, 'trim', 4),
      ...buttons(203, 92, 236, 7, 3.6, 'metal'),
    ],
  };
}

function sleeveless(bottom: number, buttonCount: number, pockets: readonly Layer[]): Drawing {
  const cut: Torso = {
    ...regular,
    top: 78,
    neck: 32,
    depth: 24,
    shoulder: 72,
    slope: 15,
    chest: 80,
    armhole: 192,
    waist: 73,
    waistAt: 254,
    hem: 80,
    bottom,
    dip: 8,
  };
  return {
    layers: [
      panel(bodyPath(cut), {
        inside: [
          ...drape(cut),
          ...both(stitch(path`M264 92Q252 150 276 190`), seam(path`M236 196Q230 260 236 ${bottom}`, 1, 0.45)),
          seam(path`M206 102L207 ${bottom + 12}`),
          shape(path`M206 220L207 ${bottom + 12}L216 ${bottom + 10}L209 220Z`, 'shadow', 0.2),
          stitch(hemLine(cut, 6)),
          ...pockets,
        ],
      }),
      ...bandCollar(79, 32, 104),
      ...buttons(201, 120, bottom - 40, buttonCount, 4),
    ],
    place: { x: -28, y: -30, scale: 1.14 },
  };
}

export function nehruJacket(): Drawing {
  return sleeveless(352, 5, [
    ...both(panel(path`M226 284L264 280L265 294L227 299Z`, { shade: 'none' })),
    panel(path`M230 180L258 176L259 186L231 191Z`, { shade: 'none' }),
    shape(path`M236 180L242 162L248 172L254 158L258 177Z`, 'trim', 0.95),
  ]);
}

/** The everyday cousin of the Nehru jacket: patch pockets, shorter, topstitched. */
export function bandi(): Drawing {
  const patch = panel(path`M222 262L266 258L268 306Q246 314 223 310Z`, {
    shade: 'none',
    inside: [stitch(path`M222 270L267 266M226 274L227 306Q246 310 264 303L263 270`)],
  });
  return sleeveless(330, 4, [
    ...both(patch),
    panel(path`M228 168L258 165L259 198L244 204L229 200Z`, {
      shade: 'none',
      inside: [stitch(path`M228 175L259 172`)],
    }),
  ]);
}
