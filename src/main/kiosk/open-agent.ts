import type { Logger } from 'pino';
import { createOfflinePlanner } from '../../agent/offline/planner.ts';
import { createSalesAgent } from '../../agent/sales-agent.ts';
import type { SalesAgent } from '../../core/agent/planner.ts';
import type { ToolCatalogue } from '../../core/agent/tool-catalogue.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Shop } from '../../core/shop.ts';
import { createMcpToolCatalogue } from '../../platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../workers/all.ts';

export interface KioskAgent {
  readonly agent: SalesAgent;
  readonly tools: ToolCatalogue;
}

/** The sales agent over the workers, each an MCP server in this process. */
export async function openAgent(shop: Shop, environment: Environment, log: Logger): Promise<KioskAgent> {
  const tools = await createMcpToolCatalogue(createWorkers(shop), {
    onCrash: (tool, error) => log.error({ tool, error }, 'tool crashed'),
  });
  const agent = createSalesAgent({
    shop,
    catalogue: tools,
    planners: { offline: createOfflinePlanner() },
    environment,
    onFailover: (reason) => log.warn({ reason }, 'the offline planner took over'),
  });
  return { agent, tools };
}
