import { path } from '../geometry.ts';
import { band, border, both, type Drawing, dot, fold, panel, seam, shape, shine, stitch } from '../layers.ts';

export function tote(): Drawing {
  const handle = path`M136 178C136 66 264 66 264 178`;
  return {
    floor: 390,
    layers: [
      band(path`M146 166C146 56 254 56 254 166`, 'leather-dark', 9),
      panel(path`M84 162L316 162Q322 172 318 190L82 190Q78 172 84 162Z`, { paint: 'lining', shade: 'none' }),
      panel(
        path`M82 172Q200 186 318 172C324 250 332 320 334 376Q334 384 326 384L74 384Q66 384 66 376C68 320 76 250 82 172Z`,
        {
          inside: [
            stitch(path`M76 186Q200 200 324 186`),
            fold(270, 190, 306, 380, 14),
            fold(116, 190, 96, 380, 10),
            fold(196, 260, 206, 384, 12, 4, 0.1),
            seam(path`M66 352Q200 362 334 352`, 1, 0.6),
          ],
        },
      ),
      band(handle, 'leather-dark', 13),
      band(handle, 'leather', 10),
      stitch(handle, 'ivory'),
      ...both(
        panel(path`M254 176L274 176L276 216Q264 224 252 216Z`, {
          paint: 'leather',
          shade: 'lit',
          inside: [stitch(path`M257 179L271 179L272 212Q264 218 256 212Z`, 'ivory')],
        }),
        dot(264, 186, 2.6, 'metal'),
      ),
    ],
  };
}

export function handbag(): Drawing {
  const handle = path`M142 176C142 70 258 70 258 176`;
  return {
    floor: 360,
    repeat: 0.8,
    layers: [
      band(handle, 'deep', 14),
      band(handle, 'plain', 8),
      ...both(panel(path`M248 164L268 164L268 190L248 190Z`, { paint: 'metal', shade: 'none' })),
      panel(
        path`M92 180Q200 166 308 180Q326 182 330 204L342 330Q344 352 320 354L80 354Q56 352 58 330L70 204Q74 182 92 180Z`,
        { inside: [fold(296, 200, 318, 350, 14), stitch(path`M66 336Q200 346 334 336`)] },
      ),
      panel(path`M80 184Q200 164 320 184Q330 230 322 262Q260 288 200 288Q140 288 78 262Q70 230 80 184Z`, {
        shade: 'lit',
        inside: [stitch(path`M84 256Q142 281 200 281Q258 281 316 256`), shine(110, 196, 106, 258, 10)],
      }),
      panel(path`M182 268L218 268Q222 268 222 274L220 304Q200 314 180 304L178 274Q178 268 182 268Z`, {
        paint: 'metal',
        shade: 'none',
        inside: [shape(path`M192 280L208 280L207 298L193 298Z`, 'shadow', 0.4)],
      }),
    ],
  };
}

export function slingBag(): Drawing {
  const strap = path`M108 214C60 60 250 10 316 110C336 146 316 184 292 214`;
  return {
    floor: 366,
    repeat: 0.8,
    layers: [
      band(strap, 'deep', 10),
      band(strap, 'plain', 6),
      ...both(dot(292, 214, 8, 'metal')),
      panel(
        path`M104 210L296 210Q312 212 314 230L318 318Q316 356 276 358L124 358Q84 356 82 318L86 230Q88 212 104 210Z`,
        {
          inside: [
            fold(284, 230, 296, 350, 12),
            stitch(path`M92 320Q94 350 126 350L274 350Q306 350 308 320`),
          ],
        },
      ),
      panel(path`M96 208L304 208Q316 214 314 240Q308 296 252 302L148 302Q92 296 86 240Q84 214 96 208Z`, {
        shade: 'lit',
        inside: [stitch(path`M93 240Q99 290 150 295L250 295Q301 290 307 240`)],
      }),
      panel(path`M186 286L214 286L212 318Q200 326 188 318Z`, { paint: 'metal', shade: 'none' }),
      band(path`M306 300Q320 320 314 340`, 'trim', 3),
      panel(path`M306 338L322 338L326 376Q314 382 303 376Z`, {
        paint: 'trim',
        shade: 'lit',
        inside: [308, 313, 318].map((x) => seam(path`M${x} 344L${x} 382`, 1, 0.5)),
      }),
    ],
  };
}

export function clutch(): Drawing {
  return {
    floor: 330,
    repeat: 0.8,
    layers: [
      band(path`M312 186C372 190 372 300 316 296`, 'metal', 3.6),
      panel(
        path`M58 170Q60 158 74 156Q200 146 326 156Q340 158 342 170L348 304Q346 320 330 322Q200 330 70 322Q54 320 52 304Z`,
        {
          inside: [
            fold(310, 190, 328, 318, 12),
            stitch(path`M60 306Q62 313 72 314Q200 322 328 314Q338 313 340 306`),
          ],
        },
      ),
      panel(path`M56 168Q60 157 74 156Q200 146 326 156Q340 157 344 168L214 262Q200 270 186 262Z`, {
        turn: 0,
        shade: 'lit',
        inside: [...border(path`M50 170L186 264Q200 272 214 264L350 170`, 13), shine(100, 162, 190, 230, 10)],
      }),
      panel(
        path`M200 236C212 236 220 244 220 256C220 268 212 276 200 276C188 276 180 268 180 256C180 244 188 236 200 236Z`,
        { paint: 'metal', shade: 'none', inside: [dot(200, 256, 9, 'stone')] },
      ),
    ],
  };
}

