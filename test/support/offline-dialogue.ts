import { createOfflinePlanner } from '../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../src/agent/sales-agent.ts';
import type { AgentEvent } from '../../src/contracts/agent-event.ts';
import type { Language } from '../../src/contracts/primitives.ts';
import { createMcpToolCatalogue } from '../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../src/workers/all.ts';
import { createFakeShop, fakeActor } from '../../src/workers/testing/fake-shop.ts';

export interface Dialogue {
  readonly language: Language;
  /** Utterances before the one that is judged. */
  readonly before?: readonly string[];
  readonly say: string;
  /** How many consents are refused before the others are given; none when left out. */
  readonly refuses?: number;
  readonly calls: readonly { readonly tool: string; readonly arguments: Readonly<Record<string, unknown>> }[];
}

/** The tools that the last utterance of a dialogue called, with arguments; every consent is given but for the first ones that `refuses` counts. */
export async function callsOf(dialogue: Dialogue): Promise<{
  readonly calls: Dialogue['calls'];
  readonly events: readonly AgentEvent[];
}> {
  const { shop } = createFakeShop();
  const catalogue = await createMcpToolCatalogue(createWorkers(shop));
  let id = 0;
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: { offline: createOfflinePlanner(catalogue.spoken) },
    environment: {
      now: () => 0,
      newId: () => {
        id += 1;
        return `turn-${id}`;
      },
    },
  });
  let refusals = dialogue.refuses ?? 0;
  let events: AgentEvent[] = [];
  for (const utterance of [...(dialogue.before ?? []), dialogue.say]) {
    events = [];
    const turn = agent.turn({
      actor: { ...fakeActor, language: dialogue.language },
      utterance,
      signal: new AbortController().signal,
      confirm: async () => {
        refusals -= 1;
        return refusals < 0;
      },
    });
    for await (const event of turn) events.push(event);
  }
  await catalogue.close();
  const calls = events.flatMap((event) =>
    event.event === 'tool-call' ? [{ tool: event.tool, arguments: event.arguments }] : [],
  );
  return { calls, events };
}
