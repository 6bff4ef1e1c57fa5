import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { Tool, Worker } from '../../../../src/core/agent/tool.ts';
import type { ToolCatalogue } from '../../../../src/core/agent/tool-catalogue.ts';
import type { Actor } from '../../../../src/core/shop.ts';
import { createHttpTools } from '../../../../src/platform/mcp/http.ts';
import { runTool } from '../../../../src/platform/mcp/tool-server.ts';
import { median } from '../statistics.ts';

const rounds = 1_000;
const warmUp = 200;

/** Medians in microseconds of one call of one tool. */
export interface CallTimes {
  readonly tool: string;
  readonly direct: number;
  readonly inProcess: number;
  readonly http: number;
}

/** The same call three ways, in turns: validated and run, through MCP in this process, through MCP over loopback. */
export async function callTimes(
  workers: readonly Worker[],
  catalogue: ToolCatalogue,
  actor: Actor,
  calls: readonly (readonly [tool: string, given: Readonly<Record<string, unknown>>])[],
): Promise<readonly CallTimes[]> {
  const remote = await connectOverHttp(workers, actor);
  const found: CallTimes[] = [];
  try {
    for (const [name, given] of calls) {
      const tool = workers.flatMap(({ tools }) => tools).find((one) => one.name === name);
      if (tool === undefined) throw new Error(`${name} is gone`);
      found.push({ tool: name, ...(await threeWays(tool, given, catalogue, remote.client, actor)) });
    }
  } finally {
    await remote.close();
  }
  return found;
}

async function threeWays(
  tool: Tool,
  given: Readonly<Record<string, unknown>>,
  catalogue: ToolCatalogue,
  client: Client,
  actor: Actor,
): Promise<Omit<CallTimes, 'tool'>> {
  // Of its own for each call, as a turn's: clients leave their listeners on it.
  const context = () => ({ actor, idempotencyKey: 'bench', signal: new AbortController().signal });
  const ways = {
    direct: async () => (await runTool(tool, given, context())).ok,
    inProcess: async () => (await catalogue.call(tool.name, given, context())).result.ok,
    http: async () => (await client.callTool({ name: tool.name, arguments: given })).isError !== true,
  };
  const times: Record<keyof typeof ways, number[]> = { direct: [], inProcess: [], http: [] };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
      const began = performance.now();
      if (!(await ways[way]())) throw new Error(`${tool.name} failed (${way})`);
      if (round >= warmUp) times[way].push((performance.now() - began) * 1000);
    }
  }
  return { direct: median(times.direct), inProcess: median(times.inProcess), http: median(times.http) };
}

/** The handler that serves the hub's `/mcp`, with nobody to ask for a key. */
async function connectOverHttp(workers: readonly Worker[], actor: Actor) {
  const tools = createHttpTools({
    workers,
    environment: systemEnvironment,
    onCrash: (_tool, error) => {
      throw error;
    },
    onError: (error) => {
      throw error;
    },
    audit: () => undefined,
  });
  const caller = {
    clientId: 'bench',
    writes: false,
    open: async () => 'bench',
    find: async () => actor,
    close: async () => true,
    own: async () => actor,
  };
  const server = serve({ fetch: (request) => tools.fetch(request, caller), port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new Client({ name: 'bench', version: '1' });
  const transport = new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), {
    // The transport hands its one signal to every request, and each leaves a listener there.
    fetch: (url, { signal: _signal, ...given } = {}) => fetch(url, given),
  });
  await client.connect(transport);
  return {
    client,
    close: async () => {
      await client.close();
      await tools.close();
      server.close();
    },
  };
}
