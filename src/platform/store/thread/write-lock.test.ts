import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createFirstLock, createLockCells, createYieldingLock, freeAfterDeath } from './write-lock.ts';

/** A thread that takes the lock again and again, and counts in shared memory how often, for as long as it may. */
const greedy = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { cells, count } = workerData;
  (async () => {
    const { createYieldingLock } = await import(workerData.module);
    const lock = createYieldingLock(cells);
    while (Atomics.load(count, 1) === 0) {
      const handBack = await lock.take();
      if (Atomics.add(count, 2, 1) !== 0) Atomics.store(count, 3, 1);
      Atomics.add(count, 0, 1);
      for (let turn = 0; turn < 1000 && !lock.wanted(); turn += 1) Atomics.wait(count, 4, 0, 0.01);
      Atomics.sub(count, 2, 1);
      handBack();
    }
  })();
`;

test('one side at a time, and the main thread goes first', async () => {
  const cells = createLockCells();
  const count = new Int32Array(new SharedArrayBuffer(20));
  const module = new URL('../testing/write-lock.mjs', import.meta.url).href;
  const worker = new Worker(greedy, { eval: true, workerData: { cells, count, module } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  while (Atomics.load(count, 0) === 0) await new Promise((resolve) => setImmediate(resolve));

  const lock = createFirstLock(cells);
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const handBack = await lock.take();
      if (Atomics.add(count, 2, 1) !== 0) Atomics.store(count, 3, 1);
      order.push(index);
      await new Promise((resolve) => setImmediate(resolve));
      Atomics.sub(count, 2, 1);
      handBack();
    }),
  );
  const turns = Atomics.load(count, 0);
  while (Atomics.load(count, 0) === turns) await new Promise((resolve) => setImmediate(resolve));
  Atomics.store(count, 1, 1);
  await ended;
  expect(order).toHaveLength(50);
  expect(Atomics.load(count, 3)).toBe(0);
});

test('what a thread held when it died is free again', async () => {
  const cells = createLockCells();
  await createYieldingLock(cells).take();
  let taken = false;
  const waiting = createFirstLock(cells)
    .take()
    .then((handBack) => {
      taken = true;
      handBack();
    });
  await new Promise((resolve) => setImmediate(resolve));
  expect(taken).toBe(false);
  freeAfterDeath(cells);
  await waiting;
  // What the main thread holds is its own.
  const handBack = await createFirstLock(cells).take();
  freeAfterDeath(cells);
  expect(Atomics.load(cells, 0)).not.toBe(0);
  handBack();
});
