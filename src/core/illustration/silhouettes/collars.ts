import { path } from '../geometry.ts';
import { both, type Layer, panel, shape, stitch } from '../layers.ts';

/** The two leaves of a shirt collar lying over a stand; `y` is the top button, `spread` the half width at the neck. */
export function shirtCollar(y: number, top: number, spread: number): readonly Layer[] {
  return [
    ...both(
      panel(
        path`M200 ${y}C${200 + spread * 0.4} ${y - 12} ${200 + spread * 0.78} ${top + 12} ${200 + spread - 4} ${top - 10}Q${200 + spread + 6} ${top - 4} ${200 + spread + 9} ${top + 5}L${200 + spread * 0.72} ${y + 16}Q${200 + spread * 0.3} ${y + 8} 200 ${y}Z`,
        {
          turn: -52,
          shade: 'lit',
          inside: [
            stitch(
              path`M203 ${y + 6}Q${200 + spread * 0.4} ${y + 9} ${200 + spread * 0.68} ${y + 11}L${200 + spread + 3} ${top + 5}`,
            ),
          ],
        },
      ),
    ),
  ];
}

export function collarStand(top: number, spread: number, y: number): readonly Layer[] {
  return [
    panel(
      path`M${196 - spread} ${top - 6}Q200 ${top - 20} ${204 + spread} ${top - 6}Q${200 + spread * 0.7} ${y - 8} 200 ${y + 4}Q${200 - spread * 0.7} ${y - 8} ${196 - spread} ${top - 6}Z`,
      {
        paint: 'lining',
        shade: 'none',
        inside: [shape(path`M189 ${top - 2}L211 ${top - 2}L211 ${top + 8}L189 ${top + 8}Z`, 'ivory', 0.85)],
      },
    ),
    panel(
      path`M${196 - spread} ${top - 6}C${200 - spread} ${top - 18} ${200 + spread} ${top - 18} ${204 + spread} ${top - 6}Q200 ${top - 10} ${196 - spread} ${top - 6}Z`,
      { paint: 'fabric', shade: 'lit' },
    ),
  ];
}
