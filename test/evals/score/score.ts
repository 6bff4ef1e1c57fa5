import { isDeepStrictEqual } from 'node:util';
import type { ToolDescription } from '../../../src/core/agent/tool-catalogue.ts';
import type { Shop } from '../../../src/core/shop.ts';
import type { Dialogue, End, PlainCall } from '../form.ts';
import type { MadeCall, Played, PlayedTurn } from '../play/play.ts';
import { settle } from '../play/pointers.ts';
import type { ShopState } from '../shop/state.ts';
import { sameArguments } from './arguments.ts';

export interface Score {
  readonly tools: boolean;
  /** Wrong wherever the tools are. */
  readonly arguments: boolean;
  readonly state: boolean;
  /** What was expected and what came, for people. */
  readonly problems: readonly string[];
}

export interface JudgedTurns extends Omit<Score, 'state'> {
  /** Expected calls of each turn, settled: of alternatives the one that was made, or else the first. */
  readonly expected: readonly (readonly PlainCall[])[];
}

/** By how a call of a round begins, reads that a shopper's wish may need on the way to what is expected. */
const lookups = new Set([
  'search_catalog',
  'get_product',
  'find_stock',
  'get_cart',
  'list_reservations',
  'list_orders',
  'get_order',
  'list_offers',
]);

/** Judges the calls of a played dialogue, turn by turn. `lenient`: a model may look things up where the short form names every call. */
export async function judgeTurns(
  played: Played,
  tools: readonly ToolDescription[],
  shop: Shop,
  lenient: boolean,
): Promise<JudgedTurns> {
  const problems: string[] = [];
  const expected: (readonly PlainCall[])[] = [];
  let rightTools = true;
  let rightArguments = true;
  for (const one of played.turns) {
    const judged = await judgeTurn(one, tools, shop, lenient);
    expected.push(judged.expected);
    rightTools &&= judged.tools;
    rightArguments &&= judged.arguments;
    problems.push(...judged.problems);
  }
  return { expected, tools: rightTools, arguments: rightTools && rightArguments, problems };
}

async function judgeTurn(
  { turn, before, calls, text, outcome }: PlayedTurn,
  tools: readonly ToolDescription[],
  shop: Shop,
  lenient: boolean,
): Promise<{ tools: boolean; arguments: boolean; problems: string[]; expected: readonly PlainCall[] }> {
  const problems: string[] = [];
  const isRead = (tool: string): boolean =>
    tools.some(({ name, effect }) => name === tool && effect === 'read');
  if (outcome !== 'answered' || text.trim() === '') {
    problems.push(`'${turn.say}': ended ${outcome}${text.trim() === '' ? ', without a word' : ''}`);
  }
  for (const { tool } of calls) {
    if (turn.mustNot.includes(tool)) problems.push(`'${turn.say}': ${tool} must not be called`);
  }
  if (turn.calls === 'context') {
    // Whatever it wrote, what follows begins there.
    return { tools: problems.length === 0, arguments: true, problems, expected: calls };
  }
  const wanted: (readonly PlainCall[])[] = [];
  for (const one of turn.calls) {
    const choices = 'either' in one ? one.either : [one];
    wanted.push(await Promise.all(choices.map((choice) => settle(choice, before, shop))));
  }
  const exact = turn.exact && !lenient;
  const left = [...calls];
  const pairs: { made: MadeCall; choices: readonly PlainCall[] }[] = [];
  let last = -1;
  for (const choices of wanted) {
    const from = turn.anyOrder ? 0 : last + 1;
    const fitting = (made: MadeCall, index: number): boolean =>
      index >= from && choices.some(({ tool }) => tool === made.tool) && left[index] !== undefined;
    const index = await bestIndex(calls, fitting, choices, (choice, made) =>
      sameArguments(choice, made, before, shop),
    );
    const made = calls[index];
    if (made === undefined) {
      problems.push(`'${turn.say}': expected ${describe(choices)}, got ${describeAll(calls)}`);
      continue;
    }
    delete left[index];
    last = turn.anyOrder ? Math.max(last, index) : index;
    pairs.push({ made, choices });
  }
  for (const [index, made] of left.entries()) {
    if (made === undefined) continue;
    const onTheWay = index < last && lookups.has(made.tool) && !exact;
    if (!onTheWay && !(turn.mayLook && isRead(made.tool))) {
      problems.push(
        `'${turn.say}': ${describe([made])} is one call too many; expected ${wanted.map(describe).join(', ') || 'none'}`,
      );
    }
  }
  const right = problems.length === 0;
  const expected: PlainCall[] = [];
  let argumentsRight = true;
  for (const { made, choices } of pairs) {
    const matching = await firstMatching(choices, (choice) =>
      choice.tool === made.tool ? sameArguments(choice, made, before, shop) : Promise.resolve(false),
    );
    const first = choices[0] ?? { tool: made.tool, arguments: {} };
    expected.push(matching === undefined ? asFirst(first) : asMade(matching, made));
    if (matching !== undefined) continue;
    argumentsRight = false;
    problems.push(`'${turn.say}': expected ${describe(choices)}, got ${describe([made])}`);
  }
  const missing = wanted.filter((choices) => !pairs.some((pair) => pair.choices === choices));
  expected.push(...missing.flatMap((choices) => choices.slice(0, 1).map(asFirst)));
  return { tools: right, arguments: argumentsRight, problems, expected };
}

