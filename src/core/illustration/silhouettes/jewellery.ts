import { path } from '../geometry.ts';
import { band, type Drawing, dot, type Layer, panel, seam, shape, stitch } from '../layers.ts';

export function bead(x: number, y: number, radius: number): Layer {
  return panel(
    path`M${x} ${y - radius}C${x + radius * 1.33} ${y - radius} ${x + radius * 1.33} ${y + radius} ${x} ${y + radius}C${x - radius * 1.33} ${y + radius} ${x - radius * 1.33} ${y - radius} ${x} ${y - radius}Z`,
    { paint: 'metal', shade: 'none' },
  );
}

export function disc(
  x: number,
  y: number,
  radius: number,
  inside: readonly Layer[] = [],
  paint: 'metal' | 'fabric' | 'stone' | 'ink' | 'ivory' = 'metal',
): Layer {
  const k = radius * 0.5523;
  return panel(
    path`M${x} ${y - radius}C${x + k} ${y - radius} ${x + radius} ${y - k} ${x + radius} ${y}C${x + radius} ${y + k} ${x + k} ${y + radius} ${x} ${y + radius}C${x - k} ${y + radius} ${x - radius} ${y + k} ${x - radius} ${y}C${x - radius} ${y - k} ${x - k} ${y - radius} ${x} ${y - radius}Z`,
    { paint, shade: paint === 'metal' ? 'none' : 'lit', inside },
  );
}

/** Points on a circle: granulation and stones set round a centre. */
function ring(
  x: number,
  y: number,
  radius: number,
  count: number,
  draw: (x: number, y: number) => Layer,
): readonly Layer[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = (Math.PI * 2 * index) / count - Math.PI / 2;
    return draw(
      Math.round((x + radius * Math.cos(turn)) * 10) / 10,
      Math.round((y + radius * Math.sin(turn)) * 10) / 10,
    );
  });
}

export function jhumka(): Drawing {
  const at = 278;
  return {
    repeat: 0.35,
    twin: { x: -156, y: 0 },
    layers: [
      band(path`M${at} 84C${at + 14} 58 ${at - 18} 50 ${at - 16} 72`, 'metal', 3),
      ...ring(at, 112, 27, 14, (x, y) => dot(x, y, 4, 'metal')),
      disc(at, 112, 25),
      ...ring(at, 112, 15, 8, (x, y) => dot(x, y, 4.4, 'stone')),
      dot(at, 112, 7, 'ivory'),
      bead(at, 148, 6),
      bead(at, 160, 7),
      panel(
        path`M${at - 12} 168Q${at} 160 ${at + 12} 168C${at + 44} 184 ${at + 62} 220 ${at + 64} 262Q${at} 282 ${at - 64} 262C${at - 62} 220 ${at - 44} 184 ${at - 12} 168Z`,
        {
          paint: 'metal',
          shade: 'round',
          inside: [
            ...[-44, -22, 0, 22, 44].map((x) =>
              seam(path`M${at + x * 0.2} 166Q${at + x * 0.9} 200 ${at + x * 1.1} 246`, 1.2, 0.6),
            ),
            panel(path`M${at - 66} 236Q${at} 258 ${at + 66} 236L${at + 70} 254Q${at} 276 ${at - 70} 254Z`, {
              shade: 'round',
            }),
            stitch(path`M${at - 60} 196Q${at} 218 ${at + 60} 196`, 'trim-light', 3),
            ...[-33, -11, 11, 33].map((x) =>
              shape(
                path`M${at + x} 212Q${at + x + 6} 222 ${at + x} 234Q${at + x - 6} 222 ${at + x} 212Z`,
                'stone',
              ),
            ),
            band(path`M${at - 66} 236Q${at} 258 ${at + 66} 236`, 'metal', 3),
          ],
        },
      ),
      panel(path`M${at - 66} 258Q${at} 280 ${at + 66} 258L${at + 65} 267Q${at} 289 ${at - 65} 267Z`, {
        paint: 'metal',
        shade: 'none',
      }),
      ...[-56, -42, -28, -14, 0, 14, 28, 42, 56].flatMap((x) => {
        const y = 277 - (x * x) / 300;
        return [
          band(path`M${at + x} ${y - 2}L${at + x} ${y + 10}`, 'metal', 1.6),
          dot(at + x, Math.round(y + 16), 6, 'ivory'),
          dot(at + x, Math.round(y + 25), 2.4, 'metal'),
        ];
      }),
    ],
    place: { x: 0, y: 30, scale: 1 },
  };
}

export function studs(): Drawing {
  const at = 278;
  return {
    repeat: 0.3,
    twin: { x: -156, y: 0 },
    layers: [
      ...ring(at, 210, 56, 16, (x, y) => dot(x, y, 6, 'ivory')),
      disc(at, 210, 52),
      ...ring(at, 210, 36, 8, (x, y) =>
        disc(
          x,
          y,
          11,
          [shape(path`M${x - 6} ${y - 2}Q${x - 4} ${y - 7} ${x + 2} ${y - 7}L${x - 4} ${y}Z`, 'shine', 0.7)],
          'stone',
        ),
      ),
      disc(at, 210, 19, [], 'metal'),
      disc(
        at,
        210,
        15,
        [shape(path`M${at - 9} 206Q${at - 6} 198 ${at + 3} 199L${at - 6} 210Z`, 'shine', 0.7)],
        'fabric',
      ),
    ],
    place: { x: -44, y: -47, scale: 1.22 },
  };
}

