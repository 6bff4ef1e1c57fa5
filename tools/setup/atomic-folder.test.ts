import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildAtomically } from './atomic-folder.mjs';

let parent: string;
const isWhole = (folder: string) => existsSync(join(folder, 'done'));

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'aisle-atomic-'));
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

test('the target appears only when it is whole', async () => {
  const target = join(parent, 'runtime');
  await buildAtomically(target, isWhole, async (folder) => {
    writeFileSync(join(folder, 'done'), 'yes');
    expect(existsSync(target)).toBe(false);
  });
  expect(readdirSync(parent)).toEqual(['runtime']);
  expect(readFileSync(join(target, 'done'), 'utf8')).toBe('yes');
});

test('a failure leaves nothing, and the next try succeeds', async () => {
  const target = join(parent, 'runtime');
  const failing = buildAtomically(target, isWhole, async (folder) => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('no space left');
  });
  await expect(failing).rejects.toThrow('no space left');
  expect(readdirSync(parent)).toEqual([]);

  await buildAtomically(target, isWhole, async (folder) => writeFileSync(join(folder, 'done'), ''));
  expect(readdirSync(target)).toEqual(['done']);
});

test('what a killed builder left is removed, what a living one makes is not', async () => {
  const { pid: deadPid } = spawnSync(process.execPath, ['--version']);
  mkdirSync(join(parent, `runtime.partial-${deadPid}`));
  mkdirSync(join(parent, `runtime.partial-${process.ppid}`));
  await buildAtomically(join(parent, 'runtime'), isWhole, async () => undefined);
  expect(readdirSync(parent).sort()).toEqual(['runtime', `runtime.partial-${process.ppid}`]);
});

test('a target that is not whole is replaced, one that another builder finished meanwhile is kept', async () => {
  const target = join(parent, 'runtime');
  mkdirSync(target);
  writeFileSync(join(target, 'old'), '');
  await buildAtomically(target, isWhole, async (folder) => writeFileSync(join(folder, 'done'), 'mine'));
  expect(readdirSync(target)).toEqual(['done']);

  await buildAtomically(target, isWhole, async (folder) => writeFileSync(join(folder, 'done'), 'late'));
  expect(readFileSync(join(target, 'done'), 'utf8')).toBe('mine');
});
