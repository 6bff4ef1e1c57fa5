import { expect, test } from 'vitest';
import { succeed } from '../../contracts/result.ts';
import { createRetrier } from './retrier.ts';

const microtasks = async (count: number): Promise<void> => {
  for (let index = 0; index < count; index += 1) await Promise.resolve();
};

test.each(Array.from({ length: 16 }, (_, depth) => depth))(
  'a nudge %i microtasks after the work began is never lost',
  async (depth) => {
    let runs = 0;
    const retrier = createRetrier(
      async () => {
        runs += 1;
        return succeed(undefined);
      },
      { random: () => 0, sleep: async () => undefined },
      { signal: new AbortController().signal, onFailure: () => undefined },
    );
    retrier.nudge();
    await microtasks(depth);
    retrier.nudge();
    await microtasks(50);
    expect(runs).toBe(2);
  },
);
