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

export function cap(): Drawing {
  return {
    repeat: 0.8,
    floor: 318,
    layers: [
      panel(path`M84 246C74 160 122 108 196 106C266 106 304 154 300 232Q190 200 84 246Z`, {
        inside: [
          seam(path`M196 106C176 130 168 176 172 220M196 106C240 130 258 176 260 222`),
          stitch(path`M190 108C170 132 162 178 166 222M202 108C246 132 264 178 266 224`),
          fold(280, 150, 290, 226, 10),
          shine(118, 160, 106, 230, 9),
        ],
      }),
      panel(
        path`M82 244Q186 196 300 230C340 244 366 270 362 288Q352 296 330 286C256 254 160 254 98 272Q82 264 82 244Z`,
        {
          turn: 8,
          shade: 'down',
          inside: [
            stitch(path`M92 252Q190 212 300 244Q336 256 352 280`),
            stitch(path`M92 262Q190 226 296 254Q330 266 346 284`),
          ],
        },
      ),
      dot(197, 106, 8, 'plain'),
      panel(
        path`M194 152C212 152 222 164 222 178C222 192 212 200 198 200C186 200 176 192 176 178C176 164 184 152 194 152Z`,
        {
          paint: 'ivory',
          shade: 'lit',
          inside: [
            shape(
              path`M199 160L203 172L214 173L205 180L209 192L199 185L189 192L193 180L184 173L195 172Z`,
              'trim',
            ),
          ],
        },
      ),
      dot(240, 140, 2.6, 'lining'),
      dot(144, 142, 2.6, 'lining'),
    ],
    place: { x: -14, y: 14, scale: 1 },
  };
}

export function hat(): Drawing {
  return {
    floor: 318,
    repeat: 0.8,
    layers: [
      panel(
        path`M36 268C40 226 120 208 200 208C280 208 360 226 364 268C364 300 290 316 200 316C110 316 36 300 36 268Z`,
        {
          shade: 'round',
          inside: [
            seam(
              path`M56 270C64 238 130 222 200 222C270 222 336 238 344 270C338 294 280 304 200 304C120 304 62 294 56 270Z`,
              1,
              0.4,
            ),
            fold(110, 250, 70, 296, 10),
          ],
        },
      ),
      panel(
        path`M112 264C108 200 124 128 158 118Q180 112 200 122Q220 112 242 118C276 128 292 200 288 264Q200 292 112 264Z`,
        {
          inside: [
            shape(path`M160 118Q200 140 240 118Q222 150 200 150Q178 150 160 118Z`, 'shadow', 0.2),
            fold(262, 140, 276, 250, 12),
            shine(136, 150, 126, 240, 10),
          ],
        },
      ),
      panel(path`M111 232Q200 262 289 232L288 264Q200 293 112 264Z`, {
        paint: 'leather-dark',
        shade: 'round',
      }),
      panel(path`M262 238L284 232L282 270L260 276Z`, { paint: 'leather-dark', shade: 'lit' }),
    ],
  };
}

export function sunglasses(): Drawing {
  return {
    repeat: 0.5,
    floor: 300,
    layers: [
      ...both(band(path`M342 190Q356 150 318 128`, 'deep', 9)),
      ...both(
        panel(
          path`M214 194C216 178 240 172 280 172C324 172 348 178 350 196C352 240 330 274 284 274C238 274 214 244 214 194Z`,
          { shade: 'round' },
        ),
        panel(
          path`M226 198C228 188 246 184 280 184C316 184 336 188 338 200C338 236 320 262 284 262C246 262 226 238 226 198Z`,
          {
            paint: 'ink',
            shade: 'down',
            inside: [
              shape(path`M220 182L284 182L236 262L220 262Z`, 'shine', 0.16),
              shape(path`M296 182L312 182L262 262L250 262Z`, 'shine', 0.13),
            ],
          },
        ),
        dot(340, 190, 3, 'metal'),
      ),
      panel(path`M184 190Q200 176 216 190L216 202Q200 190 184 202Z`, { shade: 'none' }),
    ],
    place: { x: 0, y: 6, scale: 1 },
  };
}

export function tie(): Drawing {
  return {
    repeat: 0.8,
    layers: [
      panel(path`M206 92Q222 96 226 110L250 300L226 346L206 310Z`, { turn: -6, shade: 'dim' }),
      panel(path`M186 100L214 100C222 170 238 250 246 334L200 396L154 334C162 250 178 170 186 100Z`, {
        turn: 35,
        inside: [fold(200, 108, 220, 300, 10, 4), shine(188, 120, 172, 320, 8)],
      }),
      panel(path`M170 56Q200 48 230 56Q228 84 217 108Q200 116 183 108Q172 84 170 56Z`, {
        turn: -35,
        shade: 'lit',
        inside: [fold(210, 56, 204, 112, 7)],
      }),
    ],
  };
}

export function bowTie(): Drawing {
  return {
    repeat: 0.7,
    layers: [
      ...both(
        panel(path`M210 200C244 172 300 150 340 152Q352 214 340 284C300 286 244 264 210 236Z`, {
          turn: -6,
          shade: 'dim',
          inside: [fold(210, 214, 310, 180, 8), fold(210, 222, 304, 250, 9), shine(216, 206, 320, 170, 5)],
        }),
      ),
      panel(path`M180 196Q200 186 220 196Q226 218 220 242Q200 250 180 242Q174 218 180 196Z`, {
        shade: 'round',
        inside: [fold(206, 192, 206, 246, 5)],
      }),
    ],
  };
}

