import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of somebody else's on this machine; `visits` counts who asked it for anything. */
export async function withWebServer(
  work: (url: string, visits: () => number) => Promise<void>,
): Promise<void> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end('<h1>Elsewhere</h1>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => visits);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
