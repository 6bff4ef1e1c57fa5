import type { CommandStreams } from '../command.ts';
import type { RunRecord } from './many/run-record.ts';
import { mostSeeds } from './report-text.ts';
import type { SimulateOptions } from './simulate-options.ts';

/** What is shown while the runs are played: how many on a terminal, and a broken run as soon as it is known. */
export interface Progress {
  readonly note: (records: readonly RunRecord[]) => void;
  readonly end: () => void;
}

export function showProgress(
  { engine, engines, runs }: Pick<SimulateOptions, 'engine' | 'runs'> & { readonly engines: number },
  { errors }: CommandStreams,
): Progress {
  const onTerminal = 'isTTY' in errors && errors.isTTY === true;
  const clear = onTerminal ? '\r\u001b[K' : '';
  let done = 0;
  let broken = 0;
  return {
    note: (records) => {
      done += records.length / engines;
      for (const { seed, violation, engine: played } of records) {
        // Of naive and of mutants it is expected.
        if (!violation || played !== engine || engine !== 'escrow') continue;
        broken += 1;
        if (broken <= mostSeeds) errors.write(`${clear}broken: ${violation.invariant}, seed ${seed}\n`);
      }
      if (onTerminal) errors.write(`\r${done} of ${runs} runs `);
    },
    end: () => {
      if (onTerminal) errors.write(clear);
    },
  };
}
