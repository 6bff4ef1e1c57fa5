import type { Channel } from '../../contracts/primitives.ts';
import type { Failure, Result } from '../../contracts/result.ts';
import type { ToolCatalogue } from './tool-catalogue.ts';

/** One call of a tool, for the log. Neither arguments nor results, nor anything that a model wrote: they may be personal. */
export interface ToolCallRecord {
  /** `unknown` where there is no such tool: what was written instead of a name may be anything. */
  readonly tool: string;
  readonly effect: 'read' | 'write';
  readonly channel: Channel;
  readonly outcome: 'ok' | Failure['kind'];
  /** The shop's own word for why it failed. */
  readonly reason?: string;
  readonly milliseconds: number;
}

export type ToolAudit = (record: ToolCallRecord) => void;

/** Tells of a call when it has ended, however it ends. */
export async function audited<Value>(
  audit: ToolAudit | undefined,
  call: Pick<ToolCallRecord, 'tool' | 'effect' | 'channel'>,
  work: () => Promise<Value>,
  resultOf: (value: Value) => Result<unknown>,
): Promise<Value> {
  const began = performance.now();
  const value = await work();
  const result = resultOf(value);
  const { reason } = result.ok ? {} : result.failure;
  audit?.({
    ...call,
    outcome: result.ok ? 'ok' : result.failure.kind,
    ...(reason !== undefined && { reason }),
    milliseconds: Math.round(performance.now() - began),
  });
  return value;
}

/** The catalogue, with every call told of. */
export function auditedCatalogue(catalogue: ToolCatalogue, audit: ToolAudit): ToolCatalogue {
  return {
    ...catalogue,
    call: async (name, toolArguments, context) => {
      const known = (await catalogue.list()).find((tool) => tool.name === name);
      return audited(
        audit,
        {
          tool: known?.name ?? 'unknown',
          effect: known?.effect ?? 'read',
          channel: context.actor.channel,
        },
        () => catalogue.call(name, toolArguments, context),
        ({ result }) => result,
      );
    },
  };
}
