import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceApi, deviceEventsPath, feedPath } from '../../../src/contracts/hub-api.ts';
import {
  type RunningHub,
  reservationOf,
  runHub,
  stockRows,
  storeId,
  type TestDevice,
} from './running-hub.ts';

const requestMs = 600;
const long = 5 * requestMs;

let hub: RunningHub;
let kiosk: TestDevice;

beforeAll(async () => {
  hub = await runHub({ patience: { headersMs: 300, requestMs, checkMs: 100 } });
  kiosk = await hub.pair('till');
});
afterAll(() => hub.stop());

/** A line to the hub on which `text` was sent; what comes back is gathered. */
async function line(text: string): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect(Number(new URL(hub.url).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (piece) => {
    heard += String(piece);
  });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return { socket, heard: () => heard };
}
const head = (method: string, path: string, ...headers: readonly string[]): string =>
  [`${method} ${path} HTTP/1.1`, 'host: shop', ...headers, '', ''].join('\r\n');
const asKiosk = (): string => `authorization: Bearer ${kiosk.token}`;

test.each([
  ['headers never end', () => 'GET /healthz HTTP/1.1\r\nhost: shop\r\nx-more: '],
  [
    'body never ends',
    () =>
      `${head('POST', deviceApi.operations.path, asKiosk(), 'content-type: application/json', 'content-length: 1000')}{`,
  ],
])('a request whose %s is let go, also when it trickles', async (_, text) => {
  const { socket, heard } = await line(text());
  const trickle = setInterval(() => socket.write(' '), 50);
  const closed = once(socket, 'close').then(() => 'closed');
  expect(await Promise.race([closed, sleep(long, 'held')])).toBe('closed');
  clearInterval(trickle);
  socket.destroy();
  expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
});

test('an event stream that is open for longer goes on', async () => {
  const { socket, heard } = await line(head('GET', deviceEventsPath, asKiosk()));
  await expect.poll(heard).toContain('200 OK');
  await sleep(long);
  const before = heard().length;
  const other = await hub.pair('other');
  const sku =
    stockRows(await other.feed()).find((row) => row.storeId === storeId && row.onHand === 5)?.sku ?? '';
  const sessionId = await other.guest();
  const reservation = reservationOf(sessionId, sku, 1, hub.now());
  await other.push(other.operation({ type: 'reservation-made', sessionId, reservation }));
  await expect.poll(() => heard().slice(before), { timeout: 4000 }).toContain('feed-advanced');
  expect(socket.destroyed).toBe(false);
  socket.destroy();
}, 20_000);

test('a feed whose reader takes longer comes whole', async () => {
  const { socket, heard } = await line(head('GET', feedPath, asKiosk(), 'connection: close'));
  socket.pause();
  await sleep(long);
  socket.resume();
  await once(socket, 'close');
  expect(heard()).toContain('"checkpoint"');
  expect(heard()).toMatch(/\r\n0\r\n\r\n$/);
});
