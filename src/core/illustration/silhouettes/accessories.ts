import { path } from '../geometry.ts';
import { band, both, type Drawing, dot, fold, panel, seam, shape, shine, stitch } from '../layers.ts';

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
