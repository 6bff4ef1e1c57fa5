import type { Planner } from '../core/agent/planner.ts';
import type { ToolCatalogue } from '../core/agent/tool-catalogue.ts';
import type { Environment } from '../core/ports/environment.ts';
import type { Shop } from '../core/shop.ts';

export interface AgentLimits {
  /** Planner rounds in one turn, each planner for itself. */
  readonly rounds: number;
  /** Tool calls in one turn, over all rounds and planners. */
  readonly calls: number;
  /** Milliseconds that one planner may plan in one turn, over all rounds; what tools and shoppers take is not counted. */
  readonly planningMs: number;
  /** Tokens that models may be paid for in one turn: who has spent them is asked nothing more in it. */
  readonly tokens: number;
  /** What they may cost in one turn, in millionths of a unit of the currency that the endpoint is paid in. */
  readonly cost: number;
  /** Characters of one utterance. */
  readonly utterance: number;
}

export interface SalesAgentParts {
  readonly shop: Shop;
  readonly catalogue: ToolCatalogue;
  readonly planners: { readonly llm?: Planner | undefined; readonly offline: Planner };
  readonly environment: Environment;
  readonly limits?: Partial<AgentLimits>;
  /** Told why a planner was left in the middle of a turn: for logs; carries nothing that the shopper said. */
  readonly onFailover?: (reason: string) => void;
}
