// Dies of its first message, and is the store's thread when it is started again.
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const mark = `${workerData.file}.died`;
if (existsSync(mark)) await import('./store-thread.mjs');
else {
  writeFileSync(mark, '');
  parentPort?.once('message', () => {
    throw new Error('The thread dies');
  });
}
