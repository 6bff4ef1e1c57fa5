import { beforeAll, describe, expect, it } from 'vitest';
import { type Dialogue, type DialogueSet, readDialogues } from './form.ts';
import { compare, readBaseline, shareOf } from './report/baseline.ts';
import { createRunner, type Outcome, plannerOf } from './run.ts';

/** Part of the dialogues, on a machine that does other things as well. */
const patienceMs = 10 * 60_000;
/** Goals of the offline planner, and how far (in points of a hundred) a set that it was not tuned to may fall behind. */
const goals = { tools: 0.95, arguments: 0.9, distance: 0.05 };
/** Every so many are played here; `npm run eval` plays all. */
const stride = 6;

const dialogues: readonly Dialogue[] = readDialogues();
const baseline = readBaseline();
const played = dialogues.filter(
  (dialogue, index) => plannerOf(dialogue) === 'scripted' || index % stride === 0,
);
const outcomes: Outcome[] = [];

const idsOf = (set: DialogueSet): readonly string[] =>
  dialogues
    .filter((dialogue) => dialogue.set === set && plannerOf(dialogue) === 'offline')
    .map(({ id }) => id);

describe('dialogues', () => {
  beforeAll(async () => {
    const runner = createRunner();
    for (const dialogue of played) outcomes.push(await runner.run(dialogue));
  }, patienceMs);

  it('are as right as the baseline says', () => {
    expect(compare(baseline, outcomes, false).fallen).toEqual([]);
  });

  it('with a scripted model are all won, whatever it does', () => {
    const scripted = outcomes.filter(({ planner }) => planner === 'scripted');
    expect(scripted.flatMap(({ score }) => score.problems)).toEqual([]);
  });
});

describe('the baseline', () => {
  it('knows every dialogue, and no other', () => {
    const known = [baseline.offline, baseline.scripted].flatMap((rows) => Object.keys(rows ?? {}));
    expect(known.sort()).toEqual(dialogues.map(({ id }) => id).sort());
  });

  it('says that the offline planner is right as often as it must', () => {
    for (const measure of ['tools', 'arguments'] as const) {
      expect(shareOf(baseline, idsOf('first'), measure), measure).toBeGreaterThanOrEqual(goals[measure]);
    }
  });

  it('says that it is right about as often where nobody tuned it', () => {
    for (const measure of ['tools', 'arguments'] as const) {
      const [first, second] = (['first', 'second'] as const).map((set) =>
        shareOf(baseline, idsOf(set), measure),
      );
      expect((first ?? 0) - (second ?? 0), measure).toBeLessThanOrEqual(goals.distance);
    }
  });
});