/** Of the values that are as good, those that the call was made with. */
const asMade = (expected: PlainCall, made: MadeCall): PlainCall => ({
  tool: expected.tool,
  arguments: withoutChoices(expected.arguments, (key) => made.arguments[key]),
});

/** Of the values that are as good, the first ones. */
const asFirst = (expected: PlainCall): PlainCall => ({
  tool: expected.tool,
  arguments: withoutChoices(expected.arguments, (_key, [first]) => first),
});

const withoutChoices = (
  given: PlainCall['arguments'],
  chosen: (key: string, choices: readonly unknown[]) => unknown,
): PlainCall['arguments'] =>
  Object.fromEntries(
    Object.entries(given)
      .map(([key, value]) => [key, isChoice(value) ? chosen(key, value.oneOf) : value] as const)
      .filter(([, value]) => value !== undefined && value !== null),
  );

const isChoice = (value: unknown): value is { readonly oneOf: readonly unknown[] } =>
  typeof value === 'object' && value !== null && 'oneOf' in value && Array.isArray(value.oneOf);

/** The first fitting call with the expected arguments, or else the first fitting one. */
async function bestIndex(
  calls: readonly MadeCall[],
  fitting: (made: MadeCall, index: number) => boolean,
  choices: readonly PlainCall[],
  same: (choice: PlainCall, made: MadeCall) => Promise<boolean>,
): Promise<number> {
  for (const [index, made] of calls.entries()) {
    if (!fitting(made, index)) continue;
    for (const choice of choices) if (choice.tool === made.tool && (await same(choice, made))) return index;
  }
  return calls.findIndex(fitting);
}

async function firstMatching(
  choices: readonly PlainCall[],
  matches: (choice: PlainCall) => Promise<boolean>,
): Promise<PlainCall | undefined> {
  for (const choice of choices) if (await matches(choice)) return choice;
  return undefined;
}

const describe = (calls: readonly Pick<PlainCall, 'tool' | 'arguments'>[]): string =>
  calls.map((call) => `${call.tool} ${JSON.stringify(call.arguments)}`).join(' or ');
const describeAll = (calls: readonly MadeCall[]): string =>
  calls.length === 0 ? 'no call' : calls.map((call) => describe([call])).join(', ');

/** Whether the rows are as they should be: like those after the expected writes, and as the dialogue says. */
export function judgeState(
  { end }: Dialogue,
  ended: ShopState,
  should: ShopState,
): Pick<Score, 'state' | 'problems'> {
  const problems: string[] = [];
  for (const key of Object.keys(should) as (keyof ShopState)[]) {
    if (!isDeepStrictEqual(ended[key], should[key])) {
      problems.push(
        `${key} at the end: expected ${JSON.stringify(should[key])}, got ${JSON.stringify(ended[key])}`,
      );
    }
  }
  const given = end === undefined ? {} : statedBy(end);
  for (const [key, value] of Object.entries(given)) {
    const came = statedBy(asEnd(ended))[key as keyof End];
    if (!isDeepStrictEqual(came, value)) {
      problems.push(`${key} at the end: expected ${JSON.stringify(value)}, got ${JSON.stringify(came)}`);
    }
  }
  return { state: problems.length === 0, problems };
}

const asEnd = ({ cart, offer, holds, payment, associateCalls }: ShopState): End => ({
  cart: [...cart],
  tryOn: holds
    .filter(({ kind, state }) => kind === 'trial' && (state === 'requested' || state === 'picked'))
    .map(({ sku, quantity }) => ({ sku, quantity })),
  offer,
  payment: payment?.state ?? null,
  associateCalls: [...associateCalls],
});

function statedBy(end: End): Readonly<Partial<Record<keyof End, unknown>>> {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  return Object.fromEntries(
    Object.entries(end).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? sorted(value.map((one: unknown) => (typeof one === 'object' && one !== null ? pieceOf(one) : one)))
        : value,
    ]),
  );
}

const pieceOf = (row: object): object => {
  const { sku, quantity } = row as { sku: string; quantity: number };
  return { sku, quantity };
};
