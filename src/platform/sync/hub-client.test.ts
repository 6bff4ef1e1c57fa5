import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { v7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { createHubClient } from './hub-client.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const position = { epoch: null, cursor: null, sequence: 0, clocks: { now: 0, uptime: 0 } };

async function listen(answer: (status: (code: number) => void, end: (text: string) => void) => void) {
  const listening = createServer((_request, response) => {
    answer(
      (code) => response.writeHead(code),
      (text) => response.end(text),
    );
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test.each([
  ['read to its end', 200, 'one\ntwo\n'],
  ['refused', 401, '{}'],
])('a feed that was %s leaves nothing behind on the signal of the whole run', async (_, code, text) => {
  const url = await listen((status, end) => {
    status(code);
    end(text);
  });
  const hub = createHubClient({ baseUrl: () => url, token: () => 'token' });
  const { signal } = new AbortController();
  for (let round = 0; round < 20; round += 1) {
    const lines = await hub.feed(position, signal);
    if (lines.ok) for await (const line of lines.value) expect(line).not.toBe('');
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

test('nor does one of a hub that is away', async () => {
  const hub = createHubClient({ baseUrl: () => 'http://127.0.0.1:9', token: () => 'token' });
  const { signal } = new AbortController();
  expect(await hub.feed(position, signal)).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});

/** A hub that has the whole request, and whose line then breaks. */
async function breakOff(how: (socket: Socket) => void) {
  const listening = createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => how(socket));
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const pay = (url: string) => {
  const hub = createHubClient({ baseUrl: () => url, token: () => 'token' });
  return hub.call('createPayment', { paymentId: v7(), sessionId: v7() });
};

test.each<[string, (socket: Socket) => void]>([
  ['is reset', (socket) => socket.resetAndDestroy()],
  ['is closed', (socket) => socket.end()],
  ['ends amid the answer', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"ok":')],
])('a line that %s after the request leaves open what the hub has done', async (_, how) => {
  expect(await pay(await breakOff(how))).toMatchObject({
    ok: false,
    failure: { kind: 'timeout', reason: 'hub-broke-off' },
  });
});

test.each(['127.0.0.1', 'localhost', 'no-such-host.invalid'])(
  'where nobody answers at %s nothing was done',
  async (host) => {
    const url = new URL(await listen(() => undefined));
    await new Promise((resolve) => server?.close(resolve));
    url.hostname = host;
    expect(await pay(url.origin)).toMatchObject({ ok: false, failure: { kind: 'offline' } });
  },
);
