import { connect as openSocket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mcpRequestsPerMinute } from '../../../src/hub/mcp/mcp-routes.ts';
import { type RunningHub, runHub } from '../hub/running-hub.ts';
import { connect, makeKey, mcpKeys, send } from './clients.ts';

let hub: RunningHub;
let key: string;
beforeAll(async () => {
  hub = await runHub();
  key = await makeKey(hub.folder);
});
afterAll(() => hub.stop());

const day = 24 * 60 * 60_000;
const bearer = (secret = key) => ({ authorization: `Bearer ${secret}` });
const message = (method: string, params: object = {}) =>
  JSON.stringify({ jsonrpc: '2.0', id: 2, method, params });

/** Begins a session; gives the headers of what follows. */
async function begin(secret = key): Promise<Readonly<Record<string, string>>> {
  const { status, headers } = await send(hub.url, bearer(secret));
  expect(status).toBe(200);
  const name = headers['mcp-session-id'];
  expect(name).toMatch(/^[\w-]{43}$/);
  return { ...bearer(secret), 'mcp-session-id': String(name), 'mcp-protocol-version': '2025-11-25' };
}

it('wants a key, and says so as HTTP does', async () => {
  const none = await send(hub.url, {});
  expect(none.status).toBe(401);
  expect(none.headers['www-authenticate']).toBe('Bearer realm="aisle"');
  for (const authorization of [
    'Bearer',
    `Basic ${key}`,
    `Bearer ${key}x`,
    'Bearer aisle_mcp_0000000000000000',
  ]) {
    const { status, headers, text } = await send(hub.url, { authorization });
    expect([authorization, status]).toEqual([authorization, 401]);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
    expect(JSON.parse(text)).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32000 } });
  }
  await expect(connect(hub.url, `${key}x`, '2025-11-25')).rejects.toThrow();
  await expect(connect(hub.url, `${key}x`, '2026-07-28')).rejects.toThrow();
});

it('takes a key no more when its days are over, or when it is revoked while its client is connected', async () => {
  const short = await makeKey(hub.folder, '--days', '1');
  const session = await begin(short);
  const { secret, keyId } = JSON.parse(await makeKey(hub.folder, '--json'));
  const client = await connect(hub.url, secret, '2026-07-28');
  await client.listTools();
  const connected = await begin(secret);
  await mcpKeys(hub.folder, 'revoke', keyId);
  await expect(client.callTool({ name: 'get_cart', arguments: {} })).rejects.toThrow();
  expect((await send(hub.url, connected, message('tools/list'))).status).toBe(401);
  await client.close();

  expect((await send(hub.url, session, message('ping'))).status).toBe(200);
  hub.pass(day);
  expect((await send(hub.url, session, message('ping'))).status).toBe(401);
  expect((await send(hub.url, bearer())).status).toBe(200);
});

it('answers only what is addressed to it, and no page but its own', async () => {
  const { port } = new URL(hub.url);
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, 'localhost']) {
    expect([host, (await send(hub.url, { ...bearer(), host })).status]).toEqual([host, 200]);
  }
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    'localhost.evil.example',
    '127.0.0.1.evil.example',
  ]) {
    const { status, text } = await send(hub.url, { ...bearer(), host });
    expect([host, status]).toEqual([host, 403]);
    expect(JSON.parse(text)).toMatchObject({ jsonrpc: '2.0', id: null });
  }
  for (const origin of [hub.url, `http://localhost:${port}`]) {
    expect([origin, (await send(hub.url, { ...bearer(), origin })).status]).toEqual([origin, 200]);
  }
  const foreign = ['http://evil.example', 'null', '', `https://127.0.0.1:${port}`, 'http://localhost:1'];
  for (const origin of foreign) {
    expect([origin, (await send(hub.url, { ...bearer(), origin })).status]).toEqual([origin, 403]);
  }
  // Who is not addressed to the hub is not told either whether a key is good.
  expect((await send(hub.url, { host: 'evil.example' })).status).toBe(403);
});

it('goes on in a session by its name, with its own key only, until the client ends it', async () => {
  const session = await begin();
  const list = await send(hub.url, session, message('tools/list'));
  expect(list.status).toBe(200);
  expect(list.text).toContain('search_catalog');
  const { 'mcp-session-id': name = '', ...nameless } = session;
  expect((await send(hub.url, nameless, message('tools/list'))).status).toBe(400);
  const other = { ...session, ...bearer(await makeKey(hub.folder)) };
  for (const headers of [other, { ...session, 'mcp-session-id': `${name}x` }]) {
    const { status, text } = await send(hub.url, headers, message('tools/list'));
    expect([status, JSON.parse(text).error.code]).toEqual([404, -32001]);
    expect((await send(hub.url, headers, '', 'DELETE')).status).toBe(404);
  }
  expect((await send(hub.url, session, '', 'GET')).status).toBe(405);
  expect((await send(hub.url, session, '', 'DELETE')).status).toBe(204);
  expect((await send(hub.url, session, message('tools/list'))).status).toBe(404);

  const idle = await begin();
  hub.pass(day);
  expect((await send(hub.url, idle, message('ping'))).status).toBe(404);
});

