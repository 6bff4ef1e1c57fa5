import type { Command, CommandStreams } from '../command.ts';
import { mutantNames } from './engines/by-name.ts';
import { type FailingHistory, historyText, shortenHistory } from './failing-history.ts';
import { openPlayGround } from './many/play-ground.ts';
import { runMany } from './many/run-many.ts';
import type { RunRecord } from './many/run-record.ts';
import { type Summary, summarise } from './many/summary.ts';
import { makePlan } from './plan/make-plan.ts';
import { keepItems } from './plan/shrink.ts';
import { showProgress } from './progress.ts';
import { summaryText } from './report-text.ts';
import { readSimulateOptions, type SimulateOptions, simulateHelp } from './simulate-options.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'play shops with a bad network and crashes on a virtual clock, and check what must hold',
  help: simulateHelp,
  run: async (argv, streams) => {
    const options = readSimulateOptions(argv);
    const began = performance.now();
    const records = await play(options, streams);
    const [tested, ...others] = enginesOf(options).map((engine) => summarise(records, engine));
    if (tested === undefined) return 2;
    const failing = tested.violations[0];
    const history = failing === undefined ? undefined : await shorten(options, failing.seed);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    streams.output.write(
      options.json
        ? `${JSON.stringify(asJson(options, tested, others, history, seconds))}\n`
        : asText(tested, others, history, seconds),
    );
    return tested.violations.length === 0 ? 0 : 1;
  },
};

/** The naive engine is nothing to look at without the one that ships beside it. */
const enginesOf = ({ engine }: SimulateOptions): readonly string[] =>
  engine === 'naive' ? ['naive', 'escrow'] : [engine];

async function play(options: SimulateOptions, streams: CommandStreams): Promise<readonly RunRecord[]> {
  const { seed, kiosks, steps, engine, keep } = options;
  if (keep !== null) {
    const ground = await openPlayGround(kiosks);
    try {
      const began = performance.now();
      const { trace: _, ...outcome } = await ground.play(
        keepItems(makePlan(seed, kiosks, steps), keep),
        engine,
      );
      return [{ ...outcome, engine, took: performance.now() - began }];
    } finally {
      ground.close();
    }
  }
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  const engines = enginesOf(options);
  const progress = showProgress({ ...options, engines: engines.length }, streams);
  try {
    return await runMany({ ...options, engines, signal: stopping.signal, onRecords: progress.note });
  } finally {
    process.removeListener('SIGINT', stop);
    progress.end();
  }
}

async function shorten(
  { engine, kiosks, steps }: SimulateOptions,
  seed: number,
): Promise<FailingHistory | undefined> {
  const ground = await openPlayGround(kiosks);
  try {
    return await shortenHistory(ground, makePlan(seed, kiosks, steps), {
      engine,
      mutant: mutantNames.includes(engine),
    });
  } finally {
    ground.close();
  }
}

function asText(
  tested: Summary,
  others: readonly Summary[],
  history: FailingHistory | undefined,
  seconds: number,
): string {
  const parts = [tested, ...others].map(summaryText);
  if (history) parts.push(historyText(history));
  return `${parts.join('\n')}\n${seconds} s\n`;
}

function asJson(
  { seed, kiosks, steps }: SimulateOptions,
  tested: Summary,
  others: readonly Summary[],
  history: FailingHistory | undefined,
  seconds: number,
): Record<string, unknown> {
  return { seed, kiosks, stepsAtMost: steps, ...tested, beside: others, shortest: history ?? null, seconds };
}
