import type { ChatModel, ModelPiece } from '../../core/agent/chat-model.ts';
import {
  type Planner,
  type PlannerOutput,
  PlannerUnavailable,
  type ToolRequest,
  type TurnState,
} from '../../core/agent/planner.ts';
import { messagesOf, toolsOf } from './messages.ts';

/** The planner that lets a language model decide. It leaves a turn to another planner as soon as the model misbehaves. */
export function createLlmPlanner(model: ChatModel): Planner {
  async function* next(state: TurnState, signal: AbortSignal): AsyncGenerator<PlannerOutput> {
    const request = { messages: messagesOf(state), tools: toolsOf(state) };
    for await (const piece of model.stream(request, signal)) {
      if (piece.type !== 'call') yield piece;
      else {
        const call = requestOf(piece);
        // Once is a slip, which the model is told of; twice it cannot.
        if (call.malformed && state.steps.some(({ malformed }) => malformed)) throw unable(call.tool);
        yield { type: 'call', call };
      }
    }
  }
  return { name: 'llm', available: () => model.available(), next };
}

function requestOf({ id, name, arguments: text }: Extract<ModelPiece, { type: 'call' }>): ToolRequest {
  try {
    const given: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
      return { callId: id, tool: name, arguments: { ...given } };
    }
  } catch {
    // Falls through: what is no JSON is as wrong as what is no object.
  }
  return { callId: id, tool: name, arguments: {}, malformed: true };
}

const unable = (tool: string): PlannerUnavailable =>
  new PlannerUnavailable({
    kind: 'invalid',
    reason: 'bad-arguments',
    message: `The model wrote arguments of ${tool} that are not a JSON object, again.`,
  });
