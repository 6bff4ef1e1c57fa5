import type { DialogueSet } from '../form.ts';
import type { Outcome } from '../run.ts';

export interface Totals {
  readonly dialogues: number;
  /** Dialogues of which it is right, in turns of which all must be. */
  readonly tools: number;
  readonly arguments: number;
  readonly state: number;
}

export const measures = ['tools', 'arguments', 'state'] as const;
type Measure = (typeof measures)[number];

export const totalsOf = (outcomes: readonly Outcome[]): Totals => ({
  dialogues: outcomes.length,
  tools: count(outcomes, 'tools'),
  arguments: count(outcomes, 'arguments'),
  state: count(outcomes, 'state'),
});

const count = (outcomes: readonly Outcome[], measure: Measure): number =>
  outcomes.filter(({ score }) => score[measure]).length;

/** In [0, 1]; 1 of nothing. */
export const share = (totals: Totals, measure: Measure): number =>
  totals.dialogues === 0 ? 1 : totals[measure] / totals.dialogues;

export const ofSet = (outcomes: readonly Outcome[], set: DialogueSet): readonly Outcome[] =>
  outcomes.filter(({ dialogue }) => dialogue.set === set);

export function groupedBy(
  outcomes: readonly Outcome[],
  key: (outcome: Outcome) => string,
): readonly (readonly [name: string, totals: Totals])[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const name = key(outcome);
    groups.set(name, [...(groups.get(name) ?? []), outcome]);
  }
  return [...groups]
    .map(([name, members]) => [name, totalsOf(members)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
