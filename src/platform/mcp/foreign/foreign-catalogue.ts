import { setTimeout as sleep } from 'node:timers/promises';
import { fail, succeed } from '../../../contracts/result.ts';
import type { ToolCatalogue, ToolOutcome } from '../../../core/agent/tool-catalogue.ts';
import { rememberOutcomes } from '../idempotency.ts';
import { unreachable } from './answer.ts';
import { type ForeignOptions, openForeignServer } from './foreign-server.ts';
import type { OfferedTool } from './offered-tools.ts';
import { schemaProblem } from './schema-check.ts';
import type { ForeignSettings } from './settings.ts';

/** Counted from the start of the program: a first turn may wait for tools that are on their way, no later one does. */
const firstListMs = 3_000;

/** The tools of foreign servers, each under `SERVER__TOOL`. What goes wrong with a server costs its own tools only. */
export function createForeignCatalogue(
  settings: readonly ForeignSettings[],
  options: ForeignOptions,
): ToolCatalogue {
  const servers = settings.map((given) => openForeignServer(given, options));
  const ready = Promise.race([
    Promise.all(servers.map(({ tried }) => tried)),
    sleep(firstListMs, undefined, { ref: false }),
  ]);
  const remember = rememberOutcomes();

  const serverOf = (name: string) => servers.find((server) => name.startsWith(`${server.name}__`));
  const find = (name: string) =>
    serverOf(name)
      ?.tools()
      .find((tool) => tool.name === name);

  /** A server that is away may be back in a moment; a name that none can have is unknown. */
  const missing = (name: string) =>
    serverOf(name) === undefined ? fail('not-found', `There is no tool ${name}.`) : unreachable(name);

  return {
    list: async () => {
      await ready;
      return servers.flatMap((server) => server.tools());
    },
    words: new Map(),
    // The offline planner does not use foreign tools.
    spoken: new Map(),
    consent: async (name, toolArguments) => {
      const tool = find(name);
      if (tool === undefined) return missing(name);
      const refused = badArguments(tool, toolArguments);
      return refused ?? succeed({ worker: tool.worker, sentence: undefined });
    },
    call: async (name, toolArguments, context) => {
      const tool = find(name);
      const server = serverOf(name);
      if (tool === undefined || server === undefined) return { result: missing(name), card: undefined };
      const work = async (): Promise<ToolOutcome> => ({
        result: badArguments(tool, toolArguments) ?? (await server.call(tool, toolArguments, context.signal)),
        card: undefined,
      });
      return tool.effect === 'read'
        ? work()
        : remember(`${context.actor.sessionId} ${name} ${context.idempotencyKey}`, work);
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** So that the shopper is not asked about what the server would refuse. */
function badArguments(tool: OfferedTool, toolArguments: Readonly<Record<string, unknown>>) {
  let problem: string | undefined;
  try {
    problem = schemaProblem(tool.inputSchema, toolArguments);
  } catch {
    problem = 'they cannot be checked';
  }
  if (problem === undefined) return undefined;
  return fail('invalid', `Correct the arguments of ${tool.name}: ${problem.slice(0, 300)}.`, {
    reason: 'bad-arguments',
  });
}
