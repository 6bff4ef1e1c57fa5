import type { Logger } from 'pino';
import { createLlmPlanner } from '../agent/llm/planner.ts';
import { createOfflinePlanner } from '../agent/offline/planner.ts';
import { createSalesAgent } from '../agent/sales-agent.ts';
import type { SalesAgent } from '../core/agent/planner.ts';
import type { Environment } from '../core/ports/environment.ts';
import type { Shop } from '../core/shop.ts';
import { openChatModel } from '../platform/llm/openai-chat-model.ts';
import { createMcpToolCatalogue } from '../platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../workers/all.ts';

/** The same agent and workers as on the kiosk, over the hub's shop. */
export async function openAgent(parts: {
  readonly shop: Shop;
  readonly environment: Environment;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
}): Promise<{ readonly agent: SalesAgent; close(): Promise<void> }> {
  const { shop, environment, log } = parts;
  const catalogue = await createMcpToolCatalogue(createWorkers(shop), {
    onCrash: (tool, error) => log.error({ err: error, tool }, 'tool crashed'),
  });
  const model = openChatModel(parts.variables);
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: {
      ...(model === undefined ? {} : { llm: createLlmPlanner(model) }),
      offline: createOfflinePlanner(),
    },
    environment,
    onFailover: (reason) => log.warn({ reason }, 'the offline planner takes over'),
  });
  return { agent, close: () => catalogue.close() };
}
