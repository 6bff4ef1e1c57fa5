import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mutantNames } from '../../src/cli/simulate/engines/by-name.ts';
import { shortenHistory } from '../../src/cli/simulate/failing-history.ts';
import { openPlayGround, type PlayGround } from '../../src/cli/simulate/many/play-ground.ts';
import { makePlan } from '../../src/cli/simulate/plan/make-plan.ts';
import { keepItems } from '../../src/cli/simulate/plan/shrink.ts';
import { simulateCommand } from '../../src/cli/simulate/simulate-command.ts';
import type { Violation } from '../../src/cli/simulate/truth/violation.ts';

const kiosks = 2;
/** A mutant that this many shops do not expose is not caught. */
const mostSeeds = 150;

let ground: PlayGround;
beforeAll(async () => {
  ground = await openPlayGround(kiosks);
});
afterAll(() => ground.close());

async function firstViolation(
  engine: string,
): Promise<{ readonly seed: number; readonly violation: Violation } | undefined> {
  for (let seed = 1; seed <= mostSeeds; seed += 1) {
    const { violation } = await ground.play(makePlan(seed, kiosks), engine);
    if (violation) return { seed, violation };
  }
  return undefined;
}

test('each safeguard of the engine has a mutant without it', () => {
  expect(mutantNames).toEqual([
    'no-escrow-check',
    'no-dedupe',
    'cursor-before-rows',
    'ack-before-fsync',
    'no-lease-guard',
    'no-journal',
  ]);
});

for (const mutant of mutantNames) {
  test(`${mutant} is caught, on a seed that the engine as it ships survives`, async () => {
    const found = await firstViolation(mutant);
    if (found === undefined) throw new Error(`${mutant} broke nothing in ${mostSeeds} shops`);
    const shipped = await ground.play(makePlan(found.seed, kiosks), 'escrow');
    expect(shipped.violation).toBeNull();
  }, 900_000);
}

test('the shortest history of a failure fails the same way when it is played again', async () => {
  const engine = 'cursor-before-rows';
  const found = await firstViolation(engine);
  const seed = found?.seed ?? 0;
  const plan = makePlan(seed, kiosks);
  const history = await shortenHistory(ground, plan, { engine, mutant: true });
  expect(history?.violation.invariant).toBe(found?.violation.invariant);
  expect(history?.keep.length).toBeLessThan(plan.items.length / 4);
  expect(history?.steps).toHaveLength(history?.keep.length ?? -1);
  const again = await ground.play(keepItems(plan, history?.keep ?? []), engine);
  expect(again.violation).toEqual(history?.violation);
}, 900_000);

test('by command: a failure prints its history and the line that replays it, and makes the exit status 1', async () => {
  const run = async (argv: readonly string[]): Promise<{ status: number; text: string }> => {
    let text = '';
    const collect = new Writable({
      write: (chunk, _encoding, done) => {
        text += String(chunk);
        done();
      },
    });
    const status = await simulateCommand.run(argv, {
      input: process.stdin,
      output: collect,
      errors: collect,
      environment: process.env,
    });
    return { status, text };
  };
  const failed = await run(['--mutant', 'cursor-before-rows', '--runs', '1', '--kiosks', `${kiosks}`]);
  expect(failed.status).toBe(1);
  expect(failed.text).toMatch(/The shortest history found: \d+ steps/);
  const line = failed.text.split('\n').find((one) => one.includes('aisle -- simulate')) ?? '';
  const replay = await run(line.split(' simulate ')[1]?.split(' ') ?? []);
  expect(replay.status).toBe(1);
  expect(replay.text).toContain(failed.text.split('\n').find((one) => one.includes('has read up to')) ?? '?');
  const sound = await run(['--runs', '1', '--kiosks', `${kiosks}`, '--json']);
  expect(sound.status).toBe(0);
  expect(JSON.parse(sound.text)).toMatchObject({ runs: 1, violations: [], shortest: null });
}, 900_000);
