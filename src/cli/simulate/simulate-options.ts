import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';
import { engines, findEngine, mutantNames } from './engines/by-name.ts';
import { fewestSteps, mostSteps } from './plan/make-plan.ts';

export interface SimulateOptions {
  /** Of the first run; each next run has the next one. */
  readonly seed: number;
  readonly runs: number;
  readonly kiosks: number;
  /** Of each seed's plan, how many at most; null for all. */
  readonly steps: number | null;
  readonly jobs: number;
  /** Name of the engine under test. */
  readonly engine: string;
  readonly json: boolean;
  /** Places of the plan's items that are played; null for all. */
  readonly keep: readonly number[] | null;
}

const mostKiosks = 9;

export const simulateHelp = `Plays a shop with kiosks, a web shop and a bad network on a virtual clock, with the engine that ships,
and checks after every event that nothing is promised twice, lost or done twice.

Usage: aisle simulate [--seed N] [--runs N] [--kiosks N] [--steps N] [--jobs N] [--engine escrow|naive] [--mutant NAME] [--json]

  --seed N         seed of the first run, a whole number from 0 (default 1); each next run has the next one
  --runs N         how many (default 100)
  --kiosks N       kiosks in the shop, 1 to ${mostKiosks} (default 3)
  --steps N        plays at most so many of the first steps of each plan (default: all, ${fewestSteps} to ${mostSteps})
  --jobs N         processes that share the runs (default: one a core, here ${availableParallelism()})
  --engine NAME    escrow, as it ships (default); or naive, which promises by the stock row that it saw last
                   and oversells: it runs beside escrow on the same seeds
  --mutant NAME    the engine with one of its safeguards off; must be caught. One of
                   ${mutantNames.join(', ')}
  --keep I,J,…     plays only these steps of one seed's plan (with --runs 1); a failure prints the line to type
  --json           one JSON object on stdout; 'coverage' counts what has befallen the runs

Same seed and options, same trace hash. A seed that fails prints its shortest history and how to play it again.
Ctrl-C ends with what there is so far.

Exit status: 0 no invariant was broken, 1 one was (of naive and mutants too: there that is the point), 2 bad options.
`;

function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new UsageError(`--${name} wants a whole number from ${from} to ${to}, not '${text}'.`);
}

function chooseEngine(engine: string | undefined, mutant: string | undefined): string {
  if (mutant !== undefined) {
    if (engine !== undefined) throw new UsageError('a mutant is an engine: say either --engine or --mutant.');
    if (mutantNames.includes(mutant)) return mutant;
    throw new UsageError(`there is no mutant '${mutant}'. There are ${mutantNames.join(', ')}.`);
  }
  const name = engine ?? 'escrow';
  if (findEngine(name) !== undefined && !mutantNames.includes(name)) return name;
  const names = engines.map((one) => one.name).filter((one) => !mutantNames.includes(one));
  throw new UsageError(`there is no engine '${name}'. There are ${names.join(' and ')}.`);
}

/** Throws `UsageError` for anything but a usable command line. */
export function readSimulateOptions(argv: readonly string[]): SimulateOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: 'string', default: '1' },
      runs: { type: 'string' },
      kiosks: { type: 'string', default: '3' },
      steps: { type: 'string' },
      jobs: { type: 'string', default: `${availableParallelism()}` },
      engine: { type: 'string' },
      mutant: { type: 'string' },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const keep =
    values.keep === undefined
      ? null
      : values.keep.split(',').map((item) => wholeNumber('keep', item, 0, 999));
  const runs = wholeNumber('runs', values.runs ?? (keep === null ? '100' : '1'), 1, 10_000_000);
  if (keep !== null && runs !== 1) throw new UsageError('--keep is for one run: say --runs 1.');
  if (keep !== null && values.steps !== undefined)
    throw new UsageError('--keep says itself which steps are played: leave --steps out.');
  return {
    seed: wholeNumber('seed', values.seed, 0, Number.MAX_SAFE_INTEGER - runs),
    runs,
    kiosks: wholeNumber('kiosks', values.kiosks, 1, mostKiosks),
    steps: values.steps === undefined ? null : wholeNumber('steps', values.steps, 1, mostSteps),
    jobs: wholeNumber('jobs', values.jobs, 1, 64),
    engine: chooseEngine(values.engine, values.mutant),
    json: values.json,
    keep,
  };
}
