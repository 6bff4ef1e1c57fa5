import type { AgentEvent } from '../contracts/agent-event.ts';
import type { Planner, SalesAgent } from '../core/agent/planner.ts';
import type { AgentLimits, SalesAgentParts } from './sales-agent-parts.ts';
import { learnWords, textsOf } from './texts.ts';
import { runTurn } from './turn.ts';

const defaultLimits: AgentLimits = {
  rounds: 8,
  calls: 20,
  planningMs: 60_000,
  // Eight rounds of about ten thousand: prompt, tools and what has been said.
  tokens: 100_000,
  // Nobody has said what they cost.
  cost: Number.POSITIVE_INFINITY,
  utterance: 1000,
};

/**
 * The agent of a shop, for any number of sessions. A second turn of a session that is still in one ends at once as
 * `failed` with a sentence that says so: the first is not disturbed, nothing of the second is recorded.
 */
export function createSalesAgent(parts: SalesAgentParts): SalesAgent {
  const limits = { ...defaultLimits, ...parts.limits };
  const running = new Set<string>();
  learnWords(parts.catalogue.words);
  const preferred = (): Planner => {
    const { llm, offline } = parts.planners;
    return llm !== undefined && llm.available?.() !== false ? llm : offline;
  };

  async function* turn(request: Parameters<SalesAgent['turn']>[0]): AsyncGenerator<AgentEvent> {
    const { sessionId, language } = request.actor;
    if (running.has(sessionId)) {
      yield { event: 'text', turn: 0, text: textsOf(language).t('busy') };
      yield { event: 'turn-ended', turn: 0, outcome: 'failed', suggestions: [] };
      return;
    }
    running.add(sessionId);
    try {
      yield* runTurn(request, { ...parts, limits, preferred });
    } finally {
      running.delete(sessionId);
    }
  }

  return { turn, planner: () => preferred().name };
}
