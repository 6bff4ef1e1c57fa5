import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import OpenAI from 'openai';
import { createLlmPlanner } from '../../../../src/agent/llm/planner.ts';
import { createOfflinePlanner } from '../../../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../../../src/agent/sales-agent.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { ToolCatalogue } from '../../../../src/core/agent/tool-catalogue.ts';
import { createOpenAiChatModel } from '../../../../src/platform/llm/openai-chat-model.ts';
import { fromSource } from '../../../support/from-source.ts';
import { median } from '../statistics.ts';
import type { LargeShop } from './large-shop.ts';

const turns = 30;
const warmUp = 5;
const program = fileURLToPath(new URL('model-server.ts', import.meta.url));
const answersPerTurn = 2;

/** Medians in milliseconds. */
export interface ModelTurnTimes {
  /** What the scripted server itself took, over both answers. */
  readonly server: number;
  /** What a turn of the agent took beyond that, its three tools included. */
  readonly agent: number;
  /** What the SDK alone took beyond it, for the same two requests. */
  readonly sdk: number;
  /** From the shopper's words to the agent's first event. */
  readonly firstEvent: number;
}

export async function modelTurns(
  { shop, newShopper }: LargeShop,
  catalogue: ToolCatalogue,
): Promise<ModelTurnTimes> {
  const server = startServer();
  const baseUrl = await server.line();
  const ownTime = async (): Promise<number> => {
    let sum = 0;
    for (let answer = 0; answer < answersPerTurn; answer += 1) sum += Number(await server.line());
    return sum;
  };
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: {
      llm: createLlmPlanner(createOpenAiChatModel({ baseUrl, apiKey: 'scripted', model: 'scripted' })),
      offline: createOfflinePlanner(catalogue.spoken),
    },
    environment: systemEnvironment,
    onFailover: (reason) => {
      throw new Error(`The model was left: ${reason}`);
    },
  });
  const bare = new OpenAI({ baseURL: baseUrl, apiKey: 'scripted', maxRetries: 0 });
  const times = { server: [], agent: [], sdk: [], firstEvent: [] } as Record<keyof ModelTurnTimes, number[]>;
  try {
    for (let round = 0; round < warmUp + turns; round += 1) {
      const actor = await newShopper();
      const began = performance.now();
      let first = 0;
      const turn = agent.turn({
        actor,
        utterance: 'a silk kurta in M, please',
        signal: new AbortController().signal,
        confirm: async () => false,
      });
      for await (const _event of turn) first ||= performance.now() - began;
      const took = performance.now() - began;
      const took1 = await ownTime();
      const bareBegan = performance.now();
      await bareTurn(bare);
      const bareTook = performance.now() - bareBegan;
      const took2 = await ownTime();
      if (round < warmUp) continue;
      times.server.push(took1);
      times.agent.push(took - took1);
      times.sdk.push(bareTook - took2);
      times.firstEvent.push(first);
    }
  } finally {
    server.stop();
  }
  return {
    server: median(times.server),
    agent: median(times.agent),
    sdk: median(times.sdk),
    firstEvent: median(times.firstEvent),
  };
}

/** The same answers of the server, read to their ends, and nothing done with them. */
async function bareTurn(client: OpenAI): Promise<void> {
  const asked = { role: 'user', content: 'a silk kurta in M, please' } as const;
  const told = { role: 'tool', tool_call_id: 'call-get_cart-1', content: '{}' } as const;
  for (const messages of [[asked], [asked, told]]) {
    const stream = await client.chat.completions.create({ model: 'scripted', stream: true, messages });
    for await (const _chunk of stream) {
      // Only the time counts.
    }
  }
}

function startServer() {
  const child = spawn(process.execPath, [...fromSource, program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('The scripted server ended');
      return value;
    },
    stop: () => void child.kill(),
  };
}
