/**
 * `node --import tsx file-server.ts FOLDER`: answers as a hub does, with files that were gzipped before: the shop as JSON, and to
 * a kiosk the feed that follows on its cursor. Tells its address.
 * To a kiosk that is being paired it says nothing.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feedPath } from '../../../../src/contracts/hub-api.ts';
import { cursors } from './content.ts';

const folder = process.argv[2] ?? '';
/** The level of the hub's own feed. */
const level = 4;
const read = (name: string): Buffer => gzipSync(readFileSync(join(folder, name)), { level });
const files = {
  shop: read('shop.json'),
  snapshot: read('snapshot.ndjson'),
  deltas: read('deltas.ndjson'),
  everything: read('everything.ndjson'),
};

function answerTo(url: URL): Buffer {
  if (url.pathname !== feedPath) return files.shop;
  const cursor = url.searchParams.get('cursor');
  if (cursor === null) return files.snapshot;
  return cursor === cursors.deltas ? files.everything : files.deltas;
}

const server = createServer((request, response) => {
  if (request.url === '/pairing') {
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(answerTo(new URL(request.url ?? '/', 'http://hub')));
});
// A kiosk that measures reservations for a while comes back to the same socket.
server.keepAliveTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
