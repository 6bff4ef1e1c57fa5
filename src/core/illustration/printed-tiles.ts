import { type Dye, mix } from './dye.ts';
import { flower, leaf, paisley } from './motifs.ts';
import { fill, spots, stroke, type Tile } from './tile.ts';

/** A butti as cut in a wooden block: flower, stem and two leaves, the second screen slightly off register. */
function butti(x: number, y: number, dye: Dye): string {
  return (
    stroke(`M${x} ${y + 5}Q${x + 1.5} ${y + 12} ${x} ${y + 17}`, dye.motif, 1.5) +
    fill(leaf(x + 0.5, y + 14, 10, -32) + leaf(x + 0.5, y + 14, 10, 212), dye.motif, 0.92) +
    fill(flower(x, y, 10.5, 8, 0.86), dye.motif) +
    fill(flower(x + 0.6, y + 0.5, 6.2, 8, 0.7, -1.178), dye.motifSecond) +
    spots(dye.base, 1.9, [[x, y]])
  );
}

function bloom(x: number, y: number, radius: number, petal: string, heart: string, dye: Dye): string {
  return (
    fill(flower(x, y, radius, 5, 1.06), petal) +
    fill(flower(x, y, radius * 0.62, 5, 0.5), mix(petal, dye.shade, 0.28), 0.55) +
    spots(heart, radius * 0.22, [[x, y]])
  );
}

function diamond(x: number, y: number, width: number, height: number): string {
  // Stepped edges are what resist-dyed threads leave when they slip in the loom.
  const steps = 5;
  const points: string[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const signX = quarter === 0 || quarter === 3 ? 1 : -1;
    const signY = quarter < 2 ? 1 : -1;
    for (let step = 0; step < steps; step += 1) {
      const along = quarter % 2 === 0 ? step : steps - step;
      const across = signX * width * (1 - along / steps);
      const down = signY * height * (along / steps);
      const slip = step % 2 === 0 ? 2.2 : -1.2;
      points.push(`${(x + across).toFixed(1)} ${(y + down + signY * slip).toFixed(1)}`);
    }
  }
  return `M${points.join('L')}Z`;
}

