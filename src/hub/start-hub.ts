import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { fail, type Result, succeed } from '../contracts/result.ts';
import type { Environment } from '../core/ports/environment.ts';
import { openHubStorage } from '../platform/hub-store/hub-storage.ts';
import { composeHub } from './compose-hub.ts';
import type { HubOptions } from './options.ts';
import { importSampleShop } from './sample-shop/import-sample-shop.ts';

export interface HubStart {
  readonly options: HubOptions;
  readonly environment: Environment;
  /** Environment variables: database, model, payment provider, messages. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly patience?: Patience;
}

/**
 * How long a request may take to come, in milliseconds. Answers take as long as they do: event streams are open for hours, and
 * a feed goes as fast as its reader.
 */
export interface Patience {
  /** From its beginning to the end of its headers. */
  readonly headersMs: number;
  /** From its beginning to the end of its body. */
  readonly requestMs: number;
  /** How often the hub looks; a request that is late may go on for so much longer. */
  readonly checkMs: number;
}

/** 4 MB, the most that is taken, in ten minutes are a line of 56 kbit/s. */
const defaultPatience: Patience = { headersMs: 20_000, requestMs: 10 * 60_000, checkMs: 10_000 };

export interface RunningHub {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the data, fills an empty one with the sample shop, and serves. Failures are one line that says what to do. */
export async function startHub(start: HubStart): Promise<Result<RunningHub>> {
  const { options, environment, log } = start;
  const storage = await openHubStorage({
    folder: options.dataFolder,
    restored: options.restored,
    databaseUrl: start.variables.DATABASE_URL || null,
    environment,
    onProblem: (error) => log.warn({ err: error }, 'database'),
  });
  if (!storage.ok) return storage;
  const { hub, catalogue } = storage.value;

  const imported = await importSampleShop(hub, log);
  if (!imported.ok) {
    await storage.value.close();
    return imported;
  }
  await storage.value.catchUp();
  let url = '';
  const composed = await composeHub({
    hub,
    catalogue,
    log,
    variables: start.variables,
    pairingCode: options.pairingCode,
    trustProxy: options.trustProxy,
    publicUrl: () => options.publicUrl ?? url,
    listeningUrl: () => url,
  });
  if (!composed.ok) {
    await storage.value.close();
    return composed;
  }
  const { app, stop } = composed.value;
  const { headersMs, requestMs, checkMs } = start.patience ?? defaultPatience;
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: checkMs,
      keepAliveTimeout: 30_000,
    },
    getRequestListener(app.fetch, { hostname: options.host }),
  );

  const listening = await listen(server, options);
  if (!listening.ok) {
    await stop();
    await storage.value.close();
    return listening;
  }
  url = listening.value;
  log.info({ url }, 'serving');
  return succeed({
    url,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await stop();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(timer);
      await storage.value.close();
    },
  });
}

function listen(server: Server, { port, host }: HubOptions): Promise<Result<string>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(
          fail('conflict', `Port ${port} is in use. Choose another with --port, or 0 for a free one.`, {
            reason: 'port-in-use',
          }),
        );
      } else if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        resolve(
          fail(
            'invalid',
            `The hub cannot listen on ${host}:${port} (${error.code}). Choose another --host or --port.`,
            {
              reason: 'address-unusable',
            },
          ),
        );
      } else {
        reject(error);
      }
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      resolve(succeed(`http://${name === '0.0.0.0' ? '127.0.0.1' : name}:${address.port}`));
    });
  });
}
