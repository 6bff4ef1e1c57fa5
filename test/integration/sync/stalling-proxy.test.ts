import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStallingProxy, type StallingProxy } from '../../support/stalling-proxy.ts';

/** What the measurements rest on: the line that the other tests lay between kiosk and hub. */
let server: Server;
let proxy: StallingProxy;

const body = Buffer.alloc(20_000, 'a');
const opened = () => fetch(proxy.url).then((response) => response.text());

beforeEach(async () => {
  server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let seed = 7;
  proxy = await openStallingProxy({
    target: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    random: () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    },
  });
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

test('carries everything, in order, also where segments are lost', async () => {
  expect(await opened()).toBe(body.toString());
  proxy.change({ loss: 0.2 });
  expect(await opened()).toBe(body.toString());
});

test('gives what was asked for as fast as the line is', async () => {
  proxy.change({ bytesPerSecond: 40_000 });
  const began = performance.now();
  await opened();
  // The first bytes go at once, the rest at the line's pace.
  expect(performance.now() - began).toBeGreaterThan(450);
});

test('a stalled line holds new and open connections, closes none, and goes on when it heals', async () => {
  proxy.change({ bytesPerSecond: 40_000 });
  let over = 0;
  const first = opened().finally(() => {
    over += 1;
  });
  await sleep(100);
  proxy.change({ stalled: true });
  const second = opened().finally(() => {
    over += 1;
  });
  await sleep(700);
  expect(over).toBe(0);
  proxy.heal();
  expect(await Promise.all([first, second])).toEqual([body.toString(), body.toString()]);
});

test('a cut line breaks what is open and what is new', async () => {
  proxy.change({ bytesPerSecond: 40_000 });
  const broken = opened();
  await sleep(100);
  proxy.change({ cut: true });
  await expect(broken).rejects.toThrow();
  await expect(opened()).rejects.toThrow();
  proxy.heal();
  expect(await opened()).toBe(body.toString());
});
