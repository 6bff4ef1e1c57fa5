import type { Result } from '../contracts/result.ts';
import { type ModelSettings, readModelSettings } from '../platform/llm/settings.ts';
import { readWorkersOff } from '../workers/all.ts';

/** What a root reads of its environment before it opens an agent. */
export interface AgentSettings {
  readonly workersOff: readonly string[];
  readonly model: ModelSettings | undefined;
}

/** `invalid` with words for the operator. */
export function readAgentSettings(
  variables: Readonly<Record<string, string | undefined>>,
): Result<AgentSettings> {
  const off = readWorkersOff(variables);
  if (!off.ok) return off;
  const model = readModelSettings(variables);
  return model.ok ? { ok: true, value: { workersOff: off.value, model: model.value } } : model;
}
