import { createOfflinePlanner } from '../../../../src/agent/offline/planner.ts';
import { createSalesAgent } from '../../../../src/agent/sales-agent.ts';
import { createMcpToolCatalogue } from '../../../../src/platform/mcp/tool-catalogue.ts';
import { runTool } from '../../../../src/platform/mcp/tool-server.ts';
import { createWorkers } from '../../../../src/workers/all.ts';
import { createFakeShop, fakeActor } from '../../../../src/workers/testing/fake-shop.ts';
import { callsOf, type Dialogue } from '../../../evals/dialogue.ts';
import dialogues from '../../../evals/offline-first.json';
import { percentile } from '../statistics.ts';

const rounds = 2_000;

async function offlineTurns(): Promise<readonly string[]> {
  const { shop, state } = createFakeShop();
  const catalogue = await createMcpToolCatalogue(createWorkers(shop));
  let id = 0;
  const agent = createSalesAgent({
    shop,
    catalogue,
    planners: { offline: createOfflinePlanner(catalogue.spoken) },
    environment: { now: () => 0, newId: () => `turn-${id++}` },
  });
  await callsOf(dialogues[0] as Dialogue);
  const times: number[] = [];
  for (const dialogue of dialogues as readonly Dialogue[]) {
    state.messages.length = 0;
    state.holds.length = 0;
    state.stock.clear();
    state.cart.clear();
    for (const utterance of [...(dialogue.before ?? []), dialogue.say]) {
      const started = performance.now();
      const turn = agent.turn({
        actor: { ...fakeActor, language: dialogue.language },
        utterance,
        signal: new AbortController().signal,
        confirm: async () => true,
      });
      for await (const _event of turn) {
        // Only the time counts.
      }
      times.push(performance.now() - started);
    }
  }
  await catalogue.close();
  return [
    `offline turn over ${times.length} utterances: p50 ${percentile(times, 0.5).toFixed(2)} ms, p95 ${percentile(times, 0.95).toFixed(2)} ms`,
  ];
}

async function inProcessCalls(): Promise<readonly string[]> {
  const { shop } = createFakeShop();
  const workers = createWorkers(shop);
  const tool = workers
    .flatMap((worker) => worker.tools)
    .find((candidate) => candidate.name === 'search_catalog');
  if (tool === undefined) throw new Error('search_catalog is gone');
  const catalogue = await createMcpToolCatalogue(workers);
  const context = { actor: fakeActor, idempotencyKey: 'bench', signal: new AbortController().signal };
  const given = { productType: 'Shirt', colour: 'Blue' };
  const timed = async (call: () => Promise<unknown>): Promise<number> => {
    for (let round = 0; round < rounds / 4; round += 1) await call();
    const started = performance.now();
    for (let round = 0; round < rounds; round += 1) await call();
    return ((performance.now() - started) * 1000) / rounds;
  };
  const direct = await timed(() => runTool(tool, given, context));
  const mcp = await timed(() => catalogue.call('search_catalog', given, context));
  await catalogue.close();
  return [
    `direct validated call: ${direct.toFixed(1)} µs`,
    `in-process MCP call: ${mcp.toFixed(1)} µs (${(mcp / direct).toFixed(2)} times direct)`,
  ];
}

export async function measure(): Promise<readonly string[]> {
  return [...(await offlineTurns()), ...(await inProcessCalls())];
}
