import { createInterface } from 'node:readline';
import { actorOf, openDevice, sku } from '../support/device.ts';

/** `device FOLDER`: a device that does what each line of stdin says, and answers each in a line of JSON. */
const [folder = ''] = process.argv.slice(2);

async function run(): Promise<void> {
  const opened = await openDevice(folder);
  process.stdout.write(`${JSON.stringify(opened.ok ? { ok: true } : opened)}\n`);
  if (!opened.ok) return;
  const { local, shop, sync, storage } = opened.value;
  const { database } = local;

  const commands: Readonly<Record<string, () => Promise<unknown>>> = {
    pull: () => sync.pull(),
    /** A shopper comes and reserves a piece. */
    reserve: async () => {
      const started = await shop.sessions.start('en');
      return started.ok ? shop.holds.reserveForTrial(actorOf(started.value.sessionId), sku, 1) : started;
    },
    look: async () => {
      const stores = await shop.stock.stores();
      const found = await shop.browsing.search(stores[0]?.storeId ?? '', { text: 'kurta' });
      return { shops: stores.length, found: found.total };
    },
    outbox: async () => ({ waiting: await local.outbox.count(), at: local.feed.request().cursor }),
    health: () => storage.health(database),
    /** What was read before is not remembered. */
    forget: async () => database.connection.prepare('PRAGMA shrink_memory').all(),
    'refuse-writes': async () => database.connection.prepare('PRAGMA query_only = ON').all(),
    'take-writes': async () => database.connection.prepare('PRAGMA query_only = OFF').all(),
    close: () => storage.close(database),
  };

  for await (const line of createInterface({ input: process.stdin })) {
    const answer = await commands[line]?.().catch((error: unknown) => ({
      thrown: error instanceof Error && 'code' in error ? error.code : String(error),
    }));
    process.stdout.write(`${JSON.stringify(answer ?? null)}\n`);
  }
}

void run();
