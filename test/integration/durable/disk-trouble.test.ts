import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StorageHealth } from '../../../src/contracts/kiosk-ipc.ts';
import type { Result } from '../../../src/contracts/result.ts';
import { openConnection } from '../../../src/platform/store/connection.ts';
import { freeze, limitFileSize, mountSmallDisk, type SmallDisk, thaw } from './support/disks.ts';
import { type Child, runChild } from './support/run-child.ts';

type Held = Result<{ readonly reservationId: string }>;

let root: string;
let disk: SmallDisk | undefined;
let device: Child | undefined;
let frozen: readonly string[] = [];
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'aisle-disk-'));
});
afterEach(async () => {
  device?.process.kill('SIGKILL');
  await device?.ended;
  disk?.remove();
  if (frozen.length > 0) thaw(...frozen);
  frozen = [];
  device = undefined;
  disk = undefined;
  rmSync(root, { recursive: true, force: true });
});

/** What the first reading of the feed brought. */
const readable = { shops: 1, found: 101 };

/** In bytes; a frame of the log is a page of 4096 and its head, so that not even the smallest change fits. */
const halfAFrame = 2000;

const logOf = (folder: string): string => path.join(folder, 'shop.sqlite-wal');

async function openDevice(folder: string): Promise<Child> {
  device = runChild('device', [folder]);
  expect(JSON.parse(await device.line())).toEqual({ ok: true });
  expect(await device.ask('pull')).toEqual({ ok: true });
  return device;
}

/** Shoppers come and reserve until one is told that it cannot be. Gives the holds that were acknowledged, and the failure. */
async function reserveUntilRefused(kiosk: Child) {
  const acknowledged: string[] = [];
  for (;;) {
    const held = await kiosk.ask<Held>('reserve');
    if (!held.ok) return { acknowledged, failure: held.failure };
    acknowledged.push(held.value.reservationId);
    if (acknowledged.length > 500) throw new Error('It is never refused');
  }
}

/** What must hold whatever keeps the disk from being written: until `heal` ends it, and after. */
async function survives(kiosk: Child, folder: string, heal: () => void) {
  const before = await kiosk.ask<{ at: string }>('outbox');
  const { acknowledged, failure } = await reserveUntilRefused(kiosk);
  expect(failure).toMatchObject({
    kind: 'denied',
    message:
      'This kiosk cannot save anything right now, so nothing was changed or promised. Ask an associate.',
  });
  const { state } = await kiosk.ask<StorageHealth>('health');
  expect(await kiosk.ask('look')).toEqual(readable);
  expect(await kiosk.ask('pull')).toMatchObject({ ok: false, failure: { reason: failure.reason } });
  expect((await kiosk.ask<{ at: string }>('outbox')).at).toBe(before.at);
  expect(await kiosk.ask<Held>('reserve')).toMatchObject({ ok: false });

  heal();
  const again = await kiosk.ask<Held>('reserve');
  if (!again.ok) throw new Error(again.failure.message);
  acknowledged.push(again.value.reservationId);
  expect(await kiosk.ask('health')).toMatchObject({ state: 'well', since: null });
  expect(await kiosk.ask('pull')).toEqual({ ok: true });
  kiosk.process.kill('SIGKILL');
  await kiosk.ended;
  const file = openConnection(path.join(folder, 'shop.sqlite'));
  expect(file.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  const sent = file
    .prepare<{ id: string }>(
      "SELECT body ->> '$.reservation.reservationId' AS id FROM outbox WHERE body ->> '$.type' = 'reservation-made' ORDER BY sequence",
    )
    .all()
    .map(({ id }) => id);
  expect(sent).toEqual(acknowledged);
  file.close();
  return { state, reason: failure.reason };
}

test('a full disk: nothing is acknowledged that is not written, what is there can be read, and space is enough to heal', async () => {
  disk = mountSmallDisk(path.join(root, 'disk'), 4);
  const folder = path.join(root, 'disk', 'data');
  const kiosk = await openDevice(folder);
  if (disk) {
    const free = disk.fill();
    expect(await survives(kiosk, folder, free)).toEqual({ state: 'full', reason: 'disk-full' });
    return;
  }
  // Without the right to mount, the system refuses to let the log grow instead.
  const { pid = 0 } = kiosk.process;
  limitFileSize(pid, statSync(logOf(folder)).size);
  await survives(kiosk, folder, () => limitFileSize(pid, 'unlimited'));
});

test('writes that end in the middle', async () => {
  const folder = path.join(root, 'data');
  const kiosk = await openDevice(folder);
  const { pid = 0 } = kiosk.process;
  limitFileSize(pid, statSync(logOf(folder)).size + halfAFrame);
  const outcome = await survives(kiosk, folder, () => limitFileSize(pid, 'unlimited'));
  expect(outcome).toEqual({ state: 'failing', reason: 'store-unreachable' });
});

test('a disk that stops being writable under a running kiosk', async () => {
  const folder = path.join(root, 'data');
  const kiosk = await openDevice(folder);
  const files = [path.join(folder, 'shop.sqlite'), logOf(folder)];
  if (freeze(...files)) {
    frozen = files;
    const outcome = await survives(kiosk, folder, () => thaw(...files));
    expect(outcome.state).toBe('read-only');
    return;
  }
  // Where files cannot be frozen, SQLite refuses by itself.
  await kiosk.ask('refuse-writes');
  const { failure } = await reserveUntilRefused(kiosk);
  expect(failure.reason).toBe('store-read-only');
  expect(await kiosk.ask('health')).toMatchObject({ state: 'read-only' });
  expect(await kiosk.ask('look')).toEqual(readable);
  await kiosk.ask('take-writes');
  expect(await kiosk.ask('health')).toMatchObject({ state: 'well' });
});

test('another program that keeps the file for itself', async () => {
  const folder = path.join(root, 'data');
  const kiosk = await openDevice(folder);
  const other = openConnection(path.join(folder, 'shop.sqlite'));
  other.execute('BEGIN IMMEDIATE');
  expect(await kiosk.ask<Held>('reserve')).toMatchObject({ failure: { reason: 'store-locked' } });
  expect(await kiosk.ask('health')).toMatchObject({ state: 'busy' });
  other.execute('ROLLBACK');
  other.close();
  expect(await kiosk.ask<Held>('reserve')).toMatchObject({ ok: true });
  expect(await kiosk.ask('health')).toMatchObject({ state: 'well' });
});
