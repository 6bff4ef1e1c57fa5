import { setTimeout as sleep } from 'node:timers/promises';
import { type KioskLaunch, type KioskOnStage, launchKiosk } from '../../../../src/cli/demo/launch-kiosk.ts';
import { kioskFile, rows, waitingOperations } from '../databases.ts';
import { syncIs } from './kiosk-process.ts';
import type { World } from './world.ts';

export async function hubCursor({ hubFile }: World): Promise<number> {
  const [hub] = await rows<{ cursor: number }>(hubFile, 'SELECT cursor FROM hub');
  return hub?.cursor ?? Number.NaN;
}

/** Waits until the kiosk has handed over all that it has and knows all that the hub knows; nothing else may change meanwhile. */
export async function inStepWith(world: World, launch: KioskLaunch, { page }: KioskOnStage): Promise<void> {
  const until = Date.now() + 90_000;
  for (;;) {
    const status = await syncIs(page, ({ hub, phase }) => hub === 'connected' && phase === 'current');
    const [replica] = await rows<{ cursor: string }>(
      kioskFile(launch.dataFolder),
      'SELECT cursor FROM replica',
    );
    const waiting = await waitingOperations(launch.dataFolder);
    const behind = (await hubCursor(world)) - Number(replica?.cursor);
    if (waiting === 0 && behind === 0 && status.pendingOperations === 0) return;
    if (Date.now() > until) {
      throw new Error(
        `${launch.name} is not in step: ${waiting} operations wait, the feed is ${behind} behind`,
      );
    }
    await sleep(100);
  }
}

/** Starts the kiosk over a fair line, waits until it is in step, and closes it as an operator would. */
export async function startAndCatchUp(world: World, launch: KioskLaunch): Promise<void> {
  const kiosk = await launchKiosk(launch);
  try {
    await inStepWith(world, launch, kiosk);
  } finally {
    await kiosk.application.close();
  }
}
