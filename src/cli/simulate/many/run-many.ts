import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CommandFailure } from '../../command.ts';
import { nodeArguments } from '../../processes.ts';
import type { RunRecord, WorkOrder } from './run-record.ts';

export interface ManyRuns {
  /** Of the first run; each next run has the next one. */
  readonly seed: number;
  readonly runs: number;
  readonly kiosks: number;
  readonly jobs: number;
  readonly engines: readonly string[];
  /** Ends the work early; what is done by then is given. */
  readonly signal?: AbortSignal;
  /** Hears of each finished seed's records, in no order. */
  readonly onRecords?: (records: readonly RunRecord[]) => void;
}

const workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url));
/** Seeds that a worker gets at a time: enough to keep it busy, few enough that all end together. */
const largestOrder = 20;

/** Shares the runs among processes. Gives their records in the order of the seeds, whoever played them. */
export async function runMany(options: ManyRuns): Promise<readonly RunRecord[]> {
  const { seed, runs, kiosks, engines, signal } = options;
  const jobs = Math.min(options.jobs, runs);
  const records: RunRecord[] = [];
  let next = 0;
  const takeOrder = (): WorkOrder | undefined => {
    if (next >= runs || signal?.aborted) return undefined;
    const count = Math.max(1, Math.min(largestOrder, Math.ceil((runs - next) / (2 * jobs))));
    const seeds = Array.from({ length: Math.min(count, runs - next) }, (_, index) => seed + next + index);
    next += seeds.length;
    return { seeds, kiosks, engines };
  };
  const onRecords = (got: readonly RunRecord[]): void => {
    records.push(...got);
    options.onRecords?.(got);
  };
  await Promise.all(Array.from({ length: jobs }, () => workOff(takeOrder, onRecords, signal)));
  const place = (record: RunRecord): number => record.seed * engines.length + engines.indexOf(record.engine);
  return records.sort((one, other) => place(one) - place(other));
}

/** One worker process, from its start until there are no more orders. */
function workOff(
  takeOrder: () => WorkOrder | undefined,
  onRecords: (records: readonly RunRecord[]) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker: ChildProcess = fork(workerFile, [], {
      execArgv: [...nodeArguments],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    let finished = false;
    const finish = (): void => {
      finished = true;
      signal?.removeEventListener('abort', finish);
      worker.kill('SIGTERM');
    };
    const send = (): void => {
      const order = takeOrder();
      if (order === undefined) finish();
      else worker.send(order);
    };
    signal?.addEventListener('abort', finish, { once: true });
    worker.on('message', (records: readonly RunRecord[]) => {
      onRecords(records);
      if (!finished) send();
    });
    worker.once('error', reject);
    worker.once('exit', (code, killed) => {
      if (finished) resolve();
      else reject(new CommandFailure(`A process of the simulation ended by ${killed ?? `status ${code}`}.`));
    });
    send();
  });
}
