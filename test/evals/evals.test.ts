import { beforeAll, describe, expect, it } from 'vitest';
import { type Dialogue, readDialogues } from './form.ts';
import { compare, readBaseline } from './report/baseline.ts';
import { ofSet, share, totalsOf } from './report/totals.ts';
import { createRunner, type Outcome } from './run.ts';

/** All dialogues, on a machine that does other things as well. */
const patienceMs = 15 * 60_000;
/** Goals of the offline planner, and how far (in points of a hundred) a set that it was not tuned to may fall behind. */
const goals = { tools: 0.95, arguments: 0.9, distance: 0.05 };

const dialogues: readonly Dialogue[] = readDialogues();
const outcomes: Outcome[] = [];

beforeAll(async () => {
  const runner = createRunner();
  for (const dialogue of dialogues) outcomes.push(await runner.run(dialogue));
}, patienceMs);

const played = (planner: 'offline' | 'scripted') => outcomes.filter((outcome) => outcome.planner === planner);

describe('dialogues', () => {
  it('are as right as the baseline says, each of them', () => {
    const { fallen, gone } = compare(readBaseline(), outcomes, true);
    expect({ fallen, gone }).toEqual({ fallen: [], gone: [] });
  });

  it('are won by the offline planner as often as it must', () => {
    const totals = totalsOf(ofSet(played('offline'), 'first'));
    expect(share(totals, 'tools')).toBeGreaterThanOrEqual(goals.tools);
    expect(share(totals, 'arguments')).toBeGreaterThanOrEqual(goals.arguments);
  });

  it('that nobody tuned it to are won about as often', () => {
    const [first, second] = [
      totalsOf(ofSet(played('offline'), 'first')),
      totalsOf(ofSet(played('offline'), 'second')),
    ];
    for (const measure of ['tools', 'arguments'] as const) {
      expect(share(first, measure) - share(second, measure), measure).toBeLessThanOrEqual(goals.distance);
    }
  });

  it('with a scripted model are all won, whatever it does', () => {
    expect(played('scripted').flatMap(({ score }) => score.problems)).toEqual([]);
  });
});
