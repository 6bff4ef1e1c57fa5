import { once } from 'node:events';
import { createServer } from 'node:http';
import { startPostgres } from './postgres-server.mjs';

/**
 * Vitest's global setup for tests that need PostgreSQL: one server a run, started when the first test file asks for it at
 * AISLE_TEST_POSTGRES_AT, which answers with its URL. AISLE_TEST_POSTGRES names a server to use instead.
 */
export default async function setup() {
  /** @type {ReturnType<typeof startPostgres> | undefined} */
  let starting;
  const given = process.env.AISLE_TEST_POSTGRES;
  const desk = createServer((_request, response) => {
    if (given) {
      response.end(given);
      return;
    }
    starting ??= startPostgres();
    starting.then(
      ({ url }) => response.end(url),
      (error) => response.writeHead(500).end(String(error.message)),
    );
  });
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  const address = desk.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.env.AISLE_TEST_POSTGRES_AT = `http://127.0.0.1:${port}`;
  return async () => {
    desk.close();
    desk.closeAllConnections();
    const server = await starting?.catch(() => undefined);
    await server?.stop();
  };
}
