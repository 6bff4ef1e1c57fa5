import { writeFeedText } from '../../../contracts/feed-text.ts';
import { type DeviceCall, type DeviceEvent, deviceApi } from '../../../contracts/hub-api.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import { createShop } from '../../../core/shop/create-shop.ts';
import type { Shop } from '../../../core/shop.ts';
import { beginServing } from '../../../platform/hub-store/begin-serving.ts';
import { type Device, findDevice } from '../../../platform/hub-store/devices.ts';
import { headCursor } from '../../../platform/hub-store/feed-log.ts';
import type { HubDatabase } from '../../../platform/hub-store/hub-database.ts';
import { createHubRights } from '../../../platform/hub-store/hub-rights.ts';
import { createHubOperations } from '../../../platform/hub-store/operations.ts';
import { openSqliteHub } from '../../../platform/hub-store/sqlite-hub.ts';
import { createSqliteCatalogue } from '../../../platform/store/catalogue.ts';
import type { Database } from '../../../platform/store/open-database.ts';
import type { Engine } from '../engines/engine.ts';
import { createHubDesk, type HubDesk } from './hub-desk.ts';
import { never, sleep } from './incarnation.ts';
import type { HubEnd } from './line-client.ts';
import { createMachine, type Life, type Machine, type MachineOptions } from './machine.ts';
import type { Scheduler } from './scheduler.ts';

/** Changes come in bursts; one word about the feed in this time is enough. As in `src/hub/device/device-events.ts`. */
const feedQuietMs = 50;

export interface HubProcess {
  readonly life: Life;
  readonly database: HubDatabase;
  /** The file under it, for the harness to look into. */
  readonly file: Database;
  readonly desk: HubDesk;
  /** The web shop's. */
  readonly shop: Shop;
  /** Sessions of the web's visitors, by the name that the plan gives them. */
  readonly visitors: Map<number, string>;
}

export type Hub = Machine<HubProcess> & HubEnd;

export interface HubOptions
  extends Pick<MachineOptions<HubProcess>, 'folder' | 'image' | 'random' | 'coverage' | 'wrapConnection'> {
  readonly scheduler: Scheduler;
  readonly engine: Engine;
  readonly onBug: (error: unknown) => void;
}

async function boot({ engine, scheduler, onBug }: HubOptions, life: Life): Promise<HubProcess> {
  const opened = await openSqliteHub(life.disk.file, life.environment, life.disk.connect);
  if (!opened.ok) throw new Error(`The hub does not start: ${opened.failure.message}`);
  const { database: file } = opened.value;
  const database = engine.hubDatabase?.(opened.value) ?? opened.value;
  const desk = createHubDesk(database, life.random.split('feed'), onBug);
  await beginServing(opened.value, { restored: life.restored });
  const noPayments = async (): Promise<Result<never>> => fail('not-found', 'There are no payments here.');
  const shop = createShop({
    catalogue: createSqliteCatalogue(file),
    store: {
      transaction: (work) => database.transaction((transaction) => work(transaction.shop(null))),
      read: (work) => database.transaction((transaction) => work(transaction.shop(null))),
    },
    operations: createHubOperations(database),
    rights: createHubRights(database, sleep(scheduler, life)),
    paymentDesk: { create: noPayments, read: noPayments, cancel: noPayments, send: noPayments },
    environment: life.environment,
  });
  return { life, database, file, desk: engine.hubDesk?.(desk, database) ?? desk, shop, visitors: new Map() };
}

export function createHub(options: HubOptions): Hub {
  const { scheduler } = options;
  const gone = new Set<() => void>();
  const machine = createMachine<HubProcess>({
    ...options,
    name: 'hub',
    fileName: 'hub.sqlite',
    boot: (life) => boot(options, life),
    onDeath: () => {
      for (const tell of [...gone]) tell();
    },
  });

  /** Devices never change in a run. */
  const devices = new Map<string, Device>();
  const deviceOf = async ({ database }: HubProcess, deviceId: string): Promise<Device> => {
    const device = devices.get(deviceId) ?? (await findDevice(database.sql, deviceId));
    if (device === undefined) throw new Error(`The hub does not know the device ${deviceId}`);
    devices.set(deviceId, device);
    return device;
  };

  return {
    ...machine,
    up: () => machine.process() !== undefined,

    call: async (deviceId, name, request) => {
      const process = machine.process();
      if (process === undefined) return never();
      const answer = await answerCall(process, await deviceOf(process, deviceId), name, request);
      return process.life.incarnation.alive ? JSON.stringify(answer) : never();
    },

    async *feed(deviceId, { epoch, cursor, sequence }) {
      const process = machine.process();
      if (process === undefined) throw new Error('The hub is down');
      const from = epoch === null || cursor === null ? null : { epoch, cursor };
      for await (const lines of process.desk.feed(await deviceOf(process, deviceId), { from, sequence })) {
        yield writeFeedText(lines).trimEnd().split('\n');
        // Read on only in the same life; the reader sees the stream break.
        if (!process.life.incarnation.alive) throw new Error('The hub has died');
      }
    },

    follow: (onChange, onGone) => {
      const process = machine.process();
      if (process === undefined) return () => undefined;
      const { database, life } = process;
      const say = (cursor: number): void => {
        if (!life.incarnation.alive) return;
        onChange(JSON.stringify({ type: 'feed-advanced', cursor: `${cursor}` } satisfies DeviceEvent));
      };
      let forget: (() => void) | undefined;
      let latest = 0;
      const unsubscribe = database.subscribe((announcement) => {
        if (announcement.type !== 'feed-advanced') return;
        latest = announcement.cursor;
        forget ??= scheduler.after(feedQuietMs, () => {
          forget = undefined;
          say(latest);
        });
      });
      gone.add(onGone);
      void headCursor(database.sql).then(say);
      return () => {
        unsubscribe();
        forget?.();
        gone.delete(onGone);
      };
    },
  };
}

async function answerCall(
  { desk }: HubProcess,
  device: Device,
  name: DeviceCall,
  text: string,
): Promise<Result<unknown>> {
  const body: unknown = JSON.parse(text);
  if (name === 'operations') {
    const { operations } = deviceApi.operations.request.parse(body);
    return succeed(await desk.operations(device, operations));
  }
  if (name === 'rights') {
    return succeed(await desk.rights(device, deviceApi.rights.request.parse(body)));
  }
  return fail('not-found', 'There is no such call.');
}
