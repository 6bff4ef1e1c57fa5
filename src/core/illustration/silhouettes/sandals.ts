import { path } from '../geometry.ts';
import { band, type Drawing, dot, fold, type Layer, panel, seam, shape, shine, stitch } from '../layers.ts';
import { pair } from './shoes.ts';

/** Open sandal from Kolhapur: braided T-strap and toe ring on a flat leather sole, seen from above at a slant. */
export function kolhapuri(): Drawing {
  return {
    repeat: 0.5,
    place: { x: 14, y: 0, scale: 1 },
    twin: { x: 0, y: 0, flip: true },
    layers: [
      panel(
        path`M272 66C318 66 338 110 332 168C328 214 336 250 332 300C328 352 306 376 278 376C248 376 230 350 228 300C226 258 216 220 214 172C212 112 232 66 272 66Z`,
        { paint: 'leather-dark', shade: 'round' },
      ),
      panel(
        path`M272 72C312 72 331 114 325 168C321 214 329 250 325 300C321 346 302 368 278 368C254 368 237 344 235 300C233 258 223 220 221 172C219 116 236 72 272 72Z`,
        {
          paint: 'leather',
          shade: 'round',
          inside: [
            stitch(
              path`M272 80C306 80 323 116 317 168C313 214 321 250 317 300C313 340 298 360 278 360C258 360 245 336 243 300C241 258 231 220 229 172C227 122 240 80 272 80Z`,
              'ivory',
              1.6,
            ),
            shape(path`M252 300Q278 284 306 302Q302 352 278 352Q254 350 252 300Z`, 'shadow', 0.22),
          ],
        },
      ),
      panel(path`M208 186Q270 132 338 178Q342 196 338 212Q270 168 210 220Q206 204 208 186Z`, {
        turn: 10,
        inside: [
          band(path`M204 194Q270 140 344 186`, 'trim', 5),
          band(path`M204 214Q270 160 344 206`, 'trim', 5),
          stitch(path`M204 204Q270 150 344 196`, 'trim-light', 2),
        ],
      }),
      panel(path`M262 98Q270 92 278 98L282 178Q272 186 262 178Z`, {
        inside: [0, 1, 2, 3, 4, 5, 6, 7].map((step) =>
          seam(path`M258 ${106 + step * 10}L271 ${112 + step * 10}L286 ${106 + step * 10}`, 1.4),
        ),
      }),
      panel(path`M240 108Q246 92 264 96Q270 106 262 116Q246 122 240 108Z`, { shade: 'lit' }),
      panel(path`M258 158C262 144 282 144 286 158C290 176 282 188 272 190C262 188 254 176 258 158Z`, {
        paint: 'trim',
        shade: 'lit',
        inside: [dot(272, 166, 5, 'stone')],
      }),
    ],
  };
}

export function sandal(): Drawing {
  return {
    ...pair,
    repeat: 0.6,
    layers: [
      // Heel counter and ankle strap behind the open foot.
      panel(path`M74 290C70 256 76 220 84 178Q94 172 104 180C106 216 116 252 136 282Z`, {
        shade: 'lit',
        inside: [stitch(path`M88 184Q84 240 86 284`)],
      }),
      panel(path`M82 188Q132 160 178 186Q184 198 178 208Q132 184 84 210Z`, {
        turn: -6,
        inside: [stitch(path`M84 193Q132 165 178 191M84 205Q132 179 178 203`)],
      }),
      panel(path`M164 180L188 184L186 212L162 208Z`, {
        paint: 'metal',
        shade: 'none',
        inside: [shape(path`M169 187L182 189L181 205L168 203Z`, 'plain')],
      }),
      panel(path`M206 300C210 262 232 240 262 244Q286 252 304 294L286 304Z`, {
        turn: 40,
        inside: [stitch(path`M212 300C216 268 234 248 260 251`), fold(250, 250, 270, 300, 7)],
      }),
      panel(path`M262 302C268 268 288 256 310 264Q332 276 340 300Z`, {
        turn: 50,
        inside: [stitch(path`M268 302C274 274 290 264 308 270`)],
      }),
      panel(path`M60 284Q130 284 190 294Q280 302 350 292Q360 298 354 306Q280 314 180 308Q110 300 62 302Z`, {
        paint: 'leather',
        shade: 'lit',
      }),
      panel(path`M62 300Q120 298 180 306Q280 314 356 304Q354 320 334 321L78 321Q60 318 62 300Z`, {
        paint: 'leather-dark',
        shade: 'down',
      }),
    ],
  };
}

