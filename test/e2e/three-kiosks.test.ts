import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type KioskLaunch, type KioskOnStage, launchKiosk } from '../../src/cli/demo/launch-kiosk.ts';
import type { Weather } from '../support/line.ts';
import { createRandom, pick } from '../support/seeded.ts';
import type { StallingProxy } from '../support/stalling-proxy.ts';
import { startCommotion } from './support/crash/commotion.ts';
import { hubCursor, inStepWith } from './support/crash/heal.ts';
import { shopOpen } from './support/crash/kiosk-process.ts';
import { createLedger, type Ledger } from './support/crash/ledger.ts';
import { shopAtSpeed } from './support/crash/shoppers.ts';
import { verdict } from './support/crash/verdict.ts';
import { openWorld, type World } from './support/crash/world.ts';

const seed = Number(process.env.AISLE_KIOSKS_SEED ?? Math.floor(Math.random() * 1_000_000));

interface Kiosk extends KioskOnStage {
  readonly launch: KioskLaunch;
  readonly line: StallingProxy;
  readonly ledger: Ledger;
}

/** Each happens once, in an order of the seed; whatever it was is over before the next. */
const troubles = [
  'one line stalls',
  'all lines stall',
  'one line is cut',
  'all lines are cut',
  'connections drop',
  'lines are slow and lose',
  'hub stopped',
  'hub killed',
  'hub killed behind stalled lines',
] as const;
type Trouble = (typeof troubles)[number];

const weathers: Partial<Record<Trouble, Partial<Weather>>> = {
  'one line stalls': { stalled: true },
  'all lines stall': { stalled: true },
  'one line is cut': { cut: true },
  'all lines are cut': { cut: true },
  'lines are slow and lose': { bytesPerSecond: 8_000, loss: 0.05, delayMs: 40 },
  'hub killed behind stalled lines': { stalled: true },
};

async function befall(
  trouble: Trouble,
  world: World,
  lines: readonly StallingProxy[],
  random: () => number,
): Promise<void> {
  const hit = trouble.startsWith('one') ? [pick(random, lines)] : lines;
  for (const line of hit) line.change(weathers[trouble] ?? {});
  const lasting = 1_500 + random() * 2_000;
  if (trouble === 'connections drop') {
    for (const until = Date.now() + lasting; Date.now() < until; await sleep(100 + random() * 400)) {
      pick(random, lines).drop();
    }
  } else if (trouble.startsWith('hub')) {
    await world.stopHub(trouble === 'hub stopped' ? 'SIGTERM' : 'SIGKILL');
    await sleep(lasting / 2);
    await world.startHub();
  } else await sleep(lasting);
  for (const line of hit) line.heal();
}

async function openKiosk(world: World, name: string): Promise<Kiosk> {
  const line = await world.openLine();
  const launch = world.launch(name, line);
  const kiosk = { ...(await launchKiosk(launch)), launch, line, ledger: createLedger() };
  await shopOpen(kiosk);
  return kiosk;
}

/** Kiosks answer one another's wishes for scarce pieces with operations of their own: in step is who has nothing more to say. */
async function allInStep(world: World, kiosks: readonly Kiosk[]): Promise<void> {
  for (let before = Number.NaN; ; ) {
    for (const kiosk of kiosks) await inStepWith(world, kiosk.launch, kiosk);
    const cursor = await hubCursor(world);
    if (cursor === before) return;
    before = cursor;
    await sleep(1_500);
  }
}

test(`three kiosks, web orders and a failing network fight for the same pieces, and agree in the end (AISLE_KIOSKS_SEED=${seed})`, async () => {
  const random = createRandom(seed);
  const world = await openWorld(random);
  const commotion = startCommotion(world, random);
  const kiosks: Kiosk[] = [];
  const leaving = new AbortController();
  try {
    // One after the other: they share a machine with the test.
    for (const name of ['north', 'south', 'window']) kiosks.push(await openKiosk(world, name));
    const lines = kiosks.map(({ line }) => line);
    const shopping = kiosks.map(({ page, ledger }, index) =>
      shopAtSpeed({
        page,
        ledger,
        skus: world.skus,
        random: createRandom(seed + 1 + index),
        signal: leaving.signal,
        onAnswer: () => undefined,
      }),
    );
    const order = troubles
      .map((trouble) => ({ trouble, place: random() }))
      .sort((one, other) => one.place - other.place);
    for (const { trouble } of order) {
      await befall(trouble, world, lines, random);
      await sleep(300 + random() * 900);
    }
    leaving.abort();
    await Promise.all(shopping);
    await commotion.stop();
    await allInStep(world, kiosks);
    for (const { application } of kiosks) await application.close();

    expect(commotion.problems).toEqual([]);
    expect(await verdict(world, kiosks, commotion.webHolds)).toEqual([]);
    for (const { ledger } of kiosks) expect(ledger.all().length).toBeGreaterThan(10);
    const told = kiosks.map(
      ({ launch, ledger }) =>
        `${launch.name}: ${ledger.all().length} holds acknowledged, refused ${JSON.stringify(ledger.refusals())}`,
    );
    process.stdout.write(
      `seed ${seed}: ${told.join('; ')}; ${commotion.webHolds.size} web holds stand (${order.map(({ trouble }) => trouble).join(', ')})\n`,
    );
  } finally {
    leaving.abort();
    await commotion.stop();
    for (const { application } of kiosks) await application.close().catch(() => undefined);
    await world.close();
  }
}, 600_000);
