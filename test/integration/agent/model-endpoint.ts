import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: Readonly<Record<string, unknown>>) => unknown;

export interface ModelEndpoint {
  readonly baseUrl: string;
  /** Bodies of the requests, oldest first. */
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  close(): Promise<void>;
}

/** A chat-completions endpoint over real HTTP that answers by script; the last answer repeats. */
export async function startModelEndpoint(answers: readonly Answer[]): Promise<ModelEndpoint> {
  const requests: Record<string, unknown>[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      requests.push(body);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      await answer?.(response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as Record<string, unknown>;
}

export function event(response: ServerResponse, delta: object, finish: string | null = null): void {
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

export function begin(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
}

export function end(response: ServerResponse): void {
  response.end('data: [DONE]\n\n');
}

/** Streams words one event at a time. */
export const says =
  (text: string): Answer =>
  (response) => {
    begin(response);
    for (const word of text.match(/\S+\s*/g) ?? []) event(response, { content: word });
    event(response, {}, 'stop');
    end(response);
  };

/** Streams tool calls with their arguments in two halves, as endpoints do. */
export const callsTools =
  (...calls: readonly (readonly [name: string, given: string])[]): Answer =>
  (response) => {
    begin(response);
    for (const [index, [name, given]] of calls.entries()) {
      const half = Math.floor(given.length / 2);
      event(response, {
        tool_calls: [
          { index, id: `call-${name}-${index}`, type: 'function', function: { name, arguments: '' } },
        ],
      });
      event(response, { tool_calls: [{ index, function: { arguments: given.slice(0, half) } }] });
      event(response, { tool_calls: [{ index, function: { arguments: given.slice(half) } }] });
    }
    event(response, {}, 'tool_calls');
    end(response);
  };

/** The same answer, with the tokens that it cost in an event of its own, as endpoints tell them when they are asked to. */
export const costs =
  (tokens: number, answer: Answer): Answer =>
  (response, request) => {
    begin(response);
    const usage = { prompt_tokens: tokens, completion_tokens: 0, total_tokens: tokens };
    const told = (request.stream_options as { include_usage?: boolean } | undefined)?.include_usage;
    if (told) response.write(`data: ${JSON.stringify({ id: 'chatcmpl-1', choices: [], usage })}\n\n`);
    return answer(response, request);
  };
