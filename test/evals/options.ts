import { parseArgs } from 'node:util';
import { languageOf } from '../../src/cli/agent/run-agent.ts';
import { UsageError } from '../../src/cli/command.ts';
import type { Language } from '../../src/contracts/primitives.ts';
import { type DialogueSet, sets } from './form.ts';

export interface EvalOptions {
  /** Part of the id. */
  readonly only: string | undefined;
  readonly set: DialogueSet | undefined;
  readonly language: Language | undefined;
  /** `llm`: the model at a real endpoint. */
  readonly planner: 'offline' | 'scripted' | 'llm' | undefined;
  readonly k: number;
  readonly json: boolean;
  readonly updateBaseline: boolean;
  /** What `--shop` was followed by: nothing for the whole list, or a query. */
  readonly shop: boolean;
  readonly find: string | undefined;
  readonly help: boolean;
}

export const evalHelp = `Usage: npm run eval -- [OPTIONS]

Plays the dialogues of test/evals/dialogues against a real shop and scores the tools that were called, their arguments and the
rows at the end. Prints a table by worker, language and kind, and compares with test/evals/baseline.json.

Options:
  --only TEXT             dialogues with this in their id
  --set first|second      one set; first is what the planner was tuned to
  --language en|hi|es|ar  dialogues in one language
  --planner offline|scripted|llm
                          dialogues of one planner (both of the first two); llm plays all that have no script with the model
                          at a real endpoint, by OPENAI_API_KEY, AISLE_LLM_BASE_URL or OPENAI_BASE_URL, and AISLE_LLM_MODEL
  --k N                   with --planner llm: plays each dialogue N times, prints pass^1 to pass^N (1)
  --json                  one JSON object on stdout
  --update-baseline       keeps what was found as the baseline
  --shop                  prints what a dialogue can be about: pieces, words, offers, shops, customers, orders, tools
  --find JSON             prints what search_catalog shows for these arguments in the sample shop
  --help                  this text

Exit status: 0 as the baseline or better, 1 something fell, 2 bad options or no key.
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readEvalOptions(argv: readonly string[]): EvalOptions {
  const { values } = parsed(argv);
  const k = values.k ?? '1';
  if (!/^[1-9]\d?$/u.test(k)) throw new UsageError(`--k wants a whole number from 1 to 99, not '${k}'.`);
  if (values.k !== undefined && values.planner !== 'llm') throw new UsageError('--k is for --planner llm.');
  if (values['update-baseline'] && values.planner === 'llm') {
    throw new UsageError('A real model has no baseline: leave --update-baseline or --planner llm out.');
  }
  return {
    only: values.only,
    set: oneOf('set', values.set, sets),
    language: values.language === undefined ? undefined : languageOf(values.language),
    planner: oneOf('planner', values.planner, ['offline', 'scripted', 'llm'] as const),
    k: Number(k),
    json: values.json,
    updateBaseline: values['update-baseline'],
    shop: values.shop,
    find: values.find,
    help: values.help,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        only: { type: 'string' },
        set: { type: 'string' },
        language: { type: 'string' },
        planner: { type: 'string' },
        k: { type: 'string' },
        json: { type: 'boolean', default: false },
        'update-baseline': { type: 'boolean', default: false },
        shop: { type: 'boolean', default: false },
        find: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

function oneOf<T extends string>(name: string, text: string | undefined, known: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = known.find((one) => one === text);
  if (found === undefined)
    throw new UsageError(`--${name} must be one of ${known.join(', ')}, not '${text}'.`);
  return found;
}
