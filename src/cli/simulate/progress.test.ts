import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { RunRecord } from './many/run-record.ts';
import { showProgress } from './progress.ts';

const record = (seed: number, engine: string, broken: boolean): RunRecord =>
  ({
    seed,
    engine,
    violation: broken ? { invariant: 'lost', text: '', at: 0 } : null,
  }) as unknown as RunRecord;

function told(engine: string, records: readonly RunRecord[]): string {
  const errors = new PassThrough();
  showProgress({ engine, engines: 1, runs: 100 }, { output: errors, errors } as never).note(records);
  return String(errors.read() ?? '');
}

it('names a broken run as soon as it is known, a dozen at most', () => {
  expect(told('escrow', [record(1, 'escrow', false), record(2, 'escrow', true)])).toBe(
    'broken: lost, seed 2\n',
  );
  const many = Array.from({ length: 20 }, (_, seed) => record(seed, 'escrow', true));
  expect(told('escrow', many).split('\n')).toHaveLength(13);
});

it('says nothing of what is meant to break', () => {
  expect(told('naive', [record(1, 'naive', true)])).toBe('');
});
