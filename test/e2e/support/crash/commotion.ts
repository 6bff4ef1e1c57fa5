import { setTimeout as sleep } from 'node:timers/promises';
import { browser } from '../../../integration/hub/running-hub.ts';
import { pick } from '../../../support/seeded.ts';
import { rows } from '../databases.ts';
import { storeId, type World } from './world.ts';

/** What others do to the same stock meanwhile. */
export interface Commotion {
  /** Goods arrive: one to three more units of so many variants, in one transaction. */
  deliver(count: number, from?: readonly string[]): Promise<void>;
  /** Holds of web shoppers that the hub has confirmed, and that nobody asked to end. */
  readonly webHolds: ReadonlySet<string>;
  /** What went wrong in the background; empty when nothing did. */
  readonly problems: readonly string[];
  stop(): Promise<void>;
}

/** Deliveries and web shoppers, until stopped. While the hub is away, web shoppers come in vain. */
export function startCommotion(world: World, random: () => number): Commotion {
  const stopping = new AbortController();
  const { signal } = stopping;
  const webHolds = new Set<string>();
  const problems: string[] = [];

  const deliver = async (count: number, from: readonly string[] = world.skus): Promise<void> => {
    const skus = count >= from.length ? from : Array.from({ length: count }, () => pick(random, from));
    const counted = await rows<{ sku: string; onHand: number }>(
      world.hubFile,
      'SELECT sku, onHand FROM stock JOIN json_each(?) ON sku = value WHERE storeId = ?',
      JSON.stringify([...new Set(skus)]),
      storeId,
    );
    await world.catalogue.write(
      async (transaction) => {
        for (const { sku, onHand } of counted) {
          const more = 1 + Math.floor(random() * 3);
          await transaction.putStock({ storeId, sku, onHand: onHand + more, location: null });
        }
      },
      { dryRun: false },
    );
  };

  const keepDoing = async (name: string, pauseMs: number, work: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      await work().catch((error: unknown) => {
        problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      });
      await sleep(pauseMs * (0.5 + random()), undefined, { signal }).catch(() => undefined);
    }
  };
  const working = [
    keepDoing('delivery', 700, () => deliver(1 + Math.floor(random() * 2))),
    keepDoing('web shopper', 250, () => shopOnTheWeb(world, random, webHolds)),
  ];

  return {
    deliver,
    webHolds,
    problems,
    stop: async () => {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

const unreachable = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed';

/** Holds a piece; some let it go, some buy it, the others keep it waiting. */
async function shopOnTheWeb(world: World, random: () => number, holds: Set<string>): Promise<void> {
  const shopper = browser(world.hubUrl);
  const sku = pick(random, world.skus);
  const fate = random();
  try {
    const held = await shopper.post('/holds', { sku });
    if (held.status !== 303) return;
    const { text } = await shopper.get('/bag');
    const reservationId = /name="reservationId" value="([0-9a-f-]{36})"/.exec(text)?.[1];
    if (reservationId === undefined) throw new Error('a confirmed hold is not in the bag');
    holds.add(reservationId);
    if (fate < 0.2) return;
    holds.delete(reservationId);
    if (fate < 0.7) {
      await shopper.post('/holds/cancel', { reservationId });
      return;
    }
    await shopper.post('/bag/add', { sku });
    const { location } = await shopper.post('/bag/pay', {});
    if (location) await shopper.post(`${location}/pay`, {});
  } catch (error) {
    if (!unreachable(error)) throw error;
  }
}
