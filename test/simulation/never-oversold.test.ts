import { expect, test } from 'vitest';
import { runMany } from '../../src/cli/simulate/many/run-many.ts';
import { summarise } from '../../src/cli/simulate/many/summary.ts';

const runs = 60;

test(`${runs} simulated shops: nothing oversold, lost or done twice; a shop without escrow oversells`, async () => {
  const records = await runMany({ seed: 1, runs, kiosks: 3, jobs: 2, engines: ['escrow', 'naive'] });
  const shipped = summarise(records, 'escrow');
  expect(shipped.violations).toEqual([]);
  expect(shipped.runs).toBe(runs);
  const naive = summarise(records, 'naive');
  expect(naive.oversold / naive.runs).toBeGreaterThan(0.25);
}, 600_000);

test('the same seed plays the same, in whatever process', async () => {
  const play = (jobs: number) => runMany({ seed: 7, runs: 4, kiosks: 2, jobs, engines: ['escrow'] });
  const [once, again] = [await play(1), await play(2)];
  expect(again.map(({ traceHash }) => traceHash)).toEqual(once.map(({ traceHash }) => traceHash));
}, 120_000);
