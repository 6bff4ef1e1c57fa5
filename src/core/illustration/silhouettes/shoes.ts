import { path } from '../geometry.ts';
import { band, type Drawing, dot, fold, type Layer, panel, seam, shape, shine, stitch } from '../layers.ts';
import { flower, leaf } from '../motifs.ts';

/** Shoes stand in profile, toe to the right, the other of the pair behind and to the left. */
const pair = { twin: { x: -34, y: -46 }, place: { x: 21, y: 6, scale: 0.98 }, floor: 316 } as const;

export function sneaker(): Drawing {
  return {
    ...pair,
    repeat: 0.7,
    layers: [
      // Tongue, then upper, cap, sole.
      panel(path`M158 212Q166 164 194 152Q212 154 218 168L232 214Z`, { paint: 'deep', shade: 'lit' }),
      panel(
        path`M66 288C70 256 66 222 72 190Q90 178 108 190C118 214 146 222 166 206Q176 194 184 180Q202 174 212 184C226 212 256 234 292 242C328 250 346 266 346 290Z`,
        {
          inside: [
            shape(path`M60 292L62 244Q92 234 112 258L120 292Z`, 'shadow', 0.16),
            panel(
              path`M166 206Q176 194 184 180Q202 174 212 184C226 210 248 228 276 238L258 266C226 262 190 240 166 206Z`,
              { shade: 'lit', inside: [stitch(path`M172 206C196 236 228 256 256 261`)] },
            ),
            band(path`M70 194Q90 182 108 194C118 218 146 226 166 210`, 'deep', 9),
            stitch(path`M112 262Q126 274 128 290M68 240Q94 232 112 256`),
            panel(path`M352 294L270 294C272 266 288 248 306 243Q350 250 352 294Z`, {
              paint: 'rubber',
              shade: 'round',
              inside: [seam(path`M280 294C282 270 296 256 312 252`, 1, 0.5)],
            }),
            fold(150, 244, 250, 280, 8, 0, 0.12),
          ],
        },
      ),
      panel(path`M62 282Q200 290 348 280Q360 288 356 302Q352 314 338 315L78 315Q60 314 60 298Z`, {
        paint: 'rubber',
        shade: 'down',
        inside: [
          band(path`M56 297Q200 303 362 294`, 'plain', 3.4),
          band(path`M56 314Q200 318 362 314`, 'shadow', 7, 0.3),
        ],
      }),
      ...[0, 1, 2, 3].flatMap((step) => [
        band(
          path`M${184 + step * 20} ${212 + step * 14}Q${192 + step * 19} ${194 + step * 14} ${206 + step * 19} ${188 + step * 13}`,
          'shadow',
          7.5,
          0.3,
        ),
        band(
          path`M${184 + step * 20} ${210 + step * 14}Q${192 + step * 19} ${192 + step * 14} ${206 + step * 19} ${186 + step * 13}`,
          'ivory',
          6,
        ),
      ]),
      band(path`M202 186Q180 168 172 180Q172 192 196 190Q222 174 230 186Q228 198 202 188`, 'ivory', 3.6),
    ],
  };
}

/** Embroidered slip-on with the turned-up toe. */
export function mojari(): Drawing {
  return {
    ...pair,
    repeat: 0.55,
    layers: [
      panel(path`M86 236Q130 226 196 238L190 268L92 270Z`, { paint: 'lining', shade: 'none' }),
      panel(
        path`M64 300C62 270 66 244 80 224Q92 220 98 230C112 256 146 264 178 252Q196 240 214 230C254 244 292 272 326 274C344 274 354 258 346 240C342 232 330 234 331 243Q322 236 330 226C346 216 366 232 366 256C366 286 344 302 310 304Z`,
        {
          inside: [
            panel(path`M178 252Q196 240 214 230C246 240 274 258 300 270Q282 296 240 292Q206 284 178 252Z`, {
              paint: 'trim',
              shade: 'lit',
              inside: [
                shape(flower(238, 262, 15, 8, 0.84), 'stone'),
                shape(leaf(254, 268, 22, 22) + leaf(222, 254, 18, 205), 'trim-dark', 0.8),
                dot(238, 262, 4, 'ivory'),
                seam(path`M196 252Q222 284 280 282`),
              ],
            }),
            band(path`M78 226Q90 222 97 232C112 258 146 266 178 254Q196 242 214 232`, 'trim', 9),
            band(path`M78 226Q90 222 97 232C112 258 146 266 178 254Q196 242 214 232`, 'trim-light', 2.6),
            ...[0, 1, 2, 3, 4, 5, 6].map((step) =>
              dot(86 + step * 15, 286 + (step % 2) * 2, 2.6, 'trim-light'),
            ),
            stitch(path`M60 294Q200 302 330 292`, 'trim-light', 1.6),
          ],
        },
      ),
      panel(path`M62 298Q180 306 314 302Q340 300 356 284Q346 312 314 314L72 314Q60 312 62 298Z`, {
        paint: 'leather-dark',
        shade: 'down',
      }),
      dot(333, 240, 5, 'metal'),
    ],
  };
}

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

