import { createLlmPlanner } from '../agent/llm/planner.ts';
import { createOfflinePlanner } from '../agent/offline/planner.ts';
import { createSalesAgent } from '../agent/sales-agent.ts';
import type { SalesAgent } from '../core/agent/planner.ts';
import type { Environment } from '../core/ports/environment.ts';
import type { Shop } from '../core/shop.ts';
import { openChatModel } from '../platform/llm/openai-chat-model.ts';
import { createMcpToolCatalogue } from '../platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../workers/all.ts';

export interface AgentParts {
  readonly shop: Shop;
  readonly environment: Environment;
  /** The model's endpoint; without a key in it the offline planner serves. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly onToolCrash: (tool: string, error: unknown) => void;
  /** Why a planner was left in the middle of a turn; nothing that the shopper said. */
  readonly onFailover: (reason: string) => void;
}

export interface OpenedAgent {
  readonly agent: SalesAgent;
  close(): Promise<void>;
}

/** The sales agent over the workers, each an MCP server in this process: the same in every root. */
export async function openAgent(parts: AgentParts): Promise<OpenedAgent> {
  const { shop, environment, onFailover } = parts;
  const catalogue = await createMcpToolCatalogue(createWorkers(shop), { onCrash: parts.onToolCrash });
  const model = openChatModel(parts.variables);
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: {
      ...(model === undefined ? {} : { llm: createLlmPlanner(model) }),
      offline: createOfflinePlanner(),
    },
    environment,
    onFailover,
  });
  return { agent, close: () => catalogue.close() };
}
