import path from 'node:path';
import { composeDeviceShop } from '../../../composition/compose-device-shop.ts';
import { type LocalStore, openLocalStore } from '../../../composition/open-local-store.ts';
import type { Operation } from '../../../contracts/operation.ts';
import type { Shop } from '../../../core/shop.ts';
import type { Slicing } from '../../../platform/store/slices.ts';
import type { Pace } from '../../../platform/sync/retrier.ts';
import type { SyncService } from '../../../platform/sync/sync-service.ts';
import type { Engine } from '../engines/engine.ts';
import { sleep } from './incarnation.ts';
import { createLine, type Line } from './line.ts';
import { createLineClient, type HubEnd } from './line-client.ts';
import { LineBroke } from './line-stream.ts';
import { createMachine, type Life, type Machine, type MachineOptions } from './machine.ts';
import type { Scheduler } from './scheduler.ts';

export interface KioskProcess {
  readonly life: Life;
  readonly local: LocalStore;
  readonly sync: SyncService;
  readonly shop: Shop;
  /** Sessions of the people who stand here, by the name that the plan gives them. */
  readonly visitors: Map<number, string>;
}

export interface Kiosk extends Machine<KioskProcess> {
  readonly index: number;
  readonly deviceId: string;
  readonly line: Line;
}

export interface KioskOptions
  extends Pick<
    MachineOptions<KioskProcess>,
    'folder' | 'image' | 'random' | 'coverage' | 'wrapConnection' | 'onPowerCut'
  > {
  readonly name: string;
  /** Counts from 1. */
  readonly index: number;
  readonly deviceId: string;
  readonly storeId: string;
  readonly scheduler: Scheduler;
  readonly engine: Engine;
  readonly hub: HubEnd;
  /** An operation is durable, and whoever asked for it is about to hear. */
  readonly onAcknowledged: (operation: Operation) => void;
  readonly onBug: (error: unknown) => void;
}

/** Cuts work into slices by chance instead of by the machine's clock. */
function chanceSlicing({ life, scheduler }: { life: Life; scheduler: Scheduler }): Slicing {
  const giveWay = (): Promise<void> => sleep(scheduler, life)(1);
  return {
    createPause: () => async () => {
      if (life.random.chance(0.3)) await giveWay();
    },
    createBudget: () => () => life.random.chance(0.5),
    yield: giveWay,
  };
}

/** Long after a line has been cut, trying again and again changes nothing: such a sleep ends when the line is whole. */
const hopelessMs = 60_000;

function pace(life: Life, scheduler: Scheduler, line: Line): Pace {
  let cutSeen = 0;
  return {
    random: life.random.split('pace').next,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const until = line.cutUntil();
        if (until === 0) cutSeen = 0;
        else if (cutSeen === 0) cutSeen = scheduler.now();
        const hopeless = until !== 0 && scheduler.now() - cutSeen > hopelessMs;
        let forget: () => void = () => undefined;
        const wake = (): void => {
          forget();
          signal.removeEventListener('abort', wake);
          if (life.incarnation.alive) resolve();
        };
        const later = (): void => {
          forget = scheduler.after(ms, wake);
        };
        if (hopeless) forget = line.whenWhole(later);
        else later();
        if (signal.aborted) wake();
        else signal.addEventListener('abort', wake);
      }),
  };
}

async function boot(options: KioskOptions, line: Line, life: Life): Promise<KioskProcess> {
  const { index, deviceId, storeId, scheduler, engine } = options;
  const { environment, disk, incarnation } = life;
  const opened = openLocalStore(path.dirname(disk.file), environment, () => index, {
    connect: disk.connect,
    slicing: chanceSlicing({ life, scheduler }),
  });
  if (!opened.ok) throw new Error(`It does not start: ${opened.failure.message}`);
  const local = engine.kioskStore?.(opened.value, environment) ?? opened.value;
  const client = createLineClient({ deviceId, scheduler, line, hub: options.hub, incarnation });
  const { sync, shop } = composeDeviceShop({
    environment,
    local,
    hub: engine.kioskHub?.(client, local) ?? client,
    pace: pace(life, scheduler, line),
    storeId: () => storeId,
    paired: () => true,
    onSyncFailure: (_doing, reason) => {
      if (incarnation.alive && reason instanceof Error && !(reason instanceof LineBroke))
        options.onBug(reason);
    },
  });
  local.operations.onCommitted((operation) => {
    if (incarnation.alive) options.onAcknowledged(operation);
  });
  return { life, local, sync, shop, visitors: new Map() };
}

/** As a kiosk starts: what a crash left open is ended and wiped, then it follows the hub (`src/main/kiosk`). */
async function begin({ local, shop, sync }: KioskProcess, storeId: string): Promise<void> {
  for (const sessionId of await local.store.openSessions()) {
    await shop.sessions.end({ sessionId, storeId, channel: 'kiosk', language: 'en' }, 'crash');
  }
  await local.store.wipe();
  sync.start();
}

export function createKiosk(options: KioskOptions): Kiosk {
  const { index, deviceId, storeId, scheduler, random, coverage } = options;
  const line = createLine(scheduler, random.split('line'), coverage);
  const machine = createMachine<KioskProcess>({
    ...options,
    fileName: 'shop.sqlite',
    boot: (life) => boot(options, line, life),
    onStart: (process) => void begin(process, storeId).catch(options.onBug),
  });
  return { ...machine, index, deviceId, line };
}
