import type { CommandStreams } from '../../src/cli/command.ts';
import { UsageError } from '../../src/cli/command.ts';
import type { ChatModel } from '../../src/core/agent/chat-model.ts';
import { createOpenAiChatModel } from '../../src/platform/llm/openai-chat-model.ts';
import { readModelSettings } from '../../src/platform/llm/settings.ts';
import { type Dialogue, readDialogues } from './form.ts';
import { type EvalOptions, evalHelp, readEvalOptions } from './options.ts';
import { compare, comparisonText, holds, readBaseline, updated, writeBaseline } from './report/baseline.ts';
import { describeShop, findInShop } from './report/describe-shop.ts';
import { tableOf, wrongOnes } from './report/table.ts';
import { ofSet, totalsOf } from './report/totals.ts';
import { trialsOf, trialsText } from './report/trials.ts';
import { createRunner, type Outcome, plannerOf } from './run.ts';

/** The whole command `npm run eval`; gives its exit status. */
export async function runEval(argv: readonly string[], streams: CommandStreams): Promise<number> {
  try {
    const options = readEvalOptions(argv);
    const { output } = streams;
    if (options.help) {
      output.write(evalHelp);
      return 0;
    }
    if (options.shop || options.find !== undefined) {
      output.write(options.find === undefined ? await describeShop() : await findInShop(options.find));
      return 0;
    }
    return await evaluate(options, streams);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    streams.errors.write(`eval: ${error.message}\n`);
    return 2;
  }
}

async function evaluate(options: EvalOptions, streams: CommandStreams): Promise<number> {
  const dialogues = readDialogues().filter((dialogue) => isAskedFor(dialogue, options));
  if (dialogues.length === 0) throw new UsageError('There is no such dialogue.');
  if (options.planner === 'llm') {
    const settings = readModelSettings(streams.environment);
    if (!settings.ok) throw new UsageError(settings.failure.message);
    if (settings.value === undefined) {
      throw new UsageError(
        '--planner llm asks a real model: set OPENAI_API_KEY (and AISLE_LLM_BASE_URL, AISLE_LLM_MODEL).',
      );
    }
    return withModel(dialogues, createOpenAiChatModel(settings.value), options, streams);
  }
  const outcomes = await playAll(dialogues, undefined, 1, streams);
  const whole =
    options.only === undefined &&
    options.set === undefined &&
    options.language === undefined &&
    options.planner === undefined;
  const before = readBaseline();
  if (options.updateBaseline) writeBaseline(updated(before, outcomes, whole));
  const comparison = compare(options.updateBaseline ? readBaseline() : before, outcomes, whole);
  const { output } = streams;
  if (options.json) output.write(`${JSON.stringify({ ...asJson(outcomes), comparison })}\n`);
  else {
    const wrong = wrongOnes(outcomes);
    output.write(
      `${wrong === '' ? '' : `${wrong}\n\n`}${tableOf(outcomes)}\n\n${comparisonText(comparison)}\n`,
    );
  }
  return holds(comparison) ? 0 : 1;
}

/** A real model is no two times the same: its runs are measured and compared with nothing. */
async function withModel(
  dialogues: readonly Dialogue[],
  endpoint: ChatModel,
  { k, json }: EvalOptions,
  streams: CommandStreams,
): Promise<number> {
  const outcomes = await playAll(dialogues, endpoint, k, streams);
  const trials = trialsOf(outcomes, k);
  if (json) streams.output.write(`${JSON.stringify({ ...asJson(outcomes), trials })}\n`);
  else streams.output.write(`${wrongOnes(outcomes)}\n\n${tableOf(outcomes)}\n\n${trialsText(trials)}\n`);
  return 0;
}

function isAskedFor(dialogue: Dialogue, { only, set, language, planner }: EvalOptions): boolean {
  return (
    (only === undefined || dialogue.id.includes(only)) &&
    (set === undefined || dialogue.set === set) &&
    (language === undefined || dialogue.language === language) &&
    (planner === undefined || plannerOf(dialogue) === (planner === 'llm' ? 'offline' : planner))
  );
}

async function playAll(
  dialogues: readonly Dialogue[],
  endpoint: ChatModel | undefined,
  times: number,
  { errors }: CommandStreams,
): Promise<readonly Outcome[]> {
  const runner = createRunner();
  const outcomes: Outcome[] = [];
  for (const [index, dialogue] of dialogues.entries()) {
    for (let trial = 0; trial < times; trial += 1) outcomes.push(await runner.run(dialogue, endpoint));
    if ((index + 1) % 50 === 0) errors.write(`${index + 1} of ${dialogues.length}\n`);
  }
  return outcomes;
}

const asJson = (outcomes: readonly Outcome[]) => ({
  totals: [...new Set(outcomes.map(({ planner }) => planner))].map((planner) => {
    const played = outcomes.filter((outcome) => outcome.planner === planner);
    return {
      planner,
      all: totalsOf(played),
      first: totalsOf(ofSet(played, 'first')),
      second: totalsOf(ofSet(played, 'second')),
    };
  }),
  dialogues: outcomes.map(
    ({ dialogue: { id, set, language, kind }, planner, worker, score, tokens, milliseconds }) => ({
      id,
      set,
      language,
      kind,
      planner,
      worker,
      ...score,
      tokens,
      milliseconds: Math.round(milliseconds),
    }),
  ),
});
