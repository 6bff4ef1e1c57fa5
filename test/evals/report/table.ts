import { sets } from '../form.ts';
import type { Outcome } from '../run.ts';
import { groupedBy, measures, ofSet, share, type Totals, totalsOf } from './totals.ts';

/** What is printed for people: planners one below the other, each by set, worker, language and kind. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const planners = [...new Set(outcomes.map(({ planner }) => planner))];
  return planners
    .map((planner) =>
      plannerTable(
        planner,
        outcomes.filter((outcome) => outcome.planner === planner),
      ),
    )
    .join('\n\n');
}

function plannerTable(planner: string, outcomes: readonly Outcome[]): string {
  const present = sets.filter((set) => ofSet(outcomes, set).length > 0);
  const lines = [
    row(`planner: ${planner}`, ['dialogues', 'tools', 'arguments', 'end state']),
    ...present.map((set) => totalsRow(`${set} set`, totalsOf(ofSet(outcomes, set)))),
  ];
  if (present.length === sets.length) lines.push(row('distance', ['', ...distances(outcomes)]));
  const groups = [
    ['worker', (outcome: Outcome) => outcome.worker],
    ['language', ({ dialogue }: Outcome) => dialogue.language],
    ['kind', ({ dialogue }: Outcome) => dialogue.kind],
  ] as const;
  for (const [name, key] of groups) {
    lines.push(
      `by ${name}`,
      ...groupedBy(outcomes, key).map(([group, totals]) => totalsRow(`  ${group}`, totals)),
    );
  }
  return lines.join('\n');
}

/** Points of a hundred by which the second set is above (+) or below (−) the first. */
function distances(outcomes: readonly Outcome[]): readonly string[] {
  const [first, second] = sets.map((set) => totalsOf(ofSet(outcomes, set))) as [Totals, Totals];
  return measures.map((measure) => {
    const points = (share(second, measure) - share(first, measure)) * 100;
    return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
  });
}

const totalsRow = (name: string, totals: Totals): string =>
  row(name, [
    `${totals.dialogues}`,
    ...measures.map((measure) => `${(share(totals, measure) * 100).toFixed(1)} %`),
  ]);

const row = (name: string, cells: readonly string[]): string =>
  [name.padEnd(26), ...cells.map((cell) => cell.padStart(11))].join('').trimEnd();

/** Of each dialogue that is wrong, what was expected and what came. */
export const wrongOnes = (outcomes: readonly Outcome[]): string =>
  outcomes
    .filter(({ score }) => score.problems.length > 0)
    .map(({ dialogue: { id, set }, score }) =>
      [`${id} (${set})`, ...score.problems.map((line) => `  ${line}`)].join('\n'),
    )
    .join('\n');
