import type { Summary } from './many/summary.ts';
import type { DemandFigures } from './truth/demand.ts';

const share = (part: number, whole: number): string =>
  whole === 0 ? 'none to count' : `${((100 * part) / whole).toFixed(1)} %`;

const demandText = ({ served, possible, asked }: DemandFigures): string =>
  `${served} of ${possible} that could be served (${share(served, possible)}), of ${asked} asked`;

/** Seeds that are named of each kind: every one can be played again by itself. */
export const mostSeeds = 12;

const named = (seeds: readonly number[]): string =>
  `${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.slice(0, mostSeeds).join(', ')}${seeds.length > mostSeeds ? ', …' : ''}`;

/** One engine's figures, as lines. */
export function summaryText(summary: Summary): string {
  const { medians, violations } = summary;
  const kinds = new Map<string, number[]>();
  for (const { invariant, seed } of violations) kinds.set(invariant, [...(kinds.get(invariant) ?? []), seed]);
  const broken = [...kinds].map(([kind, seeds]) => `${kind} in ${seeds.length} (${named(seeds)})`).join(', ');
  return [
    `${summary.engine}: ${summary.runs} runs, ${summary.steps} steps, ${summary.events} events`,
    `  broken invariants   ${violations.length === 0 ? 'none' : broken}`,
    `  oversold            in ${share(summary.oversold, summary.runs)} of the runs`,
    `  served              ${demandText(summary.demand)}`,
    `  served while cut off ${demandText(summary.demandCutOff)}`,
    `  a run (medians)     ${medians.steps} steps, ${medians.events} events, ${medians.virtualMinutes} virtual minutes, ${medians.milliseconds} ms`,
    `  trace hash          ${summary.traceHash}`,
    '',
  ].join('\n');
}
