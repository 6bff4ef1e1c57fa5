import { type ChildProcess, fork } from 'node:child_process';
import { CommandFailure } from '../../command.ts';
import { program } from '../../processes.ts';
import type { RunRecord, WorkOrder } from './run-record.ts';

export interface ManyRuns {
  /** Of the first run; each next run has the next one. */
  readonly seed: number;
  readonly runs: number;
  readonly kiosks: number;
  /** Of each seed's plan, how many at most; null for all. */
  readonly steps: number | null;
  readonly jobs: number;
  readonly engines: readonly string[];
  /** Ends the work early; what is done by then is given. */
  readonly signal?: AbortSignal;
  /** Hears of each finished seed's records, in no order. */
  readonly onRecords?: (records: readonly RunRecord[]) => void;
}

/** Seeds that a worker gets at a time: enough to keep it busy, few enough that all end together. */
const largestOrder = 20;
/** Runs of one process: what is left of those behind it (8 MB and 14 open files of a closed database each) goes when it ends. */
const longestService = 100;

/** Shares the runs among processes. Gives their records in the order of the seeds, whoever played them. */
export async function runMany(options: ManyRuns): Promise<readonly RunRecord[]> {
  const { seed, runs, kiosks, steps, engines } = options;
  const failing = new AbortController();
  const signal = AbortSignal.any(options.signal ? [options.signal, failing.signal] : [failing.signal]);
  const jobs = Math.min(options.jobs, runs);
  const records: RunRecord[] = [];
  let next = 0;
  const takeOrder = (): WorkOrder | undefined => {
    if (next >= runs || signal.aborted) return undefined;
    const count = Math.max(1, Math.min(largestOrder, Math.ceil((runs - next) / (2 * jobs))));
    const seeds = Array.from({ length: Math.min(count, runs - next) }, (_, index) => seed + next + index);
    next += seeds.length;
    return { seeds, kiosks, steps, engines };
  };
  const onRecords = (got: readonly RunRecord[]): void => {
    records.push(...got);
    options.onRecords?.(got);
  };
  const work = async (): Promise<void> => {
    try {
      while (await serve(takeOrder, onRecords, signal));
    } catch (error) {
      // The others would go on for nothing.
      failing.abort();
      throw error;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  const place = (record: RunRecord): number => record.seed * engines.length + engines.indexOf(record.engine);
  return records.sort((one, other) => place(one) - place(other));
}

/** One worker process, from its start until its service is over. Gives whether another one is to go on. */
function serve(
  takeOrder: () => WorkOrder | undefined,
  onRecords: (records: readonly RunRecord[]) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const first = takeOrder();
  if (first === undefined) return Promise.resolve(false);
  return new Promise((resolve, reject) => {
    const worker: ChildProcess = fork(program('simulate-worker'), [], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let finished = false;
    let played = 0;
    const finish = (): void => {
      finished = true;
      signal.removeEventListener('abort', finish);
      worker.kill('SIGTERM');
    };
    signal.addEventListener('abort', finish, { once: true });
    worker.on('message', (records: readonly RunRecord[]) => {
      onRecords(records);
      played += records.length;
      if (finished) return;
      const order = played < longestService ? takeOrder() : undefined;
      if (order === undefined) finish();
      else worker.send(order);
    });
    worker.once('error', reject);
    worker.once('exit', (code, killed) => {
      if (finished) resolve(!signal.aborted);
      else reject(new CommandFailure(`A process of the simulation ended by ${killed ?? `status ${code}`}.`));
    });
    worker.send(first);
  });
}
