import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from '../platform/store/thread/messages.ts';
import { serveStoreThread } from '../platform/store/thread/serve-store-thread.ts';
import { shopMigrations } from './open-local-store.ts';
import { systemEnvironment } from './system-environment.ts';

/* Program of the thread beside the kiosk's main one; a bundle of its own. */

if (parentPort === null) throw new Error('This is the program of a thread');
serveStoreThread({
  port: parentPort,
  data: workerData as ThreadData,
  environment: systemEnvironment,
  migrations: shopMigrations,
});
