import { createMcpToolCatalogue } from '../../../../src/platform/mcp/tool-catalogue.ts';
import { createWorkers } from '../../../../src/workers/all.ts';
import { percentile, spread } from '../statistics.ts';
import { firstSigns, type Signs } from './first-sign.ts';
import { openLargeShop } from './large-shop.ts';
import { type ModelTurnTimes, modelTurns } from './model-turns.ts';
import { offlineTurns } from './offline-turns.ts';
import { type CallTimes, callTimes } from './tool-calls.ts';

const variants = 100_000;

export async function measure(): Promise<readonly string[]> {
  const large = await openLargeShop(variants);
  const workers = createWorkers(large.shop);
  const catalogue = await createMcpToolCatalogue(workers);
  try {
    const offline = await offlineTurns(large, catalogue);
    const calls = await callTimes(workers, catalogue, await large.newShopper(), [
      ['search_catalog', { text: 'silk kurta', size: 'M' }],
      ['get_cart', {}],
      ['get_store_info', {}],
    ]);
    const model = await modelTurns(large, catalogue);
    return [
      ...offlineText(offline),
      ...callsText(calls),
      ...modelText(model),
      ...signsText(await firstSigns()),
    ];
  } finally {
    await catalogue.close();
    await large.close();
  }
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

const offlineText = (times: readonly number[]): readonly string[] => [
  `offline turn, ${variants} variants in SQLite, ${times.length} turns: p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}, longest ${ms(Math.max(...times))}`,
];

const callsText = (calls: readonly CallTimes[]): readonly string[] => [
  'one call, medians: validated and run, through MCP in this process, through MCP over HTTP on loopback',
  ...calls.map(
    ({ tool, direct, inProcess, http }) =>
      `  ${tool.padEnd(16)} ${direct.toFixed(0)} µs, ${inProcess.toFixed(0)} µs (${(inProcess / direct).toFixed(2)} x direct), ` +
      `${http.toFixed(0)} µs (${(http / direct).toFixed(1)} x direct, ${(http / inProcess).toFixed(1)} x in this process)`,
  ),
];

const modelText = ({ server, agent, sdk, firstEvent }: ModelTurnTimes): readonly string[] => [
  `turn with a model and three tools: its server took ${ms(server)}, the agent ${ms(agent)} more (${((100 * agent) / server).toFixed(2)} %)`,
  `  the SDK alone, same answers, no tools: ${ms(sdk)} more (${(agent / sdk).toFixed(1)} x)`,
  `  first event of the agent after ${ms(firstEvent)}`,
];

const signsText = ({ working, answer }: Signs): readonly string[] => [
  `on a kiosk, from the tap on 'send': sign of work painted ${spread(working)}, answer painted ${spread(answer)}`,
];
