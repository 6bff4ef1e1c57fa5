import { expect, test } from 'vitest';
import { createSerial } from './serial.ts';

test('one at a time per key, in order; a failure does not stop the next', async () => {
  const inTurn = createSerial();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    inTurn('one', work('a', true)),
    inTurn('one', work('b')),
    inTurn('two', work('c')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(log.indexOf('b begins')).toBeGreaterThan(log.indexOf('a ends'));
  expect(log.indexOf('c begins')).toBeLessThan(log.indexOf('a ends'));
});
