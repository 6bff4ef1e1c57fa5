import { path } from '../geometry.ts';
import { band, type Drawing, dot, type Layer, panel, seam, shape, shine, stitch } from '../layers.ts';
import { bead, disc } from './jewellery.ts';

/** One bangle as a standing ellipse: far side first, then the near one. */
function hoop(y: number, paint: 'metal' | 'fabric', width: number): readonly Layer[] {
  const outer = path`M66 ${y}C66 ${y - 58} 334 ${y - 58} 334 ${y}C334 ${y + 58} 66 ${y + 58} 66 ${y}Z`;
  const near = path`M66 ${y}C66 ${y + 58} 334 ${y + 58} 334 ${y}L334 ${y + width}C334 ${y + width + 58} 66 ${y + width + 58} 66 ${y + width}Z`;
  return [
    panel(
      path`M66 ${y}C66 ${y - 58} 334 ${y - 58} 334 ${y}L326 ${y + 4}C322 ${y - 42} 78 ${y - 42} 74 ${y + 4}Z`,
      { paint: paint === 'metal' ? 'metal' : 'deep', shade: 'dim' },
    ),
    panel(near, {
      paint,
      shade: 'round',
      inside:
        paint === 'fabric'
          ? [
              band(path`M60 ${y + 2}C66 ${y + 60} 334 ${y + 60} 340 ${y + 2}`, 'trim', 4),
              band(
                path`M60 ${y + width - 2}C66 ${y + width + 56} 334 ${y + width + 56} 340 ${y + width - 2}`,
                'trim',
                4,
              ),
            ]
          : [
              stitch(
                path`M66 ${y + width / 2}C66 ${y + width / 2 + 58} 334 ${y + width / 2 + 58} 334 ${y + width / 2}`,
                'shine',
                width * 0.36,
              ),
            ],
    }),
    { ...seam(outer, 0.8, 0.3) },
  ];
}

export function bangles(): Drawing {
  return {
    repeat: 0.35,
    floor: 352,
    layers: [
      ...hoop(284, 'metal', 12),
      ...hoop(258, 'fabric', 20),
      ...hoop(238, 'metal', 10),
      ...hoop(212, 'fabric', 20),
      ...hoop(192, 'metal', 10),
      ...hoop(158, 'fabric', 28),
      ...hoop(140, 'metal', 12),
    ],
    place: { x: 0, y: -8, scale: 1 },
  };
}

export function anklet(): Drawing {
  const line = (t: number): { readonly x: number; readonly y: number } => ({
    x: 200 - 132 * Math.cos(t),
    y: 190 + 96 * Math.sin(t),
  });
  return {
    repeat: 0.3,
    layers: [
      band(path`M68 190C70 100 330 100 332 190`, 'metal', 4),
      band(path`M68 190C68 318 332 318 332 190`, 'metal', 9),
      ...Array.from({ length: 23 }, (_, index) => line((Math.PI * (index + 0.5)) / 23)).flatMap(
        ({ x, y }, index) => [
          dot(Math.round(x), Math.round(y), 5, index % 2 === 0 ? 'stone' : 'ivory'),
          ...(index % 2 === 0
            ? [
                band(path`M${x} ${y + 6}L${x} ${y + 16}`, 'metal', 2),
                bead(Math.round(x), Math.round(y + 24), 9),
                shape(
                  path`M${x - 5} ${y + 26}L${x + 5} ${y + 26}L${x + 5} ${y + 28}L${x - 5} ${y + 28}Z`,
                  'shadow',
                  0.6,
                ),
              ]
            : []),
        ],
      ),
    ],
  };
}

export function watch(): Drawing {
  return {
    repeat: 0.5,
    layers: [
      panel(path`M168 40Q200 34 232 40L240 150L160 150Z`, {
        shade: 'lit',
        inside: [stitch(path`M175 46L168 146M225 46L232 146`)],
      }),
      panel(path`M160 290L240 290L230 398Q200 410 170 398Z`, {
        shade: 'dim',
        inside: [
          stitch(path`M168 294L177 396M232 294L223 396`),
          ...[330, 350, 370].map((y) => dot(200, y, 3.4, 'lining')),
        ],
      }),
      panel(path`M162 38Q200 30 238 38L238 52Q200 46 162 52Z`, { paint: 'metal', shade: 'none' }),
      panel(path`M276 212L292 212L292 230L276 230Z`, { paint: 'metal', shade: 'none' }),
      disc(200, 220, 80),
      disc(200, 220, 68, [shine(160, 170, 190, 280, 30, -8, 0.3)], 'ivory'),
      ...Array.from({ length: 12 }, (_, index) => {
        const turn = (Math.PI * index) / 6;
        const at = (radius: number): readonly [number, number] => [
          200 + radius * Math.sin(turn),
          220 - radius * Math.cos(turn),
        ];
        const [x1, y1] = at(60);
        const [x2, y2] = at(index % 3 === 0 ? 46 : 53);
        return band(path`M${x1} ${y1}L${x2} ${y2}`, 'ink', index % 3 === 0 ? 3.4 : 2);
      }),
      band(path`M200 220L176 190`, 'ink', 4.4),
      band(path`M200 220L236 184`, 'ink', 3),
      band(path`M196 234L206 170`, 'stone', 1.6),
      dot(200, 220, 5, 'metal'),
    ],
  };
}
