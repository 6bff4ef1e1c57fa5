import type { AgentEvent } from '../contracts/agent-event.ts';
import type { SessionView } from '../contracts/session.ts';
import type { Planner, ToolRequest, ToolStep, TurnState } from '../core/agent/planner.ts';
import { type CallRoom, runCalls } from './calls.ts';
import { isGrounded } from './grounding/check.ts';
import { factSentence } from './grounding/fact-sentence.ts';
import { factsOf } from './grounding/facts.ts';
import type { AgentLimits } from './sales-agent-parts.ts';
import { createSentenceSplitter } from './sentences.ts';
import type { Texts } from './texts.ts';

type Ending = 'answered' | 'went in circles' | 'said nothing' | 'took too long' | 'spent too much';

/** What a turn has gathered; rounds add to it. */
export interface Gathered {
  readonly steps: ToolStep[];
  text: string;
  suggestions: readonly string[];
  /** That models have been paid for. */
  tokens: number;
  /** Millionths. */
  cost: number;
}

/** What stays the same in a turn. */
export type BaseState = Pick<TurnState, 'utterance' | 'history' | 'tools' | 'vocabulary' | 'timeZone'>;

export async function* say(text: string, gathered: Gathered, room: CallRoom): AsyncGenerator<AgentEvent> {
  const glued = gathered.text !== '' && !/\s$/u.test(gathered.text) ? ` ${text}` : text;
  gathered.text += glued;
  yield { event: 'text', turn: room.turn, text: glued };
}

/** Rounds of one planner, until it calls for nothing more. Gives how it ended: by anything but an answer another one is to go on. */
export async function* converse(
  planner: Planner,
  base: BaseState,
  session: SessionView,
  gathered: Gathered,
  room: CallRoom,
  limits: AgentLimits,
): AsyncGenerator<AgentEvent, Ending> {
  const others = gathered.steps.length;
  const { tokens, cost } = gathered;
  let planned = 0;
  for (let round = 0; round < limits.rounds; round += 1) {
    if (room.signal.aborted) return 'answered';
    const state: TurnState = { ...base, session, steps: [...gathered.steps] };
    const before = gathered.text.length;
    // What tools take, and the shopper for a yes or a no, is not the planner's time.
    const late = AbortSignal.timeout(Math.max(1, Math.ceil(limits.planningMs - planned)));
    const began = performance.now();
    let requests: readonly ToolRequest[] | undefined;
    try {
      const signal = AbortSignal.any([room.signal, late]);
      requests = yield* oneRound(planner, state, gathered, { ...room, signal });
    } catch (error) {
      if (late.aborted && !room.signal.aborted) return 'took too long';
      throw error;
    }
    planned += performance.now() - began;
    if (requests === undefined) return room.signal.aborted ? 'answered' : 'took too long';
    if (requests.length === 0) return gathered.text.length > before ? 'answered' : 'said nothing';
    if (gathered.tokens - tokens > limits.tokens || gathered.cost - cost > limits.cost) {
      return 'spent too much';
    }
    const repeated = requests.some((request) => isRepeat(request, gathered.steps));
    if (repeated || gathered.steps.length + requests.length > limits.calls) return 'went in circles';
    gathered.steps.push(...(yield* runCalls(requests, gathered.steps, room)));
    if (hasLostItsWay(gathered.steps.slice(others))) return 'went in circles';
  }
  return 'went in circles';
}

const isRepeat = (request: ToolRequest, steps: readonly ToolStep[]): boolean =>
  steps.some(
    (step) =>
      !step.malformed &&
      step.tool === request.tool &&
      JSON.stringify(step.arguments) === JSON.stringify(request.arguments),
  );

/** Arguments that a tool refuses may be mended once; who then sends wrong ones again will not find the right ones. */
const hasLostItsWay = (steps: readonly ToolStep[]): boolean => {
  const refused = steps.filter(({ result }) => !result.ok && result.failure.reason === 'bad-arguments');
  return new Set(refused.map(({ tool }) => tool)).size < refused.length;
};

/** One call of the planner: its text is checked sentence by sentence as it streams, its calls are gathered. Undefined: broken off. */
async function* oneRound(
  planner: Planner,
  state: TurnState,
  gathered: Gathered,
  room: CallRoom,
): AsyncGenerator<AgentEvent, readonly ToolRequest[] | undefined> {
  const requests: ToolRequest[] = [];
  const splitter = createSentenceSplitter();
  const check = createCheck(state, room.texts);
  for await (const output of planner.next(state, room.signal)) {
    if (room.signal.aborted) return undefined;
    if (output.type === 'call') requests.push(named(output.call, [...gathered.steps, ...requests]));
    else if (output.type === 'suggestions') gathered.suggestions = output.suggestions;
    else if (output.type === 'usage') {
      gathered.tokens += output.tokens;
      gathered.cost += output.cost;
    } else if (planner.name === 'offline') yield* checked(checkAll(output.text, check), gathered, room);
    else for (const sentence of splitter.push(output.text)) yield* checked(check(sentence), gathered, room);
  }
  yield* checked(check(splitter.rest()), gathered, room);
  return requests;
}

/** Some models count their calls anew in each answer; a consent and an idempotency key are for one call of the turn only. */
const named = (call: ToolRequest, earlier: readonly ToolRequest[]): ToolRequest =>
  earlier.some(({ callId }) => callId === call.callId)
    ? { ...call, callId: `${call.callId}-${earlier.length + 1}` }
    : call;

/** What is not streamed stays one piece. */
function checkAll(text: string, check: (sentence: string) => string): string {
  const splitter = createSentenceSplitter();
  return [...splitter.push(text), splitter.rest()].map(check).join('');
}

async function* checked(sentence: string, gathered: Gathered, room: CallRoom): AsyncGenerator<AgentEvent> {
  if (sentence !== '') yield* say(sentence, gathered, room);
}

/**
 * A sentence with a figure, a link or a claim that no tool gave is replaced, once a round, by the figures that they did give. The
 * offline planner's too: names of products stand in them, and these were written elsewhere.
 */
function createCheck(state: TurnState, texts: Texts): (sentence: string) => string {
  const facts = factsOf(state);
  let replaced = false;
  return (sentence) => {
    if (isGrounded(sentence, facts)) return sentence;
    if (replaced) return '';
    replaced = true;
    return `${factSentence(state, texts)} `;
  };
}