export function heel(): Drawing {
  return {
    repeat: 0.6,
    twin: { x: -40, y: -44 },
    place: { x: 28, y: 14, scale: 0.98 },
    floor: 334,
    layers: [
      panel(path`M84 214Q100 232 132 236C126 262 110 290 104 322L90 322C92 284 80 250 84 214Z`, {
        paint: 'deep',
        shade: 'lit',
      }),
      panel(path`M102 148Q130 166 168 206Q206 240 236 236L200 262L110 214Z`, {
        paint: 'lining',
        shade: 'none',
        inside: [shape(path`M112 172Q150 214 214 240L150 236Z`, 'leather', 0.6)],
      }),
      panel(
        path`M82 222C82 190 84 164 94 144Q102 140 108 148C112 186 136 214 168 232Q204 254 244 236C284 250 320 284 344 302Q356 314 344 318Q306 322 262 310C210 294 180 254 132 240Q104 238 82 222Z`,
        {
          inside: [
            stitch(path`M100 150C106 188 132 220 166 238Q204 260 242 243`),
            shine(112, 210, 250, 296, 7, 0, 0.22),
            seam(path`M134 214Q128 228 132 240`, 1, 0.6),
          ],
        },
      ),
      panel(
        path`M132 238C180 252 210 292 262 308Q306 320 344 316Q346 324 336 325L268 325C216 316 176 264 128 250Z`,
        { paint: 'leather-dark', shade: 'none' },
      ),
      panel(path`M88 318L106 318L106 326L88 326Z`, { paint: 'ink', shade: 'none' }),
    ],
  };
}

/** Ballerina flats, seen from above. */
export function ballerina(): Drawing {
  const shoe: readonly Layer[] = [
    panel(
      path`M270 70C314 72 332 122 326 186C320 250 330 300 318 344C310 370 292 378 274 378C252 378 236 362 232 336C224 290 224 250 218 190C212 124 228 70 270 70Z`,
      { inside: [shine(240, 110, 232, 300, 7), fold(316, 130, 316, 330, 9)] },
    ),
    panel(
      path`M272 158C304 158 312 186 309 214C304 262 312 300 303 334C298 354 288 360 275 360C260 360 250 350 247 330C240 290 240 250 235 214C232 182 244 158 272 158Z`,
      {
        paint: 'lining',
        shade: 'none',
        inside: [
          shape(
            path`M272 178C298 178 304 200 301 222C298 262 304 300 296 330C292 346 286 352 275 352C264 352 257 344 254 328C249 290 249 250 244 222C241 196 250 178 272 178Z`,
            'leather',
            0.9,
          ),
          shape(path`M262 312L288 312L286 330L264 330Z`, 'trim-light', 0.8),
        ],
      },
    ),
    stitch(path`M272 152C308 152 318 184 315 214`),
    panel(path`M270 150C254 134 234 138 236 152C238 168 258 166 270 154Z`, { paint: 'deep', shade: 'lit' }),
    panel(path`M274 150C290 134 310 138 308 152C306 168 286 166 274 154Z`, { paint: 'deep', shade: 'round' }),
    panel(path`M265 146L279 146L279 160L265 160Z`, { paint: 'deep', shade: 'none' }),
  ];
  return { layers: shoe, repeat: 0.6, twin: { x: 0, y: 0, flip: true }, place: { x: 12, y: 0, scale: 0.97 } };
}
