import type { ChatModel, ModelPiece } from '../../../src/core/agent/chat-model.ts';
import { createOpenAiChatModel } from '../../../src/platform/llm/openai-chat-model.ts';
import {
  begin,
  callsTools,
  event,
  type ModelEndpoint,
  says,
  startModelEndpoint,
} from '../../integration/agent/model-endpoint.ts';
import type { ModelAnswer } from '../form.ts';

type EndpointAnswer = Parameters<typeof startModelEndpoint>[0][number];

/** A model over real HTTP that answers a dialogue's script; whoever asks on after its end is refused. */
export async function openScriptedModel(
  script: readonly ModelAnswer[],
): Promise<{ readonly model: ChatModel; readonly endpoint: ModelEndpoint }> {
  const endpoint = await startModelEndpoint([...script.map(answerOf), answerOf({ fails: 'status' })]);
  const model = createOpenAiChatModel({
    apiKey: 'scripted',
    baseUrl: endpoint.baseUrl,
    model: 'scripted',
    // A failure of one answer leaves the model to be asked in the next turn.
    breaker: { failures: 100, halfOpenAfterMs: 1 },
  });
  return { model, endpoint };
}

function answerOf(answer: ModelAnswer): EndpointAnswer {
  if ('says' in answer) return says(answer.says);
  if ('calls' in answer) {
    const calls = answer.calls.map(
      ([tool, given]) => [tool, typeof given === 'string' ? given : JSON.stringify(given)] as const,
    );
    return callsTools(...calls);
  }
  return failures[answer.fails];
}

const failures: Readonly<Record<Extract<ModelAnswer, { fails: string }>['fails'], EndpointAnswer>> = {
  // Not one of the statuses that are tried again.
  status: (response) =>
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}'),
  'cut-off': (response) => {
    begin(response);
    event(response, { content: 'Sure, let me ' });
    response.destroy();
  },
  garbage: (response) => {
    begin(response);
    response.end('data: {"choices": [[[\n\n');
  },
};

/** The same model, and what it has cost so far. */
export function counted(model: ChatModel): { readonly model: ChatModel; readonly tokens: () => number } {
  let tokens = 0;
  async function* stream(
    request: Parameters<ChatModel['stream']>[0],
    signal: AbortSignal,
  ): AsyncGenerator<ModelPiece> {
    for await (const piece of model.stream(request, signal)) {
      if (piece.type === 'usage') tokens += piece.tokens;
      yield piece;
    }
  }
  return { model: { available: () => model.available(), stream }, tokens: () => tokens };
}
