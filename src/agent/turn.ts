import type { AgentEvent } from '../contracts/agent-event.ts';
import type { ChatMessage, SessionView } from '../contracts/session.ts';
import { type Planner, PlannerUnavailable, type SalesAgent } from '../core/agent/planner.ts';
import type { CallRoom } from './calls.ts';
import { cardsOf } from './cards.ts';
import { type BaseState, converse, type Gathered, say } from './converse.ts';
import type { AgentLimits, SalesAgentParts } from './sales-agent-parts.ts';
import { nextWishes } from './suggestions.ts';
import { textsOf } from './texts.ts';

interface TurnParts extends SalesAgentParts {
  readonly limits: AgentLimits;
  readonly preferred: () => Planner;
}

type Outcome = 'answered' | 'cancelled' | 'failed';

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
  const gathered: Gathered = { steps: [], text: '', suggestions: [], tokens: 0, cost: 0 };
  const room: CallRoom = {
    shop: parts.shop,
    catalogue: parts.catalogue,
    actor,
    texts,
    turn,
    turnId: parts.environment.newId(),
    tools,
    utterance,
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

async function record(
  parts: TurnParts,
  { actor }: Parameters<SalesAgent['turn']>[0],
  message: Pick<ChatMessage, 'role' | 'text' | 'cards'>,
): Promise<void> {
  await parts.shop.sessions.addMessage(actor, { ...message, channel: actor.channel });
}
