import { expect, it } from 'vitest';
import { type Mark, timeLeft, withMark } from './time-left.ts';

const marked = (...marks: readonly Mark[]): readonly Mark[] =>
  marks.reduce((kept, mark) => withMark(kept, mark), [] as readonly Mark[]);

it('tells nothing at first, then the time at the pace so far', () => {
  const marks = marked({ at: 0, share: 0 }, { at: 2_000, share: 0.02 }, { at: 10_000, share: 0.1 });
  expect(timeLeft(marks.slice(0, 2), 2_000)).toBeNull();
  expect(timeLeft(marks, 10_000)).toBeCloseTo(90_000);
});

it('takes longer while nothing comes', () => {
  const marks = marked({ at: 0, share: 0 }, { at: 10_000, share: 0.5 });
  expect(timeLeft(marks, 10_000)).toBeCloseTo(10_000);
  expect(timeLeft(marks, 20_000)).toBeCloseTo(20_000);
});

it('goes by the last half minute only', () => {
  const quick = Array.from({ length: 10 }, (_, index) => ({ at: index * 1_000, share: index * 0.05 }));
  const slow = Array.from({ length: 60 }, (_, index) => ({
    at: 10_000 + index * 1_000,
    share: 0.5 + index * 0.001,
  }));
  expect(timeLeft(marked(...quick, ...slow), 69_000)).toBeGreaterThan(400_000);
});

it('cannot tell where nothing has come', () => {
  expect(timeLeft(marked({ at: 0, share: 0 }), 60_000)).toBeNull();
});
