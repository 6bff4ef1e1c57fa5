import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureStores } from '../../core/testing/fixture-stores.ts';
import { must } from '../../core/testing/must.ts';
import { createCatalogueWriter } from '../../platform/hub-store/catalogue-writer.ts';
import { findMcpKey } from '../../platform/hub-store/mcp-keys.ts';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';
import { runOn } from '../hub-data/testing/run-on.ts';
import { runMcpKeys } from './run-mcp-keys.ts';

const open = async () =>
  must(await openSqliteHub(path.join(folder, 'hub.sqlite'), { now: Date.now, newId: () => 'id' }));

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-mcp-keys-'));
  const hub = await open();
  await createCatalogueWriter(hub).write(
    async (catalogue) => {
      for (const store of fixtureStores) await catalogue.putStore(store);
    },
    { dryRun: false },
  );
  await hub.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runOn(folder, runMcpKeys, argv);

const isGood = async (secret: string): Promise<boolean> => {
  const hub = await open();
  const key = await findMcpKey(hub.sql, secret.trim(), Date.now());
  await hub.close();
  return key !== undefined;
};

test('a key is shown once, by itself on stdout; it only reads, in the first shop, until it is revoked', async () => {
  const made = await run('create', 'A desk of ours');
  expect(made.output).toMatch(/^aisle_mcp_[\w-]{43}\n$/);
  expect(made.errors).toMatch(
    /^Key [0-9a-f]{8}: A desk of ours, only reads, in hyd-banjara, good until it is revoked\. It is not shown again\.\n$/,
  );
  expect(await isGood(made.output)).toBe(true);
  const list = await run();
  expect(list.output).toMatch(
    /^key +scope state +good until +shop, name\n[0-9a-f]{8} read +good +- +hyd-banjara, A desk of ours\n$/,
  );
  expect(list.output).not.toContain(made.output.trim());
});

test('a key may be told to write, in another shop, for so many days', async () => {
  const made = await run('create', 'buyer', '--writes', '--store', 'hyd-kondapur', '--days', '30', '--json');
  const { secret, ...key } = JSON.parse(made.output);
  expect(key).toEqual({
    keyId: expect.stringMatching(/^[0-9a-f]{8}$/),
    name: 'buyer',
    scope: 'write',
    storeId: 'hyd-kondapur',
    state: 'good',
    goodUntil: expect.stringMatching(/^\d{4}-.*Z$/),
  });
  expect(Date.parse(key.goodUntil) - Date.now()).toBeGreaterThan(29 * 24 * 60 * 60_000);
  expect(await isGood(secret)).toBe(true);
  expect(JSON.parse((await run('list', '--json')).output)).toEqual([key]);
});

test('a revoked key stays on the list, opens nothing, and can be revoked again', async () => {
  const { output: secret, errors } = await run('create', 'lost');
  const keyId = errors.slice('Key '.length, 'Key '.length + 8);
  for (let times = 0; times < 2; times += 1) {
    expect((await run('revoke', keyId)).output).toContain(`${keyId} read  revoked`);
    expect(await isGood(secret)).toBe(false);
  }
});

test('what cannot be done is said, and nothing is changed', async () => {
  const { errors } = await run('create', 'kept');
  const before = await run();
  await expect(run('revoke', errors.slice(4, 12), 'nope')).rejects.toThrow('there is no key nope');
  await expect(run('create', 'x', '--store', 'moon')).rejects.toThrow(
    'there is no shop moon. There are: hyd-',
  );
  for (const argv of [
    ['sing'],
    ['revoke'],
    ['create'],
    ['create', 'two', 'words'],
    ['create', 'a\nb'],
    ['create', 'x', '--days', '0'],
    ['create', 'x', '--days', 'soon'],
    ['list', '--writes'],
    ['list', 'x'],
  ]) {
    await expect(run(...argv)).rejects.toThrow();
  }
  expect(await run()).toEqual(before);
  rmSync(path.join(folder, 'hub.sqlite'));
  expect(await run()).toMatchObject({
    status: 2,
    output: '',
    errors: expect.stringContaining("no hub's data"),
  });
});
