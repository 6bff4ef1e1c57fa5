import { parseArgs } from 'node:util';
import { readAgentSettings } from '../../composition/agent-settings.ts';
import { openAgent } from '../../composition/open-agent.ts';
import type { AgentEvent } from '../../contracts/agent-event.ts';
import { type Language, languages } from '../../contracts/primitives.ts';
import { readForeignSettings } from '../../platform/mcp/foreign/settings.ts';
import { createWorkers } from '../../workers/all.ts';
import { type CommandStreams, UsageError } from '../command.ts';
import { createLineQueue, type LineQueue } from './line-queue.ts';
import type { OpenShop } from './open-shop.ts';

export const agentHelp = `Usage: npm run --silent aisle -- agent [OPTIONS]

Talks with the sales agent. Reads one utterance a line on stdin and writes one JSON event a line on stdout:
tool-call, tool-result, text, card, confirm, turn-ended. A confirm waits for the line 'yes' or 'no'; any other line is a no,
and then the next utterance. Ends with the input.

Options:
  --language en|hi|es|ar  language of the answers (en)
  --store ID              shop to be in (the first one)
  --data DIR              folder with the shop's data (the sample shop, in a folder of its own)
  --help                  this text

Environment: OPENAI_API_KEY turns the language model on; OPENAI_BASE_URL and AISLE_LLM_MODEL say which,
AISLE_LLM_PRICE and AISLE_LLM_TURN_BUDGET what it costs and may cost (see README.md).
AISLE_MCP_SERVERS names a file of MCP servers whose tools the language model may use as well (see README.md); AISLE_WORKERS_OFF
names workers to do without.
`;

/** Gives the exit status: 0 at the end of the input, 2 when the shop or what the environment names cannot be opened. */
export async function runAgent(
  argv: readonly string[],
  streams: CommandStreams,
  open: OpenShop,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { language: { type: 'string' }, store: { type: 'string' }, data: { type: 'string' } },
  });
  const settings = readAgentSettings(streams.environment);
  const foreign = await readForeignSettings(streams.environment);
  if (!foreign.ok || !settings.ok) {
    const refused = [settings, foreign].flatMap((one) => (one.ok ? [] : [one.failure.message]));
    streams.errors.write(refused.map((message) => `aisle agent: ${message}\n`).join(''));
    return 2;
  }
  const opened = await open({
    data: values.data,
    storeId: values.store,
    language: languageOf(values.language ?? 'en'),
    onProgress: (text) => streams.errors.write(`${text}\n`),
  });
  if (!opened.ok) {
    streams.errors.write(`aisle agent: ${opened.failure.message}\n`);
    return 2;
  }
  const { shop, actor, environment, close } = opened.value;
  const { agent, close: closeAgent } = await openAgent({
    shop,
    workers: createWorkers(shop, settings.value.workersOff),
    model: settings.value.model,
    environment,
    variables: streams.environment,
    onToolCrash: (tool) => streams.errors.write(`aisle agent: ${tool} crashed\n`),
    // Its own events tell of each call.
    audit: () => undefined,
    onForeignServer: (text) => streams.errors.write(`aisle agent: foreign MCP server: ${text}\n`),
    onFailover: (reason) => streams.errors.write(`aisle agent: the offline planner takes over (${reason})\n`),
  });
  const lines = createLineQueue(streams.input);
  // An utterance that the agent refuses (too long) is not in its history, but has its number here all the same.
  let number = 0;
  const write = (event: AgentEvent) =>
    streams.output.write(`${JSON.stringify({ ...event, turn: number })}\n`);
  try {
    for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
      number += 1;
      const turn = agent.turn({
        actor,
        utterance: line,
        signal: new AbortController().signal,
        confirm: () => consentOf(lines),
      });
      for await (const event of turn) write(event);
    }
  } finally {
    await closeAgent();
    await close();
  }
  return 0;
}

/** Only `yes` is a yes. Other words than `no` are no consent either, but the shopper's next utterance. */
async function consentOf(lines: LineQueue): Promise<boolean> {
  const line = await lines.next();
  const answer = line?.toLowerCase();
  if (line !== undefined && answer !== 'yes' && answer !== 'no') lines.putBack(line);
  return answer === 'yes';
}

export function languageOf(text: string): Language {
  const found = languages.find((language) => language === text);
  if (found === undefined) {
    throw new UsageError(`--language must be one of ${languages.join(', ')}, not '${text}'`);
  }
  return found;
}