export function socks(): Drawing {
  return {
    repeat: 0.7,
    twin: { x: -74, y: -18 },
    place: { x: 40, y: 18, scale: 0.98 },
    layers: [
      panel(
        path`M166 70Q206 62 246 70C250 140 246 190 250 236C254 268 288 296 318 318C340 336 336 366 306 372C276 376 246 356 220 336C186 312 166 288 166 246C168 190 168 130 166 70Z`,
        {
          turn: 2,
          inside: [
            panel(path`M158 64L254 64L252 112Q206 120 160 112Z`, {
              paint: 'deep',
              shade: 'none',
              inside: [172, 182, 192, 202, 212, 222, 232].map((x) => seam(path`M${x} 60L${x} 120`, 1, 0.5)),
            }),
            panel(path`M160 236C190 240 206 262 196 300L176 326L150 280Z`, { paint: 'deep', shade: 'none' }),
            panel(path`M286 292Q262 326 274 380L350 380L350 310Z`, { paint: 'deep', shade: 'none' }),
            fold(246, 230, 206, 250, 8),
            fold(238, 120, 240, 220, 8),
          ],
        },
      ),
    ],
  };
}

export function belt(): Drawing {
  return {
    repeat: 0.6,
    layers: [
      // One loop: the inner face behind, the front over it.
      panel(path`M70 204C70 112 330 112 330 204L330 250C330 158 70 158 70 250Z`, {
        paint: 'lining',
        shade: 'dim',
        inside: [stitch(path`M70 212C70 120 330 120 330 212M70 242C70 150 330 150 330 242`)],
      }),
      panel(path`M70 204C70 296 330 296 330 204L330 250C330 342 70 342 70 250Z`, {
        shade: 'round',
        inside: [
          stitch(path`M70 211C70 303 330 303 330 211M70 243C70 335 330 335 330 243`, 'ivory', 1.6),
          ...[262, 282, 300].map((x, index) => dot(x, 286 - index * 9, 3.4, 'lining')),
          shine(96, 238, 110, 292, 8),
        ],
      }),
      panel(
        path`M160 250L236 250Q244 250 244 258L244 332Q244 340 236 340L160 340Q152 340 152 332L152 258Q152 250 160 250ZM167 265L167 325L229 325L229 265Z`,
        { paint: 'metal', shade: 'none' },
      ),
      band(path`M158 296L232 294`, 'metal', 6.5),
      panel(path`M122 262L139 266L139 324L122 318Z`, { shade: 'lit' }),
    ],
    place: { x: -10, y: -32, scale: 1.05 },
  };
}

export function turban(): Drawing {
  const wraps = [0, 1, 2, 3, 4];
  return {
    floor: 330,
    layers: [
      panel(path`M262 262Q308 268 314 326Q316 366 300 392Q280 396 266 384Q280 330 252 280Z`, {
        turn: -10,
        shade: 'dim',
        inside: [fold(280, 266, 292, 392, 8), ...border(path`M256 378Q286 390 316 378`, 12)],
      }),
      panel(path`M70 258C60 168 118 92 200 90C282 92 340 168 330 258Q268 304 200 304Q132 304 70 258Z`, {
        turn: -32,
        inside: wraps.flatMap((step) => {
          const line = path`M${64 + step * 4} ${262 - step * 34}C150 ${262 - step * 36} 250 ${206 - step * 26} ${336 - step * 10} ${152 - step * 14}`;
          return [band(line, 'shadow', 9, 0.14), seam(line)];
        }),
      }),
      panel(path`M330 258Q304 284 262 296C222 240 158 186 98 150Q112 126 134 112C204 138 292 190 330 258Z`, {
        turn: 42,
        shade: 'round',
        inside: [0, 1, 2].flatMap((step) => {
          const line = path`M${104 + step * 10} ${146 - step * 10}C${166 + step * 8} ${178 - step * 8} ${236 + step * 12} ${232 - step * 6} ${272 + step * 18} ${300 - step * 8}`;
          return [band(line, 'shadow', 6, 0.12), seam(line, 1)];
        }),
      }),
      // Kalgi: plume and jewel.
      panel(path`M194 128C172 98 180 58 206 34C224 64 222 102 208 128Z`, {
        paint: 'ivory',
        shade: 'lit',
        inside: [
          seam(path`M202 128Q197 88 205 40`),
          seam(path`M200 108L190 92M200 92L191 74M202 108L214 92M202 92L214 74`, 0.9, 0.5),
        ],
      }),
      panel(
        path`M202 122C220 122 228 138 224 154C220 170 210 178 202 188C194 178 184 170 180 154C176 138 184 122 202 122Z`,
        { paint: 'metal', shade: 'none', inside: [dot(202, 148, 10, 'stone')] },
      ),
      dot(202, 195, 6, 'ivory'),
    ],
    repeat: 0.8,
    place: { x: 0, y: 4, scale: 1 },
  };
}
