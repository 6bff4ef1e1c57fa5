import { path } from '../geometry.ts';
import { band, type Drawing, dot, fold, panel, seam, shape, shine, stitch } from '../layers.ts';
import { flower, leaf } from '../motifs.ts';

/** Shoes stand in profile, toe to the right, the other of the pair behind and to the left. */
export const pair = { twin: { x: -34, y: -46 }, place: { x: 21, y: 6, scale: 0.98 }, floor: 316 } as const;

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
