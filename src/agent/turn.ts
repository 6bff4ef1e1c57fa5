import type { AgentEvent } from '../contracts/agent-event.ts';
import type { ChatMessage, SessionView } from '../contracts/session.ts';
import {
  type Planner,
  PlannerUnavailable,
  type SalesAgent,
  type ToolRequest,
  type ToolStep,
  type TurnState,
} from '../core/agent/planner.ts';
import { type CallRoom, runCalls } from './calls.ts';
import { cardsOf } from './cards.ts';
import { factSentence, factsOf, isGrounded } from './grounding.ts';
import type { AgentLimits, SalesAgentParts } from './sales-agent-parts.ts';
import { createSentenceSplitter } from './sentences.ts';
import { nextWishes } from './suggestions.ts';
import { type Texts, textsOf } from './texts.ts';

interface TurnParts extends SalesAgentParts {
  readonly limits: AgentLimits;
  readonly preferred: () => Planner;
}

type Outcome = 'answered' | 'cancelled' | 'failed';

/** What a turn has gathered; rounds add to it. */
interface Gathered {
  readonly steps: ToolStep[];
  text: string;
  suggestions: readonly string[];
}

export async function* runTurn(
  request: Parameters<SalesAgent['turn']>[0],
  parts: TurnParts,
): AsyncGenerator<AgentEvent> {
  const { actor, signal } = request;
  const texts = textsOf(actor.language);
  const viewed = await parts.shop.sessions.view(actor);
  if (!viewed.ok) {
    yield { event: 'text', turn: 0, text: texts.t('sessionGone') };
    yield { event: 'turn-ended', turn: 0, outcome: 'failed', suggestions: [] };
    return;
  }
  const history = viewed.value.messages;
  const turn = history.filter((message) => message.role === 'shopper').length + 1;
  const utterance = request.utterance.replace(/\p{Cc}+/gu, ' ').trim();
  if (utterance === '' || utterance.length > parts.limits.utterance) {
    const text =
      utterance === '' ? texts.t('empty') : texts.t('tooLong', { maximum: parts.limits.utterance });
    yield { event: 'text', turn, text };
    yield { event: 'turn-ended', turn, outcome: 'failed', suggestions: [] };
    return;
  }
  await record(parts, request, { role: 'shopper', text: utterance, cards: [] });
  const tools = await parts.catalogue.list();
  const gathered: Gathered = { steps: [], text: '', suggestions: [] };
  const room: CallRoom = {
    shop: parts.shop,
    catalogue: parts.catalogue,
    actor,
    texts,
    turn,
    turnId: parts.environment.newId(),
    tools,
    signal,
    confirm: request.confirm,
  };
  const store = await parts.shop.stock.store(actor.storeId);
  const base: BaseState = {
    utterance,
    history,
    tools,
    vocabulary: await parts.shop.browsing.vocabulary(),
    timeZone: store.ok ? store.value.timeZone : 'UTC',
  };
  // The surface that the shopper looks at decides the language of the answer.
  const session = { ...viewed.value, language: actor.language };
  const outcome = yield* answer(base, session, gathered, room, parts);
  const cards = cardsOf(gathered.steps, texts);
  for (const card of cards) yield { event: 'card', turn, card };
  if (gathered.text !== '' || cards.length > 0) {
    await record(parts, request, { role: 'agent', text: gathered.text.trim().slice(0, 4000), cards });
  }
  const suggestions =
    gathered.suggestions.length > 0 ? gathered.suggestions : nextWishes(gathered.steps, viewed.value, texts);
  yield { event: 'turn-ended', turn, outcome, suggestions: outcome === 'cancelled' ? [] : suggestions };
}

type BaseState = Pick<TurnState, 'utterance' | 'history' | 'tools' | 'vocabulary' | 'timeZone'>;

/** The preferred planner, then the offline one with all that has been done so far. */
async function* answer(
  base: BaseState,
  session: SessionView,
  gathered: Gathered,
  room: CallRoom,
  parts: TurnParts,
): AsyncGenerator<AgentEvent, Outcome> {
  const first = parts.preferred();
  const planners = first === parts.planners.offline ? [first] : [first, parts.planners.offline];
  for (const planner of planners) {
    try {
      const ended = yield* converse(planner, base, session, gathered, room, parts.limits);
      if (room.signal.aborted) return 'cancelled';
      if (ended === 'answered') return 'answered';
      parts.onFailover?.(`${planner.name}: ${ended}`);
    } catch (error) {
      if (room.signal.aborted) return 'cancelled';
      parts.onFailover?.(`${planner.name}: ${reasonOf(error)}`);
    }
  }
  yield* say(room.texts.t('sorry'), gathered, room);
  return 'failed';
}

const reasonOf = (error: unknown): string =>
  error instanceof PlannerUnavailable ? (error.failure.reason ?? error.failure.kind) : 'crashed';

async function* say(text: string, gathered: Gathered, room: CallRoom): AsyncGenerator<AgentEvent> {
  const glued = gathered.text !== '' && !/\s$/u.test(gathered.text) ? ` ${text}` : text;
  gathered.text += glued;
  yield { event: 'text', turn: room.turn, text: glued };
}

async function* converse(
  planner: Planner,
  base: BaseState,
  session: SessionView,
  gathered: Gathered,
  room: CallRoom,
  limits: AgentLimits,
): AsyncGenerator<AgentEvent, 'answered' | 'went in circles' | 'said nothing'> {
  const others = gathered.steps.length;
  for (let round = 0; round < limits.rounds; round += 1) {
    if (room.signal.aborted) return 'answered';
    const state: TurnState = { ...base, session, steps: [...gathered.steps] };
    const before = gathered.text.length;
    const requests = yield* oneRound(planner, state, gathered, room);
    if (requests.length === 0) return gathered.text.length > before ? 'answered' : 'said nothing';
    const repeated = requests.some((request) => isRepeat(request, gathered.steps));
    if (repeated || gathered.steps.length + requests.length > limits.calls) return 'went in circles';
    gathered.steps.push(...(yield* runCalls(requests, room)));
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

/** One call of the planner: its text is checked sentence by sentence as it streams, its calls are gathered. */
async function* oneRound(
  planner: Planner,
  state: TurnState,
  gathered: Gathered,
  room: CallRoom,
): AsyncGenerator<AgentEvent, readonly ToolRequest[]> {
  const requests: ToolRequest[] = [];
  const splitter = createSentenceSplitter();
  const check = createCheck(state, room.texts);
  for await (const output of planner.next(state, room.signal)) {
    if (room.signal.aborted) return [];
    if (output.type === 'call') requests.push(named(output.call, [...gathered.steps, ...requests]));
    else if (output.type === 'suggestions') gathered.suggestions = output.suggestions;
    else if (planner.name === 'offline') yield* say(output.text, gathered, room);
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

async function* checked(sentence: string, gathered: Gathered, room: CallRoom): AsyncGenerator<AgentEvent> {
  if (sentence !== '') yield* say(sentence, gathered, room);
}

/** A sentence with a figure that no tool gave is replaced, once a round, by the figures that they did give. */
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

async function record(
  parts: TurnParts,
  { actor }: Parameters<SalesAgent['turn']>[0],
  message: Pick<ChatMessage, 'role' | 'text' | 'cards'>,
): Promise<void> {
  await parts.shop.sessions.addMessage(actor, { ...message, channel: actor.channel });
}
