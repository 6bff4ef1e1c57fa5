import { afterAll, beforeAll, expect } from 'vitest';
import { part, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { type KioskOnStage, launchKiosk } from '../../src/cli/demo/launch-kiosk.ts';
import { createRandom } from '../support/seeded.ts';
import type { StallingProxy } from '../support/stalling-proxy.ts';
import { textOf } from './support/at-the-shelf.ts';
import { syncIs } from './support/crash/kiosk-process.ts';
import { openWorld, type World } from './support/crash/world.ts';
import { stateOf } from './support/kiosk-calls.ts';
import { scenarios } from './support/scenario.ts';
import { until } from './support/until.ts';

/** Until a kiosk must know that its line is silent, and until it must be back once the line is; on a busy machine. */
const noticesWithin = 30_000;
const returnsWithin = 60_000;

let world: World;
let line: StallingProxy;
let kiosk: KioskOnStage;
const took: string[] = [];

const scenario = scenarios(() => ({ kiosk: kiosk?.page }));

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  took.push(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

const percentShown = async (): Promise<number> =>
  kiosk.page
    .getByTestId('sync-progress')
    .getByRole('progressbar')
    .evaluate((bar: HTMLProgressElement) => bar.value);
const progressText = () => textOf(part(kiosk.page, 'sync-progress'));

beforeAll(async () => {
  world = await openWorld(createRandom(1));
  line = await world.openLine();
  line.change({ bytesPerSecond: 2_000, delayMs: 40 });
  kiosk = await launchKiosk(world.launch('kiosk', line));
});
afterAll(async () => {
  await kiosk?.application.close();
  await world?.close();
  process.stdout.write(`${took.join('; ')}\n`);
});

scenario('a first sync on a slow line says how long it takes', async () => {
  await part(kiosk.page, 'sync-slow').waitFor({ timeout: 60_000 });
  await until(progressText).toContain('% of the rails are filled');
});

scenario(
  'a line that falls silent in the middle is noticed and said, and the sync keeps its place',
  async () => {
    line.change({ bytesPerSecond: 20_000 });
    await syncIs(kiosk.page, ({ progress }) => progress > 0.3);
    line.change({ stalled: true });
    const here = await percentShown();
    await timed('silence in a first sync shown after', () =>
      until(progressText, noticesWithin).toContain('broke off'),
    );
    expect(await percentShown()).toBeGreaterThanOrEqual(here);
    expect((await stateOf(kiosk.page)).sync.phase).toBe('first-sync');
    line.change({ stalled: false });
    await timed('sync goes on after', () => until(progressText, returnsWithin).toContain('are filled'));
    expect(await percentShown()).toBeGreaterThanOrEqual(here);
    line.heal();
    await waitForShop(kiosk.page);
  },
);

scenario(
  'a line that falls silent later is shown on the first screen, and the kiosk comes back by itself',
  async () => {
    const { page } = kiosk;
    await syncIs(page, ({ hub }) => hub === 'connected');
    expect(await part(page, 'offline-banner').isVisible()).toBe(false);
    line.change({ stalled: true });
    await timed('silence shown after', () =>
      part(page, 'offline-banner').waitFor({ timeout: noticesWithin }),
    );
    line.heal();
    await timed('back after', () =>
      part(page, 'offline-banner').waitFor({ state: 'hidden', timeout: returnsWithin }),
    );
  },
);
