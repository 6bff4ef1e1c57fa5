import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';
import { runOn } from '../hub-data/testing/run-on.ts';
import { runKeys } from './run-keys.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-keys-'));
  const hub = await openSqliteHub(path.join(folder, 'hub.sqlite'), { now: Date.now, newId: () => 'id' });
  if (hub.ok) await hub.value.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runOn(folder, runKeys, argv);
const states = async (...argv: readonly string[]): Promise<readonly [string, string][]> => {
  const { output } = await run(...argv, '--json');
  return (JSON.parse(output) as { keyId: string; state: string }[]).map(({ keyId, state }) => [keyId, state]);
};

test('a hub has one key at first; a rotation announces the next, and makes it sign with --now', async () => {
  const [first] = await states('list');
  expect(first?.[1]).toBe('signs');
  const announced = await states('rotate');
  expect(announced.map(([, state]) => state)).toEqual(['signs', 'next']);
  expect(announced[0]).toEqual(first);
  const rotated = await states('rotate', '--now');
  expect(rotated).toEqual([
    [first?.[0], 'retiring'],
    [announced[1]?.[0], 'signs'],
  ]);
  expect((await run()).output).toMatch(
    /^key +state +signs from +taken until\n(.{3} +(retiring|signs) .*Z\n){2}$/,
  );
});

test('a revoked key is gone at once, and another signs', async () => {
  const [[first] = ['']] = await states();
  const after = await states('revoke', first);
  expect(after).toHaveLength(1);
  expect(after[0]?.[1]).toBe('signs');
  expect(after[0]?.[0]).not.toBe(first);
  await states('rotate');
  const none = await states('revoke', '--all');
  expect(none).toHaveLength(1);
  expect(none[0]?.[0]).not.toBe(after[0]?.[0]);
});

test('what cannot be done is said, and nothing is changed', async () => {
  const before = await states();
  await expect(run('revoke', before[0]?.[0] ?? '', 'nope')).rejects.toThrow('there is no key nope');
  expect(await states()).toEqual(before);
  for (const argv of [['sing'], ['revoke'], ['revoke', 'x', '--all'], ['list', '--now'], ['rotate', 'x']]) {
    await expect(run(...argv)).rejects.toThrow();
  }
  rmSync(path.join(folder, 'hub.sqlite'));
  expect(await run()).toMatchObject({
    status: 2,
    output: '',
    errors: expect.stringContaining("no hub's data"),
  });
});
