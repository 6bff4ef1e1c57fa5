import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fixtureOrder } from '../../core/testing/fixture-order.ts';
import { keepOrder } from '../../platform/hub-store/orders.ts';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';
import { CommandFailure, UsageError } from '../command.ts';
import { runOn } from '../hub-data/testing/run-on.ts';
import { runOrders } from './run-orders.ts';

const { number } = fixtureOrder;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-orders-'));
  const hub = await openSqliteHub(path.join(folder, 'hub.sqlite'), { now: Date.now, newId: () => 'id' });
  if (!hub.ok) throw new Error(hub.failure.message);
  await hub.value.transaction((transaction) =>
    keepOrder(transaction, fixtureOrder, { sessionId: null, customerId: null }),
  );
  await hub.value.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runOn(folder, runOrders, argv);

test('lists what waits for the shop, until it is done', async () => {
  expect((await run()).output).toContain(number);
  expect(await run('set', number, 'delivered')).toMatchObject({ status: 0 });
  expect((await run('list')).output).toBe('Nothing waits.\n');
});

test('says what can be done instead', async () => {
  await expect(run('set', number, 'packed')).rejects.toThrow(CommandFailure);
  await expect(run('set', number, 'packed')).rejects.toThrow(/is shipped: it can be delivered next/);
  await expect(run('set', 'MG-1', 'packed')).rejects.toThrow(CommandFailure);
  await expect(run('set', number, 'gone')).rejects.toThrow(UsageError);
  await expect(run('sell')).rejects.toThrow(UsageError);
});