export function loafer(): Drawing {
  return {
    ...pair,
    repeat: 0.6,
    layers: [
      panel(path`M84 222Q130 206 186 206L196 250L96 262Z`, {
        paint: 'lining',
        shade: 'none',
        inside: [shape(path`M100 232Q140 220 180 222L184 250L104 258Z`, 'leather', 0.55)],
      }),
      panel(
        path`M64 292C66 264 64 240 74 216Q86 210 94 220C106 248 136 258 160 244Q172 222 186 202Q202 200 212 208C246 226 286 236 318 252C342 264 352 278 352 294Z`,
        {
          inside: [
            seam(path`M72 220Q86 214 93 224C106 252 136 262 160 248`),
            stitch(path`M92 262Q100 274 100 294`),
            // Apron with its hand-sewn ridge.
            panel(
              path`M186 202Q202 200 212 208C244 224 276 234 306 250Q322 262 312 272C274 276 222 262 172 228Z`,
              { shade: 'lit', inside: [stitch(path`M178 230C224 258 272 270 308 266`)] },
            ),
            panel(path`M192 200L230 212C230 236 220 256 204 278L164 262C182 246 190 226 192 200Z`, {
              turn: 30,
              shade: 'round',
              inside: [
                stitch(path`M197 204C196 228 188 246 171 262M225 213C224 236 215 254 200 273`),
                shape(path`M192 232L217 240L213 248L189 240Z`, 'lining'),
              ],
            }),
            shine(268, 256, 330, 282, 7, 0, 0.2),
          ],
        },
      ),
      panel(path`M62 288Q200 298 352 288Q360 296 354 304L64 304Q58 296 62 288Z`, {
        paint: 'leather',
        shade: 'down',
        inside: [stitch(path`M60 294Q200 304 356 293`, 'ivory')],
      }),
      panel(path`M64 302L354 302Q352 314 338 314L146 314L144 320L66 320Z`, {
        paint: 'leather-dark',
        shade: 'none',
      }),
    ],
  };
}

export function boot(): Drawing {
  return {
    repeat: 0.7,
    twin: { x: -40, y: -30 },
    place: { x: 34, y: 18, scale: 0.96 },
    floor: 372,
    layers: [
      panel(path`M102 96Q150 82 200 92Q150 110 102 96Z`, { paint: 'lining', shade: 'none' }),
      panel(
        path`M94 336C96 300 90 268 96 220C98 180 98 140 102 96Q150 112 200 92C204 140 202 180 208 222C220 252 262 264 300 276C330 286 344 304 344 336Z`,
        {
          inside: [
            panel(path`M138 104L176 102C178 150 170 200 158 236Q148 240 140 234C132 190 134 150 138 104Z`, {
              paint: 'deep',
              shade: 'none',
              inside: [145, 151, 157, 163, 169].map((x) =>
                seam(path`M${x} 100Q${x - 2} 170 ${x - 8} 240`, 0.9, 0.5),
              ),
            }),
            stitch(path`M134 104C130 150 128 196 136 238Q148 248 162 240C176 200 182 150 180 102`),
            seam(path`M90 268Q130 276 156 252Q190 236 214 236`),
            fold(206, 214, 160, 262, 10, 6),
            fold(232, 252, 210, 320, 8, 6),
            shine(262, 276, 330, 318, 8, 0, 0.22),
            seam(path`M254 262Q238 290 240 338`, 1, 0.5),
          ],
        },
      ),
      band(path`M110 100Q106 76 122 80Q128 90 122 104`, 'deep', 6),
      panel(path`M90 330Q220 340 346 330Q354 338 348 346L92 346Z`, {
        paint: 'leather',
        shade: 'down',
        inside: [stitch(path`M88 336Q220 346 350 335`, 'ivory')],
      }),
      panel(path`M92 344L348 344Q346 356 332 356L176 356L172 366L94 366Z`, {
        paint: 'leather-dark',
        shade: 'none',
      }),
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
