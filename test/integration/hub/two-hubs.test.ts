import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReadyHub, startHub, stopProcess } from '../../../src/cli/processes.ts';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import { openPostgresHub } from '../../../src/platform/hub-store/postgres/postgres-hub.ts';
import { aisle } from '../cli/run-aisle.ts';
import { stock, storeId } from '../hub-store/fixtures.ts';
import { askDatabase, freshDatabase } from '../hub-store/test-server.ts';
import { send } from '../mcp/clients.ts';
import { browser, eventLike, pairDevice, pairingCode, reservationOf } from './running-hub.ts';

const [kurta, shirt, scarf] = ['kurta-M-Red', 'shirt-M-Red', 'scarf-M-Red'] as const;
let folder: string;
let database: string;
let hubs: readonly ReadyHub[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-two-hubs-'));
  database = await freshDatabase();
  await fill(database);
  const environment = {
    ...process.env,
    DATABASE_URL: database,
    AISLE_PAIRING_CODE: pairingCode,
    AISLE_LOG_LEVEL: 'error',
  };
  const start = (name: string) =>
    startHub({ port: 0, dataFolder: path.join(folder, name), environment }, 'inherit');
  hubs = await Promise.all([start('one'), start('two')]);
});
afterAll(async () => {
  for (const hub of hubs) await stopProcess(hub.process);
  rmSync(folder, { recursive: true, force: true });
});

/** Three pieces of which there are six each; the sample shop is for hubs that have none. */
async function fill(url: string): Promise<void> {
  const opened = await openPostgresHub(url, systemEnvironment, () => undefined);
  if (!opened.ok) throw new Error(opened.failure.message);
  for (const handle of ['kurta', 'shirt', 'scarf']) await stock(opened.value, handle, 6);
  await opened.value.close();
}

const urls = (): readonly [string, string] => [hubs[0]?.url ?? '', hubs[1]?.url ?? ''];

test('a phone at one hub and a kiosk at the other are in one session, and hear of one another', async () => {
  const [one, two] = urls();
  const kiosk = await pairDevice(one, 'kiosk');
  const phone = browser(two);
  await phone.post('/bag/add', { sku: kurta });
  const [, handle] = /\/s\/([\w-]{22})#/.exec((await phone.get('/continue')).text) ?? [];
  const redeemed = await kiosk.call('redeem', { handle });
  if (!redeemed.ok) throw new Error(redeemed.failure.message);
  const { sessionId } = redeemed.value.session;
  await eventLike(one, kiosk, { type: 'session-changed', sessionId }, () =>
    phone.post('/bag/add', { sku: shirt }),
  );
  await kiosk.push(kiosk.operation({ type: 'cart-line-set', sessionId, sku: kurta, quantity: 3 }));
  expect(JSON.parse((await phone.get('/bag/summary')).text)).toMatchObject({ pieces: 4 });
});

test('of six units that kiosks at both hubs ask for at once six are promised', async () => {
  const [one] = urls();
  const kiosks = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const kiosk = await pairDevice(urls()[index % 2] ?? one, `asking ${index}`);
      return { ...kiosk, sessionId: await kiosk.guest() };
    }),
  );
  const refusals = await Promise.all(
    kiosks.map(async (kiosk) => {
      const { sessionId } = kiosk;
      await kiosk.call('rights', { requestId: v7(), sku: scarf, quantity: 1 });
      const reservation = reservationOf(sessionId, scarf, 1, Date.now());
      const answer = await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
      return answer.ok ? answer.value.refused.length : 1;
    }),
  );
  const [stock] = await askDatabase<{ reserved: string }>(
    database,
    `SELECT reserved FROM stock WHERE "storeId" = '${storeId}' AND sku = '${scarf}'`,
  );
  expect(Number(stock?.reserved)).toBe(6);
  expect(refusals.filter((count) => count === 0)).toHaveLength(6);
});

test('an MCP client goes on at the other hub in the session that it began, until its key is revoked', async () => {
  const mcpKeys = (...argv: readonly string[]) =>
    aisle(['mcp-keys', ...argv], '', { DATABASE_URL: database });
  const [one, two] = urls();
  const { secret, keyId } = JSON.parse((await mcpKeys('create', 'both', '--writes', '--json')).output);
  const key = { authorization: `Bearer ${secret}` };
  const begun = await send(one, key);
  const session = { ...key, 'mcp-session-id': String(begun.headers['mcp-session-id']) };
  const call = (url: string, name: string, given: object) =>
    send(
      url,
      session,
      JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name, arguments: given } }),
    );
  expect((await call(one, 'update_cart', { sku: kurta, quantity: 2 })).text).toContain('"pieces":2');
  expect((await call(two, 'get_cart', {})).text).toContain('"pieces":2');
  await mcpKeys('revoke', keyId);
  for (const url of [one, two]) expect((await call(url, 'get_cart', {})).status).toBe(401);
});
