import { createRandom, type Random } from '../random.ts';
import { type Sku, skus } from '../world/templates.ts';
import type { CrashTime, Deed, Fault, Plan, PlanItem } from './plan.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The first deeds come when the kiosks have had time to read the shop. */
const firstDeed = 5 * second;
export const fewestSteps = 30;
export const mostSteps = 60;
const shareOfFaults = 0.2;

/** Of runs on a quiet day, in which lines stay away for longer than rights last. */
const shareOfQuietDays = 0.15;

/** A gap between two steps: mostly people who stand in a queue, now and then a quiet while. */
function gap(random: Random, { quiet }: Shop): number {
  const luck = random.next();
  if (quiet) return luck < 0.6 ? random.whole(0, 40 * second) : random.whole(minute, 20 * minute);
  if (luck < 0.7) return random.whole(0, 3 * second);
  if (luck < 0.92) return random.whole(3 * second, 40 * second);
  if (luck < 0.99) return random.whole(minute, 8 * minute);
  return random.whole(10 * minute, 3 * hour);
}

interface Shop {
  readonly kiosks: number;
  readonly till: boolean;
  readonly quiet: boolean;
  /** What most people want in this run. */
  readonly favourite: Sku;
}

/** Takes the first whose share of the luck it is. */
function draw<T>(random: Random, choices: readonly (readonly [share: number, make: () => T])[]): T {
  let luck = random.next() * choices.reduce((sum, [share]) => sum + share, 0);
  for (const [share, make] of choices) {
    luck -= share;
    if (luck < 0) return make();
  }
  throw new Error('The shares do not add up');
}

function deed(random: Random, { kiosks, till, favourite }: Shop): Deed {
  const kiosk = random.whole(1, kiosks);
  const visitor = random.whole(1, 3);
  const sku = random.chance(0.5) ? favourite : random.pick(skus);
  const quantity = random.pick([1, 1, 1, 1, 2, 2, 3]);
  const which = random.whole(0, 5);
  return draw<Deed>(random, [
    [43, () => ({ kind: 'hold', kiosk, visitor, sku, quantity })],
    [3, () => ({ kind: 'extend', kiosk, which })],
    [12, () => ({ kind: 'cancel', kiosk, which })],
    [8, () => ({ kind: 'leave', kiosk, visitor })],
    [13, () => ({ kind: 'web-hold', visitor, sku, quantity })],
    [1, () => ({ kind: 'web-extend', which })],
    [5, () => ({ kind: 'web-cancel', which })],
    [
      8,
      () => ({ kind: 'step', kiosk, which, to: random.pick(['picked', 'handed-over', 'returned'] as const) }),
    ],
    [2, () => ({ kind: 'recount', kiosk, sku, difference: random.pick([1, 2, 3, -1, -1]) })],
    [till ? 8 : 0, () => ({ kind: 'sell', kiosk: kiosks + 1, sku, quantity })],
  ]);
}

function crashTime(random: Random): CrashTime | null {
  if (random.chance(0.4)) return null;
  return { commit: random.whole(1, 4), moment: random.pick(['before', 'torn', 'after'] as const) };
}

function fault(random: Random, { kiosks, till, quiet }: Shop): Fault {
  const kiosk = random.whole(1, kiosks + (till ? 1 : 0));
  const how = random.chance(0.75) ? 'power-cut' : 'kill';
  const short = !quiet && random.chance(0.8);
  const lasts = short ? random.whole(5 * second, 3 * minute) : random.whole(3 * minute, 3 * hour);
  const down = random.chance(0.8) ? random.whole(second, 30 * second) : random.whole(minute, 100 * minute);
  const by = random.pick([-1, 1]) * random.pick([20 * second, 3 * minute, 25 * minute, 5 * hour]);
  const perSecond = random.pick([-0.2, -0.05, 0.05, 0.2]);
  return draw<Fault>(random, [
    [38, () => ({ kind: 'cut', kiosk, lasts })],
    [18, () => ({ kind: 'bad-line', kiosk, lasts })],
    [18, () => ({ kind: 'kiosk-crash', kiosk, how, at: crashTime(random), down })],
    [8, () => ({ kind: 'hub-crash', how, at: crashTime(random), down })],
    [5, () => ({ kind: 'hub-backup' })],
    [4, () => ({ kind: 'hub-restore', down })],
    [6, () => ({ kind: 'clock-jump', kiosk, by })],
    [3, () => ({ kind: 'clock-drift', kiosk, perSecond })],
  ]);
}

/** The plan of a seed, always the same; with `most`, no more than so many of its first steps. */
export function makePlan(seed: number, kiosks: number, most: number | null = null): Plan {
  const random = createRandom(`plan ${seed} ${kiosks}`);
  const stock = { A: random.whole(1, 3), B: random.whole(3, 9), C: random.whole(6, 18) };
  const shop: Shop = {
    kiosks,
    till: random.chance(0.3),
    quiet: random.chance(shareOfQuietDays),
    favourite: random.pick(skus),
  };
  const scarce = random.chance(0.3) ? 'lead' : 'hub';
  const items: PlanItem[] = [];
  let time = firstDeed;
  const steps = Math.min(random.whole(fewestSteps, mostSteps), most ?? mostSteps);
  for (let step = 0; step < steps; step += 1) {
    time += gap(random, shop);
    items.push({ time, what: random.chance(shareOfFaults) ? fault(random, shop) : deed(random, shop) });
  }
  return { seed, kiosks, till: shop.till, stock, scarce, items };
}
