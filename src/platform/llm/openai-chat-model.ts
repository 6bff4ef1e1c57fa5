import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import OpenAI, { APIConnectionError, APIError } from 'openai';
import type { ChatCompletionChunk, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { CompletionUsage } from 'openai/resources/completions';
import type { ChatModel, ModelMessage, ModelPiece } from '../../core/agent/chat-model.ts';
import { PlannerUnavailable } from '../../core/agent/planner.ts';
import { createBreaker } from './breaker.ts';
import type { ModelSettings, TokenPrices } from './settings.ts';

export interface ChatModelOptions
  extends Pick<ModelSettings, 'apiKey' | 'model'>,
    Partial<Pick<ModelSettings, 'baseUrl' | 'prices'>> {
  /** Milliseconds until the first piece of an answer; shoppers do not wait longer for a sign. */
  readonly firstPieceMs?: number;
  /** Milliseconds for one whole answer. */
  readonly totalMs?: number;
  readonly breaker?: { readonly failures: number; readonly halfOpenAfterMs: number };
}

const defaultBreaker = { failures: 3, halfOpenAfterMs: 30_000 };
/** Nothing has been said by then; who waits hardly notices. */
const retryAfterMs = 200;
/** https://developer.mozilla.org/docs/Web/HTTP/Status: too many at once, and errors of servers that may be over in a moment. */
const passingStatuses = new Set([429, 500, 502, 503, 504]);
/** A model that writes more than this in one answer has lost its way. */
const maximumCharacters = 20_000;

export function createOpenAiChatModel(options: ChatModelOptions): ChatModel {
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseUrl ?? null,
    // Its own retries take seconds; the offline planner answers sooner.
    maxRetries: 0,
    // The SDK would write what it cannot parse, and with it what shoppers said, to the console.
    logLevel: 'off',
  });
  const breaker = createBreaker(options.breaker ?? defaultBreaker);
  const once = retry(handleWhen(isPassing), { maxAttempts: 1, backoff: new ConstantBackoff(retryAfterMs) });

  async function* stream(
    request: Parameters<ChatModel['stream']>[0],
    signal: AbortSignal,
  ): AsyncGenerator<ModelPiece> {
    const abort = new AbortController();
    let begun = false;
    let slow: 'first-piece' | 'total' | undefined;
    const give = (which: 'first-piece' | 'total') => () => {
      slow = which;
      abort.abort();
    };
    const cancel = () => abort.abort();
    signal.addEventListener('abort', cancel, { once: true });
    const first = setTimeout(give('first-piece'), options.firstPieceMs ?? 6_000);
    const total = setTimeout(give('total'), options.totalMs ?? 45_000);
    try {
      const begin = async () => {
        const opened = await client.chat.completions.create(
          {
            model: options.model,
            stream: true,
            stream_options: { include_usage: true },
            messages: request.messages.map(messageParam),
            tools: request.tools.map((tool) => ({
              type: 'function',
              function: { ...tool, parameters: { ...tool.parameters } },
            })),
          },
          { signal: abort.signal },
        );
        const iterator = opened[Symbol.asyncIterator]();
        const answer = await iterator.next();
        if (answer.done === true) throw unavailable('no-answer', 'The endpoint answered without an event.');
        return { chunk: answer.value, rest: iterator };
      };
      const { chunk, rest } = await breaker.run(() => once.execute(begin, abort.signal));
      clearTimeout(first);
      begun = true;
      yield* piecesOf(chunk, rest, options.prices);
    } catch (error) {
      const failure = toUnavailable(error, signal, slow);
      if (begun && !signal.aborted) breaker.failed(failure);
      throw failure;
    } finally {
      clearTimeout(first);
      clearTimeout(total);
      signal.removeEventListener('abort', cancel);
      abort.abort();
    }
  }

  return { available: () => breaker.available(), stream };
}

/** Text at once, calls when they are whole. A stream without a finish reason was cut off. */
async function* piecesOf(
  first: ChatCompletionChunk,
  rest: AsyncIterator<ChatCompletionChunk>,
  prices: TokenPrices | undefined,
): AsyncGenerator<ModelPiece> {
  const calls = new Map<number, { id: string; name: string; arguments: string }>();
  let finished: string | undefined;
  let characters = 0;
  let chunk = first;
  for (;;) {
    const choice = chunk.choices?.[0];
    if (typeof chunk.usage?.total_tokens === 'number') yield usageOf(chunk.usage, prices);
    const text = choice?.delta?.content ?? '';
    characters += text.length;
    if (text !== '') yield { type: 'text', text };
    for (const part of choice?.delta?.tool_calls ?? []) {
      const call = calls.get(part.index) ?? { id: '', name: '', arguments: '' };
      call.id ||= part.id ?? '';
      call.name += part.function?.name ?? '';
      call.arguments += part.function?.arguments ?? '';
      characters += part.function?.arguments?.length ?? 0;
      calls.set(part.index, call);
    }
    if (characters > maximumCharacters) throw unavailable('too-long', 'The model does not stop writing.');
    finished = choice?.finish_reason ?? finished;
    const following = await rest.next();
    if (following.done === true) break;
    chunk = following.value;
  }
  if (finished === undefined) throw unavailable('cut-off', 'The answer broke off before its end.');
  if (finished === 'content_filter') throw unavailable('refused', 'The endpoint refused to answer.');
  for (const [index, call] of calls) {
    yield { type: 'call', ...call, id: call.id === '' ? `call-${index}-${call.name}` : call.id };
  }
}

const usageOf = (
  { total_tokens: tokens, prompt_tokens: input, completion_tokens: output }: CompletionUsage,
  prices: TokenPrices | undefined,
): ModelPiece => ({
  type: 'usage',
  tokens,
  cost: prices === undefined ? 0 : input * prices.input + output * prices.output,
});

function messageParam(message: ModelMessage): ChatCompletionMessageParam {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.content };
    case 'tool':
      return { role: 'tool', tool_call_id: message.callId, content: message.content };
    case 'assistant':
      return message.calls.length === 0
        ? { role: 'assistant', content: message.content }
        : {
            role: 'assistant',
            content: message.content,
            tool_calls: message.calls.map(({ id, name, arguments: text }) => ({
              id,
              type: 'function',
              function: { name, arguments: text },
            })),
          };
  }
}

/** A line that broke, or a server that was busy: worth one more try. */
const isPassing = (error: Error): boolean =>
  error instanceof APIConnectionError ||
  (error instanceof APIError && error.status !== undefined && passingStatuses.has(error.status));

const unavailable = (reason: string, message: string): PlannerUnavailable =>
  new PlannerUnavailable({ kind: 'offline', reason, message });

function toUnavailable(
  error: unknown,
  signal: AbortSignal,
  slow: 'first-piece' | 'total' | undefined,
): PlannerUnavailable {
  if (error instanceof PlannerUnavailable) return error;
  if (signal.aborted) return unavailable('cancelled', 'The turn was cancelled.');
  if (slow !== undefined) {
    return new PlannerUnavailable({
      kind: 'timeout',
      reason: `slow-${slow}`,
      message: 'The model is too slow.',
    });
  }
  if (error instanceof APIError && error.status !== undefined) {
    return unavailable(`http-${error.status}`, 'The endpoint refused.');
  }
  return unavailable('unreachable', 'The endpoint cannot be reached or answers something else.');
}
