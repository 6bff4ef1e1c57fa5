import type { ToolStep } from '../core/agent/planner.ts';
import type { ToolDescription } from '../core/agent/tool-catalogue.ts';
import { normalise } from './grounding/normalise.ts';

/** What a shopper reads before a yes, in characters. */
const longestTold = 240;

interface Known {
  readonly utterance: string;
  readonly tools: readonly ToolDescription[];
  /** Calls of this turn. */
  readonly done: readonly ToolStep[];
}

/**
 * Whether a call tells a foreign server nothing but the shopper's words of this turn, what the tool's own schema lists, and what the same
 * server said in this turn. A model knows more, the bag, orders and what was said before, and can be talked into passing it on.
 */
export function tellsNothingNew(
  given: Readonly<Record<string, unknown>>,
  tool: ToolDescription,
  { utterance, tools, done }: Known,
): boolean {
  const server = new Set(tools.filter(({ worker }) => worker === tool.worker).map(({ name }) => name));
  const heard = done.filter(({ tool: name, result }) => server.has(name) && result.ok);
  const listed = new Set(literalsIn(tool.inputSchema));
  const answered = new Set(heard.flatMap(({ result }) => (result.ok ? leavesOf(result.value) : [])));
  const said = new Set(wordsOf(utterance));
  return leavesOf(given).every((leaf) => {
    if (typeof leaf === 'boolean' || listed.has(leaf) || answered.has(leaf)) return true;
    const words = wordsOf(String(leaf));
    return words.length > 0 ? words.every((word) => said.has(word)) : leaf === '';
  });
}

/** Arguments as the shopper is shown them, e.g. `number: 7, gift: true`; undefined where they are too many to be read. */
export function argumentsAsText(given: Readonly<Record<string, unknown>>): string | undefined {
  const text = Object.entries(given)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
    // What is not seen is no part of a question.
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return text.length <= longestTold ? text : undefined;
}

type Leaf = string | number | boolean;

/** Values, and names of fields: both can carry something. */
function leavesOf(value: unknown): readonly Leaf[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [value];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...leavesOf(field)]);
}

/** Names of properties, and the values that a schema lists or takes by default. */
function literalsIn(schema: unknown): readonly Leaf[] {
  if (Array.isArray(schema)) return schema.flatMap(literalsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'enum' || key === 'const' || key === 'default') return leavesOf(value);
    return key === 'properties'
      ? [...Object.keys(value ?? {}), ...literalsIn(Object.values(value ?? {}))]
      : literalsIn(value);
  });
}

const wordsOf = (text: string): readonly string[] => normalise(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
