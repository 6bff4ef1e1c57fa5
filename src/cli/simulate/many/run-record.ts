import type { RunOutcome } from '../run-plan.ts';

/** What is kept of one run. */
export interface RunRecord extends Omit<RunOutcome, 'trace'> {
  readonly engine: string;
  /** Real milliseconds. */
  readonly took: number;
}

/** What a worker process is asked to do. */
export interface WorkOrder {
  readonly seeds: readonly number[];
  readonly kiosks: number;
  /** Of each seed's plan, how many at most; null for all. */
  readonly steps: number | null;
  /** Each seed is played with each of them. */
  readonly engines: readonly string[];
}
