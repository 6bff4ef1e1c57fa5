import { getEventListeners } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
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