it('says what is wrong with what is no request', async () => {
  const session = await begin();
  const status = async (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
    (await send(hub.url, { ...session, ...headers }, body)).status;
  for (const garbage of ['', '{', 'null]', '\u0000', Buffer.from([0xff, 0xfe, 0x00])]) {
    const { status, text } = await send(hub.url, session, garbage);
    expect([String(garbage), status, JSON.parse(text).error.code]).toEqual([String(garbage), 400, -32700]);
  }
  const batch = `[${message('ping')},${message('ping')}]`;
  for (const odd of [batch, 'null', '7', '"text"', '[]', '{}', '{"jsonrpc":"1.0","id":1,"method":"ping"}']) {
    expect([odd, await status(odd)]).toEqual([odd, 400]);
  }
  expect(await status(message('ping'), { 'content-type': 'text/plain' })).toBe(415);
  expect(await status(message('ping'), { 'mcp-protocol-version': '1999-01-01' })).toBe(400);
  const unknown = await send(hub.url, session, message('no/such'));
  expect(unknown.text).toContain('-32601');
  const deep = `{"a":${'['.repeat(9_000)}${']'.repeat(9_000)}}`;
  expect(
    await status(message('tools/call', { name: 'get_cart', arguments: 0 }).replace(':0', `:${deep}`)),
  ).toBe(200);
  expect(await status(message('ping'))).toBe(200);
});

it('reads no more than a request may have', async () => {
  const session = await begin();
  const padded = (length: number) => message('ping', { _meta: { padding: 'x'.repeat(length) } });
  expect((await send(hub.url, session, padded(60_000))).status).toBe(200);
  expect((await send(hub.url, session, padded(70_000))).status).toBe(413);
  // Without a length that is said beforehand.
  const chunked = { ...session, 'transfer-encoding': 'chunked' };
  expect((await send(hub.url, chunked, padded(5_000_000))).status).toBe(413);
  expect((await send(hub.url, session, message('ping'))).status).toBe(200);
});

it('gives each key its share and no more, whatever others do', async () => {
  const busy = await makeKey(hub.folder);
  const session = await begin(busy);
  const ping = () => send(hub.url, session, message('ping'));
  let answers: readonly number[] = [];
  while (answers.length < mcpRequestsPerMinute - 1) {
    answers = [
      ...answers,
      ...(await Promise.all(Array.from({ length: 50 }, ping))).map(({ status }) => status),
    ];
  }
  expect(answers.slice(0, mcpRequestsPerMinute - 1).every((status) => status === 200)).toBe(true);
  const refused = await ping();
  expect([refused.status, refused.headers['retry-after']]).toEqual([429, '60']);
  expect((await send(hub.url, bearer())).status).toBe(200);
  hub.pass(61_000);
  expect((await ping()).status).toBe(200);
});

it('serves on when clients go away in the middle', async () => {
  const session = await begin();
  const { port } = new URL(hub.url);
  const head = (length: number) =>
    [
      'POST /mcp HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'content-type: application/json',
      'accept: application/json, text/event-stream',
      `content-length: ${length}`,
      ...Object.entries(session).map(([name, value]) => `${name}: ${value}`),
      '',
      '',
    ].join('\r\n');
  const search = message('tools/call', { name: 'search_catalog', arguments: { text: 'kurta' } });
  const leave = (text: string, afterMs: number): Promise<void> =>
    new Promise((resolve) => {
      const socket = openSocket(Number(port), '127.0.0.1', () => {
        socket.write(text);
        socket.on('error', () => undefined);
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, afterMs);
      });
    });
  await Promise.all(
    [0, 1, 2, 5, 10, 20].flatMap((afterMs) => [
      leave(head(search.length) + search, afterMs),
      leave(head(search.length) + search.slice(0, 40), afterMs),
    ]),
  );
  const after = await send(hub.url, session, search);
  expect(after.status).toBe(200);
  expect(after.text).toContain('structuredContent');
});

it('ends at once with clients connected', async () => {
  const own = await runHub();
  const secret = await makeKey(own.folder);
  const clients = await Promise.all(
    (['2025-11-25', '2026-07-28'] as const).map((protocol) => connect(own.url, secret, protocol)),
  );
  for (const client of clients) await client.listTools();
  const began = Date.now();
  await own.stop();
  expect(Date.now() - began).toBeLessThan(1_500);
  for (const client of clients) await expect(client.listTools()).rejects.toThrow();
  for (const client of clients) await client.close();
});