/** Drawstring pouch for festive wear. */
export function potli(): Drawing {
  return {
    floor: 382,
    repeat: 0.8,
    layers: [
      band(path`M152 152C110 30 290 30 248 152`, 'trim', 4),
      band(path`M152 152C110 30 290 30 248 152`, 'trim-light', 1.6),
      panel(
        path`M136 124Q150 104 166 120Q184 102 200 118Q216 102 234 120Q250 104 264 124Q252 146 236 164L164 164Q148 146 136 124Z`,
        {
          shade: 'lit',
          inside: [
            band(path`M130 122Q150 106 166 120Q184 104 200 118Q216 104 234 120Q250 106 270 122`, 'trim', 12),
            ...[160, 180, 200, 220, 240].map((x) => fold(x, 122, 200 + (x - 200) * 0.7, 166, 7)),
          ],
        },
      ),
      panel(
        path`M162 160L238 160C262 196 322 238 322 306C322 360 270 378 200 378C130 378 78 360 78 306C78 238 138 196 162 160Z`,
        {
          inside: [
            ...[-60, -34, -12, 12, 34, 60].map((x) =>
              fold(200 + x * 0.55, 160, 200 + x * 2, 300, 12, x * 0.1),
            ),
            ...border(path`M70 316Q200 376 330 316`, 20),
          ],
        },
      ),
      panel(path`M158 156Q200 166 242 156L243 170Q200 180 157 170Z`, {
        paint: 'trim',
        inside: [band(path`M150 164Q200 176 250 164`, 'trim-light', 3)],
      }),
      ...[
        [150, 226],
        [252, 214],
      ].flatMap(([x = 0, y = 0]) => [
        band(path`M${x < 200 ? 172 : 230} 170Q${x - 4} ${y - 34} ${x} ${y}`, 'trim', 3),
        dot(x, y + 2, 6, 'metal'),
        panel(
          path`M${x - 6} ${y + 6}L${x + 6} ${y + 6}L${x + 9} ${y + 34}Q${x} ${y + 39} ${x - 9} ${y + 34}Z`,
          { paint: 'trim', shade: 'lit' },
        ),
      ]),
    ],
  };
}

export function backpack(): Drawing {
  return {
    floor: 392,
    layers: [
      band(path`M176 92C176 46 224 46 224 92`, 'deep', 11),
      ...both(panel(path`M288 200Q334 214 330 330Q326 366 296 368Z`, { paint: 'deep', shade: 'dim' })),
      panel(
        path`M200 74C262 74 296 100 300 150L308 356Q306 388 272 388L128 388Q94 388 92 356L100 150C104 100 138 74 200 74Z`,
        {
          inside: [
            fold(282, 140, 292, 380, 12),
            seam(path`M108 170C110 116 148 94 200 94C252 94 290 116 292 170`),
            stitch(path`M114 172C116 122 152 100 200 100C248 100 284 122 286 172`),
          ],
        },
      ),
      panel(path`M122 262Q200 248 278 262L284 354Q282 372 264 372L136 372Q118 372 116 354Z`, {
        shade: 'round',
        inside: [
          band(path`M110 276Q200 262 290 276`, 'deep', 5),
          stitch(path`M124 350Q126 364 138 364L262 364Q274 364 276 350`),
        ],
      }),
      panel(path`M128 148Q200 132 272 148L276 216Q240 236 200 236Q160 236 124 216Z`, {
        shade: 'lit',
        inside: [stitch(path`M130 212Q162 229 200 229Q238 229 270 212`)],
      }),
      ...both(
        panel(path`M232 206L250 204L251 290L234 292Z`, {
          paint: 'leather',
          shade: 'lit',
          inside: [stitch(path`M236 208L238 288M247 208L247 288`, 'ivory')],
        }),
        panel(path`M230 250L254 248L254 268L231 270Z`, {
          paint: 'metal',
          shade: 'none',
          inside: [shape(path`M235 254L249 253L249 263L236 265Z`, 'leather')],
        }),
      ),
      panel(path`M178 112L222 112L222 128L178 128Z`, { paint: 'leather', shade: 'none' }),
    ],
  };
}

export function wallet(): Drawing {
  return {
    repeat: 0.7,
    layers: [
      panel(path`M84 128Q86 116 98 116L306 116Q320 116 320 130L320 200L84 200Z`, {
        paint: 'deep',
        shade: 'lit',
        inside: [
          panel(path`M104 128L284 128L284 190L104 190Z`, { paint: 'ivory', shade: 'none' }),
          shape(path`M104 138L284 138L284 150L104 150Z`, 'trim'),
          panel(path`M96 146L304 146L304 210L96 210Z`, { paint: 'lining', shade: 'lit' }),
        ],
      }),
      panel(
        path`M72 176Q72 164 86 164L314 164Q328 164 328 176L332 316Q332 330 316 330L84 330Q68 330 68 316Z`,
        {
          inside: [
            stitch(
              path`M79 180Q79 171 88 171L312 171Q321 171 321 180L325 312Q325 323 314 323L86 323Q75 323 75 312Z`,
            ),
            shine(110, 176, 96, 318, 12),
            fold(300, 180, 314, 322, 10),
          ],
        },
      ),
      panel(path`M262 228L332 226L333 264L262 266Q246 264 246 247Q246 230 262 228Z`, {
        paint: 'deep',
        shade: 'lit',
        inside: [stitch(path`M266 234L340 232M266 260L340 258`)],
      }),
      dot(268, 247, 7, 'metal'),
    ],
  };
}
