import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHub } from '../../../src/cli/processes.ts';
import { makeKey, send } from './clients.ts';

let folder: string;
let proxy: Server;
/** The proxy's address, which is the hub's public one. */
let publicUrl: string;
let hub: { readonly url: string; readonly process: ChildProcess };
let key = '';

const start = () =>
  startHub(
    {
      port: 0,
      dataFolder: path.join(folder, 'hub'),
      environment: { ...process.env, AISLE_PUBLIC_URL: publicUrl, AISLE_LOG_LEVEL: 'warn' },
    },
    'inherit',
  );

/** Ends it; gives its exit status. */
async function stop(): Promise<unknown> {
  const ended = once(hub.process, 'exit');
  hub.process.kill('SIGTERM');
  return (await ended)[0];
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aisle-mcp-process-'));
  // The conformance tests know no keys. This adds one to each request and leaves all else as it is, `Host` and `Origin` too.
  proxy = createServer((incoming, outgoing) => {
    const passed = request(
      new URL(incoming.url ?? '/', hub.url),
      { method: incoming.method, headers: { ...incoming.headers, authorization: `Bearer ${key}` } },
      (response) => {
        outgoing.writeHead(response.statusCode ?? 502, response.headers);
        response.pipe(outgoing);
      },
    );
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  publicUrl = `http://localhost:${(proxy.address() as AddressInfo).port}`;
  hub = await start();
  key = await makeKey(path.join(folder, 'hub'));
});
afterAll(async () => {
  hub.process.kill('SIGKILL');
  proxy.closeAllConnections();
  proxy.close();
  await rm(folder, { recursive: true, force: true });
});

/** A command; there is nothing to import. */
const conformance = fileURLToPath(import.meta.resolve('@modelcontextprotocol/conformance/dist/index.js'));

/** Runs one scenario against the hub; gives what each of its checks found. */
async function run(scenario: string) {
  const place = await mkdtemp(path.join(folder, 'conformance-'));
  const child = spawn(
    process.execPath,
    [conformance, 'server', '--url', `${publicUrl}/mcp`, '--scenario', scenario, '--output-dir', place],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (text) => {
    output += String(text);
  });
  const [status] = await once(child, 'close');
  const [results = ''] = await readdir(place);
  const checks = JSON.parse(await readFile(path.join(place, results, 'checks.json'), 'utf8'));
  return { status, output, checks: checks as readonly { readonly id: string; readonly status: string }[] };
}

it.each([
  ['server-initialize', ['server-initialize']],
  ['ping', ['ping']],
  ['tools-list', ['tools-list']],
  ['dns-rebinding-protection', ['localhost-host-rebinding-rejected', 'localhost-host-valid-accepted']],
])('passes the scenario %s of the conformance tests of the protocol', async (scenario, ids) => {
  const { status, output, checks } = await run(scenario);
  expect([status, output]).toEqual([0, output]);
  expect(checks.map(({ id, status }) => [id, status])).toEqual(ids.map((id) => [id, 'SUCCESS']));
});

it('ends cleanly, and a client goes on in its session after the next start', async () => {
  const headers = { authorization: `Bearer ${key}` };
  const begun = await send(hub.url, headers);
  const session = { ...headers, 'mcp-session-id': String(begun.headers['mcp-session-id']) };
  expect(await stop()).toBe(0);
  hub = await start();
  const cart = { jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'get_cart', arguments: {} } };
  const { status, text } = await send(hub.url, session, JSON.stringify(cart));
  expect(status).toBe(200);
  expect(text).toContain('"pieces":0');
});
