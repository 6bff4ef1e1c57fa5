import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import {
  callsTools,
  type ModelEndpoint,
  says,
  startModelEndpoint,
} from '../integration/agent/model-endpoint.ts';
import { type Dialogue, readDialogues } from './form.ts';
import { compare, comparisonText, holds } from './report/baseline.ts';
import { passAll, passesUpTo } from './report/passes.ts';
import { tableOf } from './report/table.ts';
import { createRunner, type Outcome } from './run.ts';
import { runEval } from './run-eval.ts';

const open: ModelEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function command(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const status = await runEval(argv, { input: new PassThrough(), output, errors, environment });
  const textOf = (stream: PassThrough): string => String(stream.read() ?? '');
  return { status, output: textOf(output), errors: textOf(errors) };
}

describe('npm run eval', () => {
  it.each([
    [['--set', 'third'], '--set must be one of first, second'],
    [['--k', '4'], '--k is for --planner llm'],
    [['--planner', 'llm', '--k', '0'], '--k wants a whole number'],
    [['--language', 'fr'], '--language must be one of'],
    [['--only', 'there is none of that name'], 'There is no such dialogue'],
    [['--find', 'sarees'], '--find wants arguments'],
    [['--plan'], '--plan'],
    [['--planner', 'llm', '--only', 'first-en-hello'], 'set OPENAI_API_KEY'],
  ])('ends with 2 and says what is wrong: %j', async (argv, words) => {
    const { status, errors } = await command(argv);
    expect(errors).toContain(words);
    expect(status).toBe(2);
  });

  it('plays what is asked for, and prints it for people and for programs', async () => {
    const table = await command(['--only', 'first-en-weather']);
    expect(table.output).toContain('by kind\n  out-of-scope                      1');
    const { status, output } = await command(['--only', 'first-en-weather', '--json']);
    expect(JSON.parse(output)).toMatchObject({ totals: [{ planner: 'offline', all: { dialogues: 1 } }] });
    expect(status).toBe(0);
  });

  it('tries a real endpoint k times, and tells pass^1 to pass^k, tokens and time', async () => {
    // Right in the first and the third trial.
    const look = callsTools(['get_cart', '{}']);
    const endpoint = await startModelEndpoint([
      look,
      says('Your bag.'),
      says('I do not know.'),
      look,
      says('Your bag.'),
      says('I do not know.'),
    ]);
    open.push(endpoint);
    const { status, output } = await command(
      ['--planner', 'llm', '--k', '4', '--only', 'first-en-bag-total', '--json'],
      { OPENAI_API_KEY: 'test', AISLE_LLM_BASE_URL: endpoint.baseUrl, AISLE_LLM_MODEL: 'scripted' },
    );
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      trials: { dialogues: 1, k: 4, passes: [0.5, 1 / 6, 0, 0], tokens: 0 },
    });
  });
});

describe('pass^k', () => {
  it('is estimated by how many draws without putting back are all passed', () => {
    expect(passAll(4, 2, 1)).toBe(0.5);
    expect(passAll(4, 2, 2)).toBeCloseTo(1 / 6);
    expect(passAll(4, 2, 3)).toBe(0);
    expect(passAll(4, 4, 4)).toBe(1);
    expect(passesUpTo(2, [2, 1, 0])).toEqual([0.5, 1 / 3]);
  });
});

const dialogues = readDialogues();
const named = (id: string): Dialogue => {
  const found = dialogues.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
};
const withCalls = (dialogue: Dialogue, calls: Dialogue['turns'][number]['calls']): Dialogue => ({
  ...dialogue,
  turns: dialogue.turns.map((turn, index) => (index < dialogue.turns.length - 1 ? turn : { ...turn, calls })),
});

describe('scores', () => {
  const runner = createRunner();
  const scoreOf = async (dialogue: Dialogue) => {
    const { tools, arguments: given, state, problems } = (await runner.run(dialogue)).score;
    return { tools, arguments: given, state, problems: problems.length > 0 };
  };
  const right = { tools: true, arguments: true, state: true, problems: false };
  const add = (quantity: number, colour = 'Black') => ({
    tool: 'update_cart',
    arguments: { handle: 'ajrakh-stole', colour, quantity },
  });

  it('take whatever names the same piece', async () => {
    const bySku = { tool: 'update_cart', arguments: { sku: 'AST01-BLAC', quantity: 1 } };
    expect(await scoreOf(withCalls(named('first-en-add-in-black'), [bySku]))).toEqual(right);
  });

  it.each([
    ['another tool', [{ tool: 'reserve_for_trial', arguments: {} }], { tools: false, arguments: false }],
    ['nothing', [], { tools: false, arguments: false, state: false }],
    [
      'one more',
      [add(1), { tool: 'create_payment_link', arguments: {} }],
      { tools: false, arguments: false },
    ],
    ['another quantity', [add(2)], { tools: true, arguments: false, state: false }],
    ['another piece', [add(1, 'Madder')], { tools: true, arguments: false, state: false }],
  ])('are wrong where %s is expected', async (_name, calls, wrong) => {
    expect(await scoreOf(withCalls(named('first-en-add-in-black'), calls))).toMatchObject({
      ...wrong,
      problems: true,
    });
  });

  it('are wrong where the rows are said to be others, whatever was called', async () => {
    const dialogue = { ...named('first-en-add-in-black'), end: { cart: [] } };
    expect(await scoreOf(dialogue)).toEqual({ ...right, state: false, problems: true });
  });

  it('are wrong where something was written that nobody expected', async () => {
    const dialogue = named('first-en-no-reserve');
    const agreed = { ...dialogue, turns: dialogue.turns.map((turn) => ({ ...turn, confirm: true })) };
    expect((await scoreOf({ ...agreed, end: { tryOn: [] } })).state).toBe(false);
  });
});

describe('the baseline', () => {
  const outcome = (id: string, tools: boolean): Outcome => ({
    dialogue: { ...named('first-en-hello'), id },
    planner: 'offline',
    worker: 'none',
    score: { tools, arguments: tools, state: true, problems: tools ? [] : ['wrong'] },
    tokens: 0,
    milliseconds: 1,
  });
  const before = {
    offline: { kept: ['right' as const], worse: ['right' as const], gone: ['right' as const] },
  };

  it('fails on what falls or goes, and names it', () => {
    const compared = compare(
      before,
      [outcome('kept', true), outcome('worse', false), outcome('new', false)],
      true,
    );
    expect(compared).toMatchObject({ fallen: ['worse: tools, arguments'], gone: ['gone'], added: 1 });
    expect(holds(compared)).toBe(false);
    expect(comparisonText(compared)).toContain('fallen behind the baseline:\n  worse: tools, arguments');
  });

  it('takes a part for no loss of the rest, and a new wrong one for no fall', () => {
    expect(holds(compare(before, [outcome('kept', true), outcome('new', false)], false))).toBe(true);
  });

  it('shows both sets and how far apart they are', () => {
    const second = outcome('second', false);
    const table = tableOf([
      outcome('first', true),
      { ...second, dialogue: { ...second.dialogue, set: 'second' } },
    ]);
    expect(table).toMatch(/first set +1 +100\.0 % +100\.0 % +100\.0 %\nsecond set +1 +0\.0 % /);
    expect(table).toMatch(/distance +−100\.0 +−100\.0 +\+0\.0/);
  });
});
