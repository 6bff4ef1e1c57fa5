import { createLlmPlanner } from '../agent/llm/planner.ts';
import { createOfflinePlanner } from '../agent/offline/planner.ts';
import { createSalesAgent } from '../agent/sales-agent.ts';
import type { SalesAgent } from '../core/agent/planner.ts';
import type { Worker } from '../core/agent/tool.ts';
import { auditedCatalogue, type ToolAudit } from '../core/agent/tool-audit.ts';
import type { ToolCatalogue } from '../core/agent/tool-catalogue.ts';
import type { Environment } from '../core/ports/environment.ts';
import type { Shop } from '../core/shop.ts';
import { createOpenAiChatModel } from '../platform/llm/openai-chat-model.ts';
import type { ModelSettings } from '../platform/llm/settings.ts';
import { createForeignCatalogue } from '../platform/mcp/foreign/foreign-catalogue.ts';
import { readForeignSettings } from '../platform/mcp/foreign/settings.ts';
import { joinCatalogues } from '../platform/mcp/join-catalogues.ts';
import { createMcpToolCatalogue } from '../platform/mcp/tool-catalogue.ts';

export interface AgentParts {
  readonly shop: Shop;
  /** Of this shop. */
  readonly workers: readonly Worker[];
  readonly environment: Environment;
  /** Without one the offline planner serves. */
  readonly model: ModelSettings | undefined;
  /** The file of foreign MCP servers. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly onToolCrash: (tool: string, error: unknown) => void;
  /** A line about servers that are not the shop's: which serve, which are away, what is wrong with their file. */
  readonly onForeignServer: (text: string) => void;
  /** Told of every call of a tool. */
  readonly audit: ToolAudit;
  /** Why a planner was left in the middle of a turn; nothing that the shopper said. */
  readonly onFailover: (reason: string) => void;
}

export interface OpenedAgent {
  readonly agent: SalesAgent;
  close(): Promise<void>;
}

/**
 * The sales agent over the workers, each an MCP server in this process, and over the foreign MCP servers that are plugged in: the
 * same in every root. It goes on without those when their file is bad.
 */
export async function openAgent(parts: AgentParts): Promise<OpenedAgent> {
  const { shop, workers, environment, model, onFailover } = parts;
  const own = await createMcpToolCatalogue(workers, { onCrash: parts.onToolCrash });
  const catalogue = auditedCatalogue(await withForeign(own, parts), parts.audit);
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: {
      ...(model === undefined ? {} : { llm: createLlmPlanner(createOpenAiChatModel(model)) }),
      offline: createOfflinePlanner(catalogue.spoken),
    },
    environment,
    ...(model?.turnBudget !== undefined && { limits: { cost: model.turnBudget } }),
    onFailover,
  });
  return { agent, close: () => catalogue.close() };
}

async function withForeign(own: ToolCatalogue, parts: AgentParts): Promise<ToolCatalogue> {
  const settings = await readForeignSettings(parts.variables);
  if (!settings.ok) parts.onForeignServer(settings.failure.message);
  if (!settings.ok || settings.value.length === 0) return own;
  return joinCatalogues(own, createForeignCatalogue(settings.value, { onTrouble: parts.onForeignServer }));
}
