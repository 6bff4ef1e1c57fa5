import type { ChatModel, ModelPiece } from '../../core/agent/chat-model.ts';
import {
  type Planner,
  type PlannerOutput,
  PlannerUnavailable,
  type TurnState,
} from '../../core/agent/planner.ts';
import { messagesOf, toolsOf } from './messages.ts';

/** The planner that lets a language model decide. It leaves a turn to another planner as soon as the model misbehaves. */
export function createLlmPlanner(model: ChatModel): Planner {
  async function* next(state: TurnState, signal: AbortSignal): AsyncGenerator<PlannerOutput> {
    const request = { messages: messagesOf(state), tools: toolsOf(state) };
    for await (const piece of model.stream(request, signal)) {
      yield piece.type === 'text' ? piece : { type: 'call', call: requestOf(piece) };
    }
  }
  return { name: 'llm', available: () => model.available(), next };
}

function requestOf({ id, name, arguments: text }: Extract<ModelPiece, { type: 'call' }>) {
  try {
    const given: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      return { callId: id, tool: name, arguments: { ...given } };
    }
  } catch {
    // Falls through: what is no JSON is as wrong as what is no object.
  }
  throw new PlannerUnavailable({
    kind: 'invalid',
    reason: 'bad-arguments',
    message: `The model wrote arguments of ${name} that are not a JSON object.`,
  });
}
