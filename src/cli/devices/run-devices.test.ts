import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../core/testing/must.ts';
import { addDevice } from '../../platform/hub-store/devices.ts';
import { grantLease } from '../../platform/hub-store/leases.ts';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';
import { runOn } from '../hub-data/testing/run-on.ts';
import { runDevices } from './run-devices.ts';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-devices-'));
  const environment = { now: Date.now, newId: () => 'id' };
  const hub = must(await openSqliteHub(path.join(folder, 'hub.sqlite'), environment));
  await hub.transaction(async (transaction) => {
    for (const kind of ['kiosk', 'till'] as const) {
      const named = { deviceId: `the-${kind}`, name: `A ${kind}`, storeId: 'hyd-banjara', kind };
      const { device } = await addDevice(transaction, named);
      await grantLease(transaction, device);
    }
  });
  await hub.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runOn(folder, runDevices, argv);

test('lists what is paired, with the end of its rights', async () => {
  const instant = expect.stringMatching(/^\d{4}-.*Z$/);
  const { output, status } = await run('list', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(output)).toEqual([
    {
      deviceId: 'the-kiosk',
      kind: 'kiosk',
      storeId: 'hyd-banjara',
      name: 'A kiosk',
      state: 'paired',
      rightsUntil: instant,
    },
    {
      deviceId: 'the-till',
      kind: 'till',
      storeId: 'hyd-banjara',
      name: 'A till',
      state: 'paired',
      rightsUntil: null,
    },
  ]);
  expect((await run()).output).toMatch(
    /^device +kind +state +rights until +shop, name\nthe-kiosk +kiosk paired +\S+Z hyd-banjara, A kiosk\nthe-till +till +paired +- +hyd-banjara, A till\n$/,
  );
});

test('a retired one stays on the list, and can be retired again', async () => {
  const states = async (...argv: readonly string[]) =>
    (JSON.parse((await run(...argv, '--json')).output) as { state: string }[]).map(({ state }) => state);
  expect(await states('retire', 'the-till')).toEqual(['paired', 'retired']);
  expect(await states('retire', 'the-till', 'the-kiosk')).toEqual(['retired', 'retired']);
});

test('what cannot be done is said, and nothing is changed', async () => {
  const before = await run();
  await expect(run('retire', 'the-till', 'nope')).rejects.toThrow('there is no device nope');
  for (const argv of [['sing'], ['retire'], ['list', 'x']]) {
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