export function necklace(): Drawing {
  const beads = Array.from({ length: 25 }, (_, index) => {
    const turn = Math.PI * (0.06 + (0.88 * index) / 24);
    return { x: 200 - 122 * Math.cos(turn), y: 148 + 132 * Math.sin(turn), size: 5 + 5 * Math.sin(turn) };
  });
  return {
    repeat: 0.35,
    layers: [
      band(path`M80 172C62 110 120 60 200 58C280 60 338 110 320 172`, 'metal', 4),
      stitch(path`M80 172C62 110 120 60 200 58C280 60 338 110 320 172`, 'shadow', 4),
      ...beads.map(({ x, y, size }) => bead(Math.round(x), Math.round(y), Math.round(size))),
      ...beads
        .filter((_, index) => index % 2 === 0 && index > 3 && index < 21)
        .flatMap(({ x, y }) => {
          const drop = { x: x + (x - 200) * 0.1, y: y + 20 };
          return [
            panel(
              path`M${drop.x} ${drop.y - 12}Q${drop.x + 10} ${drop.y + 2} ${drop.x} ${drop.y + 14}Q${drop.x - 10} ${drop.y + 2} ${drop.x} ${drop.y - 12}Z`,
              { paint: 'stone', shade: 'lit' },
            ),
            dot(Math.round(drop.x), Math.round(drop.y + 18), 4.4, 'ivory'),
          ];
        }),
      disc(200, 304, 33),
      ...ring(200, 304, 24, 10, (x, y) => dot(x, y, 4.6, 'ivory')),
      disc(200, 304, 16, [shape(path`M190 300Q192 291 202 291L194 304Z`, 'shine', 0.7)], 'stone'),
      ...[-20, 0, 20].flatMap((x) => [
        band(path`M${200 + x} ${336 - Math.abs(x) * 0.4}L${200 + x} ${350 - Math.abs(x) * 0.4}`, 'metal', 2),
        panel(
          path`M${200 + x} ${346 - Math.abs(x) * 0.4}Q${210 + x} ${362 - Math.abs(x) * 0.4} ${200 + x} ${370 - Math.abs(x) * 0.4}Q${190 + x} ${362 - Math.abs(x) * 0.4} ${200 + x} ${346 - Math.abs(x) * 0.4}Z`,
          { paint: 'ivory', shade: 'lit' },
        ),
      ]),
    ],
  };
}

export function fingerRing(): Drawing {
  return {
    repeat: 0.3,
    floor: 372,
    layers: [
      panel(
        path`M200 182C262 182 294 226 294 276C294 330 254 368 200 368C146 368 106 330 106 276C106 226 138 182 200 182ZM200 202C150 202 126 236 126 276C126 318 158 348 200 348C242 348 274 318 274 276C274 236 250 202 200 202Z`,
        { paint: 'metal', shade: 'none' },
      ),
      ...ring(200, 136, 58, 18, (x, y) => dot(x, y, 8, 'ivory')),
      disc(200, 136, 52),
      disc(
        200,
        136,
        43,
        [
          shape(path`M170 132Q174 104 206 102L186 126L178 148Z`, 'shine', 0.5),
          seam(
            path`M200 136L170 106M200 136L230 106M200 136L230 166M200 136L170 166M176 136L200 112L224 136L200 160Z`,
            1.2,
            0.6,
          ),
        ],
        'stone',
      ),
    ],
  };
}

export function maangTikka(): Drawing {
  return {
    repeat: 0.3,
    layers: [
      band(path`M200 62Q212 50 200 42Q188 50 200 62`, 'metal', 3.4),
      ...Array.from({ length: 13 }, (_, index) => bead(200, 70 + index * 12, index % 3 === 2 ? 6 : 4.4)),
      ...ring(200, 280, 52, 16, (x, y) => dot(x, y, 6, 'metal')),
      disc(200, 280, 48),
      ...ring(200, 280, 33, 10, (x, y) => dot(x, y, 7.4, 'stone')),
      disc(200, 280, 20, [shape(path`M188 276Q190 264 203 265L192 282Z`, 'shine', 0.7)], 'fabric'),
      ...[-34, -17, 0, 17, 34].flatMap((x) => {
        const y = 336 - Math.abs(x) * 0.7;
        return [
          band(path`M${200 + x} ${y - 6}L${200 + x} ${y + 8}`, 'metal', 2),
          panel(
            path`M${200 + x} ${y + 4}Q${211 + x} ${y + 20} ${200 + x} ${y + 32}Q${189 + x} ${y + 20} ${200 + x} ${y + 4}Z`,
            { paint: 'ivory', shade: 'lit' },
          ),
        ];
      }),
    ],
  };
}