/** Cloths whose figure is printed, dyed or stitched on. */
export const printedTiles = {
  polka: (dye) => ({
    width: 28,
    height: 28,
    art: spots(dye.motif, 3.6, [
      [7, 7],
      [21, 21],
    ]),
  }),
  'block-print': (dye) => ({
    width: 52,
    height: 76,
    art:
      butti(13, 16, dye) +
      butti(39, 54, dye) +
      spots(dye.motifSecond, 1.5, [
        [39, 8],
        [39, 24],
        [32, 16],
        [46, 16],
        [13, 46],
        [13, 62],
        [6, 54],
        [20, 54],
      ]) +
      spots(dye.motif, 1.7, [
        [39, 16],
        [13, 54],
      ]),
  }),
  floral: (dye) => ({
    width: 84,
    height: 92,
    art:
      stroke(
        'M20 26Q30 44 24 62M24 44Q36 48 44 42M62 60Q52 74 60 88M60 74Q70 72 76 78',
        dye.motifThird,
        1.4,
      ) +
      fill(
        leaf(24, 44, 13, 150) +
          leaf(26, 56, 12, 20) +
          leaf(44, 42, 11, -20) +
          leaf(60, 76, 13, 160) +
          leaf(76, 78, 9, 40) +
          leaf(62, 8, 11, 60) +
          leaf(62, 8, 10, 120),
        dye.motifThird,
      ) +
      bloom(20, 22, 14, dye.motif, dye.motifSecond, dye) +
      bloom(62, 58, 15, dye.motif, dye.motifSecond, dye) +
      bloom(62, 14, 8, dye.motifSecond, dye.motif, dye) +
      bloom(24, 70, 8.5, dye.motifSecond, dye.motif, dye) +
      spots(dye.motif, 1.8, [
        [44, 36],
        [46, 44],
        [42, 82],
        [78, 84],
        [4, 50],
        [80, 34],
        [40, 8],
      ]),
  }),
  paisley: (dye) => ({
    width: 60,
    height: 68,
    art: [
      { x: 16, y: 18, flip: 1 },
      { x: 45, y: 51, flip: -1 },
    ]
      .map(
        ({ x, y, flip }) =>
          stroke(paisley(x, y, 28, flip), dye.motif, 1.5) +
          fill(paisley(x, y + 1, 21, flip), dye.motif) +
          fill(paisley(x - flip * 0.4, y + 2.6, 12, flip), dye.motifSecond) +
          spots(dye.motif, 1.4, [
            [x + flip * 13, y - 8],
            [x + flip * 15, y + 1],
            [x + flip * 13, y + 10],
          ]),
      )
      .join('')
      .concat(fill(flower(46, 16, 6, 6, 0.8) + flower(15, 50, 6, 6, 0.8), dye.motifThird)),
  }),
  ikat: (dye) => ({
    width: 52,
    height: 64,
    art:
      fill(diamond(26, 32, 23, 29), dye.motif) +
      fill(diamond(26, 32, 16, 20), dye.motifSecond) +
      fill(diamond(26, 32, 9, 11), dye.base) +
      fill(diamond(26, 32, 4, 5), dye.motif) +
      [
        [0, 0],
        [52, 0],
        [0, 64],
        [52, 64],
      ]
        .map(([x = 0, y = 0]) => fill(diamond(x, y, 8, 10), dye.motifThird))
        .join(''),
  }),
  bandhani: (dye) => {
    const ring = [0, 60, 120, 180, 240, 300].map((turn): readonly [number, number] => {
      const radians = (turn * Math.PI) / 180;
      return [
        Math.round((20 + 9 * Math.cos(radians)) * 10) / 10,
        Math.round((20 + 9 * Math.sin(radians)) * 10) / 10,
      ];
    });
    const field: readonly (readonly [number, number])[] = [
      [0, 0],
      [40, 0],
      [0, 40],
      [40, 40],
      [20, 0],
      [20, 40],
      [0, 20],
      [40, 20],
    ];
    const tied = [...ring, [20, 20] as const];
    return {
      width: 40,
      height: 40,
      art:
        spots(dye.motif, 2.5, [...tied, ...field]) +
        spots(dye.base, 0.9, tied) +
        spots(dye.motifSecond, 1.1, field),
    };
  },
  leheriya: (dye) => ({
    width: 40,
    height: 44,
    art: [-22, 0, 22, 44]
      .map(
        (y) =>
          stroke(
            `M-2 ${y + 4}Q8 ${y - 6} 20 ${y + 6}T42 ${y + 4}`,
            y % 44 === 0 ? dye.motif : dye.motifSecond,
            5,
            0.9,
          ) + stroke(`M-2 ${y + 11}Q8 ${y + 1} 20 ${y + 13}T42 ${y + 11}`, dye.motifThird, 1.8, 0.8),
      )
      .join(''),
  }),
  embroidery: (dye) => ({
    width: 56,
    height: 64,
    art: [
      [14, 14],
      [42, 46],
    ]
      .map(
        ([x = 0, y = 0]) =>
          stroke(`M${x} ${y}C${x + 5} ${y + 6} ${x - 3} ${y + 10} ${x + 2} ${y + 17}`, dye.trimLight, 1.4) +
          fill(
            leaf(x + 2, y + 8, 7, 10) + leaf(x, y + 10, 7, 165) + leaf(x + 1, y + 13, 6, 30),
            dye.trimLight,
          ) +
          fill(flower(x, y - 2, 7, 6, 0.74), dye.trim) +
          stroke(flower(x, y - 2, 7, 6, 0.74), dye.trimLight, 0.8) +
          spots('#fff8e6', 1.8, [[x, y - 2]]),
      )
      .join('')
      .concat(
        spots(dye.trimLight, 1.1, [
          [42, 12],
          [14, 48],
          [28, 32],
          [0, 32],
          [56, 32],
        ]),
      ),
  }),
  brocade: (dye) => ({
    width: 48,
    height: 56,
    art:
      stroke('M24 0C46 8 46 20 48 28C46 36 46 48 24 56C2 48 2 36 0 28C2 20 2 8 24 0', dye.trim, 1.6) +
      fill(
        flower(24, 26, 10, 8, 0.8) + leaf(24, 34, 10, 90) + leaf(24, 36, 9, 40) + leaf(24, 36, 9, 140),
        dye.trim,
      ) +
      fill(flower(24, 26, 5, 8, 0.7), dye.trimLight) +
      fill(
        [
          [0, 0],
          [48, 0],
          [0, 56],
          [48, 56],
        ]
          .map(([x = 0, y = 0]) => flower(x, y, 6.5, 6, 0.8))
          .join(''),
        dye.trim,
      ),
  }),
} as const satisfies Readonly<Record<string, (dye: Dye) => Tile>>;
