/**
 * A kiosk's first sync, changes and what goes over the wire, against the same shop as JSON into lowdb and MiniSearch. With
 * `--plot`: how everything that this and the `store` bench measure grows with the shop, drawn into docs/images/store-growth.svg.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/cli/processes.ts';
import { type JsonFigures, measureStore, type StoreFigures } from './support/store/measure.ts';
import { drawPlot, type Panel, type Series } from './support/store/plot.ts';

const variantCount = 100_000;
const rounds = 3;
const plotSizes = [10_000, 50_000, 100_000, 200_000];
const plotFile = join(projectFolder, 'docs/images/store-growth.svg');

export const title = 'sync: first sync, changes, bytes on the wire';

export async function run(options: readonly string[]): Promise<readonly string[]> {
  if (!options.includes('--plot')) return report(await measureStore(variantCount, rounds));
  const all: StoreFigures[] = [];
  for (const size of plotSizes) all.push(await measureStore(size, 1));
  await writeFile(plotFile, draw(all));
  return [...table(all), `drawn into ${plotFile}`];
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const times = (theirs: number, own: number): string => `${(theirs / own).toFixed(1)} x`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function report({ variants, rows, wire, aisle, json }: StoreFigures): readonly string[] {
  const firstSync = (name: string, ms: number, blocks: StoreFigures['aisle']['blocks'], found: number) =>
    `  ${name.padEnd(40)} ${seconds(ms).padStart(8)} ${String(Math.round((rows / ms) * 1000)).padStart(8)} rows/s ` +
    `${times(ms, aisle.firstSync).padStart(7)}  longest block ${blocks.longest.toFixed(0).padStart(5)} ms ` +
    `(own ${blocks.longestOwn.toFixed(0)} ms), ${found} found`;
  const ways = (value: (way: JsonFigures) => number): number => value(json.variant);
  return [
    `first sync of ${variants} variants (${rows} rows) to first search, median of ${rounds}`,
    firstSync('Aisle', aisle.firstSync, aisle.blocks, aisle.found),
    firstSync(
      'JSON, lowdb, MiniSearch over variants',
      json.variant.firstSync,
      json.variant.blocks,
      json.variant.found,
    ),
    firstSync(
      'JSON, lowdb, MiniSearch over products',
      json.product.firstSync,
      json.product.blocks,
      json.product.found,
    ),
    '  (own: without the time in which other programs had the processor)',
    '10,000 changes of stock',
    `  Aisle: one answer of the hub, durable, and search knows   ${aisle.deltas.toFixed(0)} ms`,
    `  lowdb, a write after each 500 (the hub's checkpoints)     ${seconds(ways((way) => way.deltasInBatches))}, ${times(
      ways((way) => way.deltasInBatches),
      aisle.deltas,
    )}`,
    `  lowdb, one write at the end                               ${seconds(ways((way) => way.deltasAtOnce))}, ${times(
      ways((way) => way.deltasAtOnce),
      aisle.deltas,
    )}`,
    `  lowdb, one change and its write                           ${ways((way) => way.oneChange).toFixed(0)} ms`,
    'bytes of the whole shop on the wire, gzipped at level 4',
    `  Aisle's feed ${megabytes(wire.feed)}; JSON ${megabytes(wire.json)}, ${times(wire.json, wire.feed)}; ` +
      `JSON at level 6 ${megabytes(wire.jsonLevel6)}, ${times(wire.jsonLevel6, wire.feed)}`,
  ];
}

function table(all: readonly StoreFigures[]): readonly string[] {
  const row = (name: string, value: (figures: StoreFigures) => string): string =>
    name.padEnd(44) + all.map((figures) => value(figures).padStart(12)).join('');
  const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
  return [
    row('variants', ({ variants }) => String(variants)),
    row('first sync to first search: Aisle', ({ aisle }) => seconds(aisle.firstSync)),
    row('  JSON, MiniSearch over variants', ({ json }) => seconds(json.variant.firstSync)),
    row('  JSON, MiniSearch over products', ({ json }) => seconds(json.product.firstSync)),
    row('longest block: Aisle (own)', ({ aisle }) => ms(aisle.blocks.longestOwn)),
    row('  JSON, MiniSearch over variants', ({ json }) => ms(json.variant.blocks.longestOwn)),
    row('  JSON, MiniSearch over products', ({ json }) => ms(json.product.blocks.longestOwn)),
    row('10,000 changes: Aisle', ({ aisle }) => ms(aisle.deltas)),
    row('  lowdb, a write after each 500', ({ json }) => seconds(json.variant.deltasInBatches)),
    row('  lowdb, one write at the end', ({ json }) => seconds(json.variant.deltasAtOnce)),
    row('one reservation: Aisle, p50', ({ aisle }) => ms(aisle.reservation.p50)),
    row('  bare append with fdatasync, p50', ({ aisle }) => ms(aisle.append.p50)),
    row('  lowdb, one change and its write', ({ json }) => ms(json.variant.oneChange)),
    row('restart to first search: Aisle', ({ aisle }) => seconds(aisle.restart)),
    row('  JSON, MiniSearch over variants', ({ json }) => seconds(json.variant.restart)),
    row('  JSON, MiniSearch over products', ({ json }) => seconds(json.product.restart)),
    row('bytes on the wire: Aisle', ({ wire }) => megabytes(wire.feed)),
    row('  JSON', ({ wire }) => megabytes(wire.json)),
  ];
}

function draw(all: readonly StoreFigures[]): string {
  const series = (
    name: string,
    style: Series['style'],
    value: (figures: StoreFigures) => number,
  ): Series => ({
    name,
    style,
    points: all.map((figures) => ({ x: figures.variants, y: value(figures) })),
  });
  const variant = 'JSON, lowdb, MiniSearch over variants';
  const product = '… over products';
  const panels: readonly Panel[] = [
    {
      title: 'First sync to first search',
      unit: 's',
      series: [
        series(variant, 'peer', ({ json }) => json.variant.firstSync / 1000),
        series(product, 'other-peer', ({ json }) => json.product.firstSync / 1000),
        series('Aisle', 'own', ({ aisle }) => aisle.firstSync / 1000),
      ],
    },
    {
      title: 'Longest block of main meanwhile',
      unit: 'ms',
      series: [
        series(variant, 'peer', ({ json }) => json.variant.blocks.longestOwn),
        series(product, 'other-peer', ({ json }) => json.product.blocks.longestOwn),
        series('goal', 'goal', () => 16),
        series('Aisle', 'own', ({ aisle }) => aisle.blocks.longestOwn),
      ],
    },
    {
      title: 'Restart to first search',
      unit: 's',
      series: [
        series(variant, 'peer', ({ json }) => json.variant.restart / 1000),
        series(product, 'other-peer', ({ json }) => json.product.restart / 1000),
        series('Aisle', 'own', ({ aisle }) => aisle.restart / 1000),
      ],
    },
    {
      title: '10,000 changes of stock',
      unit: 'ms',
      series: [
        series(variant, 'peer', ({ json }) => json.variant.deltasInBatches),
        series('lowdb, one write at the end', 'other-peer', ({ json }) => json.variant.deltasAtOnce),
        series('Aisle', 'own', ({ aisle }) => aisle.deltas),
      ],
    },
    {
      title: 'One reservation, median',
      unit: 'ms',
      series: [
        series(variant, 'peer', ({ json }) => json.variant.oneChange),
        series('goal', 'goal', ({ aisle }) => aisle.append.p50 * 2),
        series('Aisle', 'own', ({ aisle }) => aisle.reservation.p50),
      ],
    },
    {
      title: 'The whole shop on the wire, gzipped',
      unit: 'MB',
      series: [
        series(variant, 'peer', ({ wire }) => wire.json / 1e6),
        series('Aisle', 'own', ({ wire }) => wire.feed / 1e6),
      ],
    },
  ];
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`;
  return drawPlot(
    'How the store grows with the shop',
    `Variants from left to right, both scales logarithmic. Goals: no block over 16 ms, a reservation twice a bare append. ${machine}.`,
    panels,
  );
}
