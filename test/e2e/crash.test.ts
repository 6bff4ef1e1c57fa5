import { expect, test } from 'vitest';
import { createRandom } from '../support/seeded.ts';
import { startCommotion } from './support/crash/commotion.ts';
import { examine, type Remains } from './support/crash/examine.ts';
import { hubCursor, startAndCatchUp } from './support/crash/heal.ts';
import { killIn, planKills } from './support/crash/kills.ts';
import { createLedger } from './support/crash/ledger.ts';
import { verdict } from './support/crash/verdict.ts';
import { openWorld } from './support/crash/world.ts';

const kills = Number(process.env.AISLE_CRASH_KILLS ?? 25);
const seed = Number(process.env.AISLE_CRASH_SEED ?? Math.floor(Math.random() * 1_000_000));
/** Of one kiosk; then another one, new, takes its place. */
const killsOfOne = 25;
const rounds = Math.ceil(kills / killsOfOne);

/** How often the kills hit what, for whoever reads the run. */
const tally = (moments: readonly string[]): string =>
  [...new Set(moments)]
    .map((moment) => `${moments.filter((one) => one === moment).length} ${moment}`)
    .join(', ');

const roundKills = (round: number) => Math.min(killsOfOne, kills - round * killsOfOne);

test.each(Array.from({ length: rounds }, (_, round) => ({ count: roundKills(round), seed: seed + round })))(
  'a kiosk killed $count times loses nothing that it has acknowledged (AISLE_CRASH_SEED=$seed)',
  async (round) => {
    const random = createRandom(round.seed);
    const world = await openWorld(random);
    const commotion = startCommotion(world, random);
    try {
      const line = await world.openLine();
      const launch = world.launch('kiosk', line);
      const ledger = createLedger();
      const moments: Remains['moment'][] = [];
      for (const [index, scene] of planKills(round.count, random).entries()) {
        await killIn(scene, { world, commotion, launch, line, ledger, random });
        const { moment, wrong } = await examine(launch.dataFolder, ledger, await hubCursor(world));
        expect(wrong, `after kill ${index + 1}, in ${scene}`).toEqual([]);
        moments.push(moment);
      }
      await commotion.stop();
      line.heal();
      await startAndCatchUp(world, launch);
      expect(commotion.problems).toEqual([]);
      expect(await verdict(world, [{ launch, ledger }], commotion.webHolds)).toEqual([]);
      const { length: acknowledged } = ledger.all();
      process.stdout.write(
        `seed ${round.seed}: ${round.count} kills (${tally(moments)}), ${acknowledged} holds acknowledged, ` +
          `${ledger.standing().length} standing, refused: ${JSON.stringify(ledger.refusals())}\n`,
      );
      expect(acknowledged).toBeGreaterThan(round.count);
    } finally {
      await commotion.stop();
      await world.close();
    }
  },
  60_000 + killsOfOne * 20_000,
);
