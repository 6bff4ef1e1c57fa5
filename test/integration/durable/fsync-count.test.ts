import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runChild } from './support/run-child.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-fsync-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** For each reservation of a process, the files that the system was asked to sync while it was made. */
async function syncsOf(count: number, checkpointPages: string): Promise<readonly (readonly string[])[]> {
  const trace = path.join(folder, 'trace');
  const through = [
    'strace',
    '-f',
    '-y',
    '-o',
    trace,
    '-e',
    'trace=fsync,fdatasync,sync_file_range,msync,mkdir',
  ];
  const child = runChild('reserve', [path.join(folder, 'data'), String(count), checkpointPages], { through });
  expect(await child.line()).toBe('done');
  await child.ended;
  const reservations: string[][] = [];
  let current: string[] | undefined;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (line.includes('/nowhere/begin')) current = [];
    else if (line.includes('/nowhere/end') && current) {
      reservations.push(current);
      current = undefined;
    } else {
      const file = /(?:sync|sync_file_range)\(\d+<(.*?)>/.exec(line)?.[1];
      if (file) current?.push(path.basename(file));
    }
  }
  expect(reservations).toHaveLength(count);
  return reservations;
}

test('a committed reservation is one sync of the log', async () => {
  const reservations = await syncsOf(60, '0');
  expect(reservations).toEqual(Array.from({ length: 60 }, () => ['shop.sqlite-wal']));
});

test('with checkpoints as they are, the syncs beyond the one belong to them', async () => {
  const reservations = await syncsOf(150, '');
  const log = 'shop.sqlite-wal';
  const own = reservations.filter((files) => files.length === 1 && files[0] === log).length;
  // A checkpoint syncs the log, then the file; the first commit after it syncs the new header of the log as well.
  const checkpoints = reservations.filter((files) => files.includes('shop.sqlite')).length;
  const newHeaders = reservations.filter((files) => files.join() === [log, log].join()).length;
  expect(checkpoints).toBeGreaterThan(0);
  expect(own + checkpoints + newHeaders).toBe(150);
  const beyond = reservations.flat().length - reservations.length;
  expect(beyond / reservations.length).toBeLessThan(0.2);
  process.stderr.write(
    `fsync: 150 reservations, one each; ${beyond} more in ${checkpoints} checkpoints and ${newHeaders} commits after one\n`,
  );
});
