import { type CallToolResult, ProtocolError, SdkError, SdkErrorCode } from '@modelcontextprotocol/client';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import { type OfferedTool, plainText } from './offered-tools.ts';

/** Characters of one result, as JSON: far more than a model reads, far less than what would slow a shop down. */
const longestResult = 64 * 1024;
const longestComplaint = 500;
/** Levels of lists in lists: whoever walks through a result afterwards must not run out of stack. */
const deepest = 32;

type Answer = Result<Readonly<Record<string, unknown>>>;

/** What a foreign tool gave, as data: its structure where it has one, otherwise its text. */
export function answerOf(
  { name }: OfferedTool,
  { content, structuredContent, isError }: CallToolResult,
): Answer {
  const text = content.flatMap(textOf).join('\n');
  if (isError === true) return complaint(name, text);
  const structure = structuredContent as unknown;
  const value =
    typeof structure === 'object' && structure !== null && !Array.isArray(structure)
      ? (structure as Record<string, unknown>)
      : { text, ...(structure === undefined ? {} : { value: structure }) };
  if (isDeeper(value, deepest) || JSON.stringify(value).length > longestResult) {
    return fail('invalid', `${name} answered more than can be taken. Ask it for less, or go another way.`);
  }
  return succeed(value);
}

/** Pictures and sounds are nothing that a model of text could use. */
function textOf(block: CallToolResult['content'][number]): readonly string[] {
  if (block.type === 'text') return [block.text];
  return block.type === 'resource' && 'text' in block.resource ? [block.resource.text] : [];
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)));

/** The server's own words stay apart from ours. */
const complaint = (name: string, said: string): Answer =>
  fail('invalid', `${name} refused. Correct the arguments if its words say how, or go another way.`, {
    details: { said: plainText(said, longestComplaint) },
  });

/** Whether the server has answered, be it with a refusal: only silence and noise count against it. */
export const isRefusal = (error: unknown): error is ProtocolError => error instanceof ProtocolError;

export const isTimeout = (error: unknown): boolean =>
  error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout;

/** A call that came to no answer. What a write has done by then is unknown. */
export function failureOf({ name, effect }: OfferedTool, error: unknown, signal: AbortSignal): Answer {
  if (signal.aborted) return fail('timeout', `${name} was cancelled.`, { reason: 'cancelled' });
  if (isRefusal(error)) return complaint(name, error.message);
  if (effect === 'write') {
    return fail('timeout', `${name} did not answer. Its outcome is unknown; look before repeating it.`);
  }
  return isTimeout(error)
    ? fail('timeout', `${name} did not answer in time. Go on without it.`)
    : unreachable(name);
}

export const unreachable = (name: string) =>
  fail('offline', `${name} cannot be reached now. Go on without it.`);
