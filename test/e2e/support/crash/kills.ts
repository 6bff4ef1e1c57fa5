import { setTimeout as sleep } from 'node:timers/promises';
import { type KioskLaunch, launchKiosk } from '../../../../src/cli/demo/launch-kiosk.ts';
import type { StallingProxy } from '../../../support/stalling-proxy.ts';
import type { Commotion } from './commotion.ts';
import { killHard, shopOpen, spawnKiosk } from './kiosk-process.ts';
import type { Ledger } from './ledger.ts';
import { shopAtSpeed } from './shoppers.ts';
import type { World } from './world.ts';

/** What the kiosk is about when it is killed. */
export type Scene = 'first sync' | 'start' | 'reserving' | 'pushing' | 'applying';

export interface Killing {
  readonly world: World;
  readonly commotion: Commotion;
  readonly launch: KioskLaunch;
  readonly line: StallingProxy;
  readonly ledger: Ledger;
  readonly random: () => number;
}

/** So many kills of one kiosk: the first ones in its first sync, then everything in a random order. */
export function planKills(count: number, random: () => number): readonly Scene[] {
  const first = Math.max(1, Math.round(count / 5));
  const scenes: readonly Scene[] = ['reserving', 'pushing', 'applying', 'start'];
  const later = Array.from({ length: count - first }, (_, index) => scenes[index % scenes.length] ?? 'start');
  const shuffled = later
    .map((scene) => ({ scene, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ scene }) => scene);
  return [...Array.from({ length: first }, (): Scene => 'first sync'), ...shuffled];
}

/** Starts the kiosk, brings it into the scene, and kills it at a random moment. */
export async function killIn(scene: Scene, killing: Killing): Promise<void> {
  killing.line.heal();
  if (scene === 'first sync') return killInFirstSync(killing);
  if (scene === 'start') return killAtStart(killing);
  return killAtWork(scene, killing);
}

/** By what has arrived and not by time, so that it hits the sync on fast machines and slow ones. */
async function killInFirstSync({ launch, line, random }: Killing): Promise<void> {
  line.change({ bytesPerSecond: 100_000 });
  const enough = line.carried.down + 2_000 + random() * 90_000;
  const child = spawnKiosk(launch);
  try {
    const until = Date.now() + 15_000;
    while (line.carried.down < enough && Date.now() < until) await sleep(5);
  } finally {
    await killHard(child);
  }
}

async function killAtStart({ launch, random }: Killing): Promise<void> {
  const child = spawnKiosk(launch);
  try {
    await sleep(200 + random() * 2_300);
  } finally {
    await killHard(child);
  }
}

async function killAtWork(
  scene: 'reserving' | 'pushing' | 'applying',
  { world, commotion, launch, line, ledger, random }: Killing,
): Promise<void> {
  const kiosk = await launchKiosk(launch);
  const child = kiosk.application.process();
  const leaving = new AbortController();
  try {
    await shopOpen(kiosk);
    let answers = 0;
    const shopping = shopAtSpeed({
      page: kiosk.page,
      ledger,
      skus: world.skus,
      random,
      signal: leaving.signal,
      onAnswer: () => {
        answers += 1;
      },
    });
    const answered = async (count: number): Promise<void> => {
      for (const until = Date.now() + 10_000; answers < count && Date.now() < until; ) await sleep(5);
    };
    await answered(2 + random() * 20);
    if (scene === 'pushing') {
      // What the kiosk promises by its own rights while the hub is silent waits, and goes all at once.
      line.change({ stalled: true });
      await answered(answers + 2);
      line.change({ stalled: false, delayMs: 20 });
    }
    if (scene === 'applying') await commotion.deliver(2_000, world.everySku);
    await sleep(random() * (scene === 'reserving' ? 60 : 400));
    await killHard(child);
    await shopping;
  } finally {
    leaving.abort();
    await killHard(child);
  }
}
