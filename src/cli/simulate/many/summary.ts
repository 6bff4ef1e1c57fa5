import { createHash } from 'node:crypto';
import { addCoverage, type Coverage } from '../truth/coverage.ts';
import type { DemandFigures } from '../truth/demand.ts';
import type { Violation } from '../truth/violation.ts';
import type { RunRecord } from './run-record.ts';

/** What many runs of one engine come to. */
export interface Summary {
  readonly engine: string;
  readonly runs: number;
  readonly steps: number;
  readonly events: number;
  /** Of all runs, in the order of their seeds. */
  readonly traceHash: string;
  readonly violations: readonly (Violation & { readonly seed: number })[];
  /** Runs in which more was promised than there was. */
  readonly oversold: number;
  readonly demand: DemandFigures;
  /** Of those who asked at a kiosk that was cut off. */
  readonly demandCutOff: DemandFigures;
  /** How often each thing that can befall a run has come about. */
  readonly coverage: Coverage;
  readonly medians: {
    readonly steps: number;
    readonly events: number;
    readonly virtualMinutes: number;
    readonly milliseconds: number;
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const addDemand = (figures: readonly DemandFigures[]): DemandFigures => ({
  asked: sum(figures.map(({ asked }) => asked)),
  possible: sum(figures.map(({ possible }) => possible)),
  served: sum(figures.map(({ served }) => served)),
});

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** `records` in the order of their seeds. */
export function summarise(records: readonly RunRecord[], engine: string): Summary {
  const own = records.filter((record) => record.engine === engine);
  const hash = createHash('sha256');
  for (const { traceHash } of own) hash.update(traceHash);
  return {
    engine,
    runs: own.length,
    steps: sum(own.map(({ steps }) => steps)),
    events: sum(own.map(({ events }) => events)),
    traceHash: hash.digest('hex').slice(0, 16),
    violations: own.flatMap(({ seed, violation }) => (violation ? [{ seed, ...violation }] : [])),
    oversold: own.filter(({ violation }) => violation?.invariant === 'oversold').length,
    demand: addDemand(own.map(({ demand }) => demand)),
    demandCutOff: addDemand(own.map(({ cutOffDemand }) => cutOffDemand)),
    coverage: addCoverage(own.map(({ coverage }) => coverage)),
    medians: {
      steps: median(own.map(({ steps }) => steps)),
      events: median(own.map(({ events }) => events)),
      virtualMinutes: rounded(median(own.map(({ lasted }) => lasted)) / 60_000),
      milliseconds: rounded(median(own.map(({ took }) => took))),
    },
  };
}
