import { createOfflinePlanner } from '../../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../../src/agent/sales-agent.ts';
import type { SalesAgentParts } from '../../../src/agent/sales-agent-parts.ts';
import type { AgentEvent } from '../../../src/contracts/agent-event.ts';
import type { Planner, PlannerOutput, TurnState } from '../../../src/core/agent/planner.ts';
import type { ToolContext } from '../../../src/core/agent/tool.ts';
import type { ToolCatalogue } from '../../../src/core/agent/tool-catalogue.ts';
import type { Actor } from '../../../src/core/shop.ts';
import { joinCatalogues } from '../../../src/platform/mcp/join-catalogues.ts';
import { createMcpToolCatalogue } from '../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../src/workers/all.ts';
import { createFakeShop, fakeActor } from '../../../src/workers/testing/fake-shop.ts';

export function counter(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `id-${count}`;
  };
}

export const contextOf = (idempotencyKey = 'key', signal = new AbortController().signal): ToolContext => ({
  actor: fakeActor,
  idempotencyKey,
  signal,
});

/** An agent over a whole fake shop; `say` runs a turn and gives its events. */
export async function agentOver(
  options: {
    readonly llm?: Planner;
    readonly limits?: SalesAgentParts['limits'];
    readonly foreign?: ToolCatalogue;
  } = {},
) {
  const { shop, state } = createFakeShop();
  const own = await createMcpToolCatalogue(createWorkers(shop));
  const catalogue = options.foreign === undefined ? own : await joinCatalogues(own, options.foreign);
  const failovers: string[] = [];
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: {
      ...(options.llm === undefined ? {} : { llm: options.llm }),
      offline: createOfflinePlanner(own.spoken),
    },
    environment: { now: () => 0, newId: counter() },
    onFailover: (reason) => failovers.push(reason),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  async function say(
    utterance: string,
    given: {
      readonly actor?: Actor;
      readonly signal?: AbortSignal;
      readonly confirm?: (id: string) => Promise<boolean>;
    } = {},
  ): Promise<readonly AgentEvent[]> {
    const events: AgentEvent[] = [];
    const turn = agent.turn({
      actor: given.actor ?? fakeActor,
      utterance,
      signal: given.signal ?? new AbortController().signal,
      confirm: given.confirm ?? (async () => true),
    });
    for await (const event of turn) events.push(event);
    return events;
  }
  return { agent, say, shop, state, catalogue, failovers };
}

export const textOf = (events: readonly AgentEvent[]): string =>
  events.map((event) => (event.event === 'text' ? event.text : '')).join('');

export const callsIn = (events: readonly AgentEvent[]): readonly string[] =>
  events.flatMap((event) => (event.event === 'tool-call' ? [event.tool] : []));

export const outcomeOf = (events: readonly AgentEvent[]): string | undefined => {
  const last = events.at(-1);
  return last?.event === 'turn-ended' ? last.outcome : undefined;
};

/** A model by script: one list of outputs a round, by the number of steps done. */
export const scripted = (
  round: (state: TurnState, signal: AbortSignal) => Iterable<PlannerOutput> | AsyncIterable<PlannerOutput>,
): Planner => ({
  name: 'llm',
  async *next(state, signal) {
    yield* round(state, signal);
  },
});

export const callOf = (callId: string, tool: string, given: Record<string, unknown>): PlannerOutput => ({
  type: 'call',
  call: { callId, tool, arguments: given },
});

export const textPiece = (text: string): PlannerOutput => ({ type: 'text', text });
