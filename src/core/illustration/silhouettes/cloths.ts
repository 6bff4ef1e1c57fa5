import { path } from '../geometry.ts';
import {
  band,
  border,
  both,
  type Drawing,
  dot,
  fold,
  type Layer,
  panel,
  seam,
  shape,
  shine,
  stitch,
} from '../layers.ts';

function fringe(
  from: number,
  to: number,
  y: number,
  rise: number,
  paint: 'trim' | 'plain',
): readonly Layer[] {
  const count = Math.round((to - from) / 8);
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    const x = from + (to - from) * share;
    return band(
      path`M${x} ${y + rise * share}L${x + (index % 2 === 0 ? -1 : 1.5)} ${y + rise * share + 20}`,
      paint,
      2.2,
    );
  });
}

/** A peg rail that a length of cloth hangs over. */
function rail(y: number): readonly Layer[] {
  return [
    panel(path`M70 ${y - 6}L330 ${y - 6}L330 ${y + 6}L70 ${y + 6}Z`, { paint: 'leather', shade: 'down' }),
    ...both(dot(332, y, 9, 'metal')),
  ];
}

/** A long light cloth with zari ends: laid over a rail, one fall in front of the other. */
export function dupatta(): Drawing {
  return {
    layers: [
      ...rail(72),
      // The farther fall, longer and to the right.
      ...fringe(206, 296, 386, -6, 'trim'),
      panel(
        path`M196 66Q246 58 284 66C288 160 294 280 300 380Q276 392 252 384Q228 394 204 388C206 280 200 170 196 66Z`,
        {
          turn: -3,
          shade: 'dim',
          inside: [
            fold(222, 74, 226, 390, 9, 0, 0.24),
            fold(250, 74, 254, 390, 9, 0, 0.24),
            fold(274, 74, 282, 390, 8, 0, 0.24),
            shine(238, 90, 240, 380, 6),
            ...border(path`M196 366Q228 374 252 364Q276 372 306 360`, 34),
            band(path`M196 338Q228 346 252 336Q276 344 306 332`, 'trim', 4),
          ],
        },
      ),
      ...fringe(102, 222, 336, 4, 'trim'),
      panel(
        path`M112 66Q160 54 222 62Q238 66 236 84C236 160 228 250 226 336Q204 348 184 338Q162 348 140 338Q118 346 98 334C102 250 106 160 104 82Q104 68 112 66Z`,
        {
          turn: 2,
          shade: 'round',
          inside: [
            fold(132, 62, 124, 346, 10, 0, 0.22),
            fold(166, 60, 162, 346, 11, 0, 0.22),
            fold(200, 60, 204, 346, 10, 0, 0.22),
            shine(148, 66, 142, 336, 8, 0, 0.22),
            shine(184, 66, 184, 336, 7, 0, 0.2),
            ...border(path`M90 312Q118 324 140 316Q162 326 184 316Q204 326 236 314`, 40),
            band(path`M90 282Q118 294 140 286Q162 296 184 286Q204 296 236 284`, 'trim', 4),
            band(path`M96 60C96 160 96 260 92 344M240 60C238 160 234 260 230 344`, 'trim', 9),
            shine(110, 68, 230, 66, 12, 0, 0.3),
          ],
        },
      ),
    ],
    place: { x: 2, y: 4, scale: 1 },
  };
}

/** A woven shawl, folded in three and laid with its fringe to the front. */
export function stole(): Drawing {
  return {
    layers: [
      ...fringe(96, 300, 366, 0, 'plain'),
      panel(path`M96 96Q92 82 108 78L288 78Q306 80 306 96L308 366L90 366Z`, { turn: 0, shade: 'dim' }),
      panel(path`M84 92Q82 72 102 70L270 70Q290 72 290 92L292 348Q190 358 82 348Z`, {
        inside: [
          fold(146, 80, 150, 352, 10, 0, 0.18),
          fold(216, 80, 212, 352, 11, 0, 0.18),
          shine(120, 84, 118, 346, 10),
          shine(184, 84, 184, 346, 9),
          ...[300, 314, 328].map((y, index) =>
            band(path`M70 ${y}Q190 ${y + 9} 300 ${y}`, index === 1 ? 'trim' : 'deep', index === 1 ? 10 : 5),
          ),
          shape(path`M80 70L296 70L296 84Q190 92 80 84Z`, 'shine', 0.24),
        ],
      }),
      ...fringe(86, 288, 346, 2, 'plain'),
      panel(path`M130 150L176 148L176 172L130 174Z`, {
        paint: 'ivory',
        shade: 'none',
        inside: [stitch(path`M134 154L172 152L172 168L134 170Z`)],
      }),
    ],
    place: { x: 4, y: 8, scale: 1 },
  };
}

/** Looped and knotted as round a neck. */
export function scarf(): Drawing {
  return {
    layers: [
      ...fringe(222, 282, 352, -8, 'plain'),
      panel(path`M196 206Q226 196 240 210C254 250 278 300 288 344Q254 358 218 356C214 300 206 254 196 206Z`, {
        turn: -14,
        shade: 'dim',
        inside: [
          fold(222, 216, 252, 352, 9),
          fold(236, 216, 274, 348, 7),
          band(path`M214 334Q254 338 292 322`, 'deep', 8),
          band(path`M212 318Q250 322 288 306`, 'deep', 4),
        ],
      }),
      ...fringe(136, 204, 376, 0, 'plain'),
      panel(path`M170 206Q196 196 214 210C216 262 210 320 206 374Q170 382 132 374C144 318 158 264 170 206Z`, {
        turn: 6,
        inside: [
          fold(186, 216, 164, 374, 10),
          fold(202, 216, 190, 374, 7),
          band(path`M126 354Q170 362 212 354`, 'deep', 8),
          band(path`M130 338Q170 346 212 338`, 'deep', 4),
        ],
      }),
      panel(
        path`M200 70C270 70 306 112 300 152C294 196 250 226 200 228C150 226 106 196 100 152C94 112 130 70 200 70ZM200 104C160 104 138 124 142 146C146 168 172 180 200 180C228 180 254 168 258 146C262 124 240 104 200 104Z`,
        {
          turn: 20,
          inside: [
            seam(
              path`M106 130C120 196 180 212 206 214M122 100C112 150 160 200 214 198M294 136C280 190 236 210 206 220`,
              1.4,
              0.7,
            ),
            fold(118, 106, 180, 212, 9, -12),
            fold(286, 110, 226, 212, 9, 12),
            shine(132, 150, 190, 206, 6, -8),
          ],
        },
      ),
      panel(path`M166 188Q196 176 230 188Q242 206 232 228Q198 240 168 228Q156 206 166 188Z`, {
        turn: 80,
        shade: 'round',
        inside: [fold(176, 190, 180, 230, 5), fold(206, 188, 208, 232, 6)],
      }),
    ],
  };
}
