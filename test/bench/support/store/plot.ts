/** Small plots side by side, both scales logarithmic, as one SVG in the colours of assets/brand/tokens.css. */

export interface Series {
  readonly name: string;
  readonly style: 'own' | 'peer' | 'other-peer' | 'goal';
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Panel {
  readonly title: string;
  /** Behind the figures of the axis, such as `ms`. */
  readonly unit: string;
  readonly series: readonly Series[];
}

const colours = {
  paper: '#f7f2ea',
  card: '#fffdf9',
  ink: '#1b1916',
  soft: '#554e44',
  line: '#e4dacb',
  accent: '#e79b12',
  goal: '#83360f',
};
const strokes: Record<Series['style'], string> = {
  own: `stroke="${colours.accent}" stroke-width="3.5"`,
  peer: `stroke="${colours.ink}" stroke-width="1.8"`,
  'other-peer': `stroke="${colours.soft}" stroke-width="1.8" stroke-dasharray="6 4"`,
  goal: `stroke="${colours.goal}" stroke-width="1.8" stroke-dasharray="1.5 4" stroke-linecap="round"`,
};
const font = `font-family="'Hanken Grotesk Variable','Hanken Grotesk',system-ui,sans-serif"`;

const columns = 3;
const cell = { width: 360, height: 300 };
/** Inside a cell: where the axes are. */
const frame = { left: 62, right: 18, top: 52, bottom: 44 };
const head = 96;

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function label(x: number, y: number, text: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escapeText(text)}</text>`;
}

/** `0.35`, `20`, `1,200`: as few digits as tell it. */
const figure = (value: number): string =>
  value >= 1000
    ? value.toLocaleString('en')
    : value >= 10
      ? String(Math.round(value))
      : String(Number(value.toPrecision(2)));

/** Powers of ten, with 2 and 5 between them where there are few. */
function ticks(least: number, most: number): readonly number[] {
  const found: number[] = [];
  const steps = most / least > 300 ? [1] : [1, 2, 5];
  for (let power = Math.floor(Math.log10(least)); 10 ** power <= most; power += 1) {
    for (const step of steps) {
      const value = step * 10 ** power;
      if (value >= least && value <= most) found.push(value);
    }
  }
  return found;
}

function drawPanel({ title, unit, series }: Panel, left: number, top: number): string {
  const values = series.flatMap(({ points }) => points.map(({ y }) => y));
  const range = { least: Math.min(...values) / 1.6, most: Math.max(...values) * 1.6 };
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort((a, b) => a - b);
  const [first = 1, last = 2] = [xs[0], xs.at(-1)];
  const box = {
    left: left + frame.left,
    right: left + cell.width - frame.right,
    top: top + frame.top,
    bottom: top + cell.height - frame.bottom,
  };
  const placeX = (x: number): number =>
    box.left + 8 + ((box.right - box.left - 16) * Math.log(x / first)) / Math.log(last / first);
  const placeY = (y: number): number =>
    box.bottom - ((box.bottom - box.top) * Math.log(y / range.least)) / Math.log(range.most / range.least);
  const lines = ticks(range.least, range.most).map((value) => {
    const y = placeY(value);
    return (
      `<line x1="${box.left}" x2="${box.right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="${colours.line}"/>` +
      label(box.left - 8, y + 4, figure(value), `text-anchor="end" font-size="12" fill="${colours.soft}"`)
    );
  });
  const below = xs.map((x) =>
    label(
      placeX(x),
      box.bottom + 20,
      `${x / 1000}k`,
      `text-anchor="middle" font-size="12" fill="${colours.soft}"`,
    ),
  );
  const curves = series.map(({ style, points }) => {
    const path = points.map(({ x, y }) => `${placeX(x).toFixed(1)},${placeY(y).toFixed(1)}`).join(' ');
    const dots =
      style === 'goal'
        ? ''
        : points
            .map(
              ({ x, y }) =>
                `<circle cx="${placeX(x).toFixed(1)}" cy="${placeY(y).toFixed(1)}" r="${style === 'own' ? 4.5 : 3}" fill="${style === 'own' ? colours.accent : style === 'peer' ? colours.ink : colours.soft}"/>`,
            )
            .join('');
    return `<polyline points="${path}" fill="none" ${strokes[style]}/>${dots}`;
  });
  return [
    `<rect x="${left + 6}" y="${top + 6}" width="${cell.width - 12}" height="${cell.height - 12}" rx="12" fill="${colours.card}"/>`,
    label(left + 22, top + 32, `${title}, ${unit}`, `font-size="15" font-weight="600" fill="${colours.ink}"`),
    ...lines,
    ...below,
    ...curves,
  ].join('\n');
}

/** The names of the series of all panels, each once. */
function drawLegend(panels: readonly Panel[], top: number): string {
  const seen = new Map<string, Series>();
  for (const { series } of panels) for (const one of series) if (!seen.has(one.name)) seen.set(one.name, one);
  let left = 22;
  return [...seen.values()]
    .map(({ name, style }) => {
      const item =
        `<line x1="${left}" x2="${left + 34}" y1="${top - 4}" y2="${top - 4}" ${strokes[style]}/>` +
        label(left + 42, top, name, `font-size="13" fill="${colours.ink}"`);
      left += 42 + name.length * 6.6 + 26;
      return item;
    })
    .join('\n');
}

/** Scales are logarithmic, so that growing with the shop is a slope and a factor is a distance. */
export function drawPlot(title: string, subtitle: string, panels: readonly Panel[]): string {
  const rows = Math.ceil(panels.length / columns);
  const width = columns * cell.width;
  const height = head + rows * cell.height + 8;
  const drawn = panels.map((panel, place) =>
    drawPanel(panel, (place % columns) * cell.width, head + Math.floor(place / columns) * cell.height),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ${font} role="img" aria-label="${escapeText(title)}">
<rect width="${width}" height="${height}" fill="${colours.paper}"/>
${label(22, 34, title, `font-size="21" font-weight="600" fill="${colours.ink}"`)}
${label(22, 56, subtitle, `font-size="13" fill="${colours.soft}"`)}
${drawLegend(panels, 84)}
${drawn.join('\n')}
</svg>
`;
}
