import { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { serveToolsOverStdio } from '../../platform/mcp/stdio.ts';
import { createWorkers, readWorkersOff } from '../../workers/all.ts';
import type { OpenShop } from '../agent/open-shop.ts';
import { languageOf } from '../agent/run-agent.ts';
import type { CommandStreams } from '../command.ts';

export const mcpHelp = `Usage: npm run --silent aisle -- mcp [OPTIONS]

Serves the tools of all workers to an MCP client over stdio. Stdout carries the protocol and nothing else. A hub serves them over
HTTP, see 'aisle mcp-keys --help'.

Options:
  --writes                also the tools that change something (bag, reservations, offers, payment links): whoever starts
                          the command consents to what the client does with them
  --language en|hi|es|ar  language of the session (en)
  --store ID              shop to be in (the first one)
  --data DIR              folder with the shop's data (the sample shop, in a folder of its own)
  --help                  this text

Environment: AISLE_WORKERS_OFF names workers to do without.
`;

/** Gives the exit status: 0 when the client has gone, 2 when the shop cannot be opened. */
export async function runMcp(
  argv: readonly string[],
  streams: CommandStreams,
  open: OpenShop,
): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      writes: { type: 'boolean' },
      language: { type: 'string' },
      store: { type: 'string' },
      data: { type: 'string' },
    },
  });
  const off = readWorkersOff(streams.environment);
  if (!off.ok) {
    streams.errors.write(`aisle mcp: ${off.failure.message}\n`);
    return 2;
  }
  const opened = await open({
    data: values.data,
    storeId: values.store,
    language: languageOf(values.language ?? 'en'),
    onProgress: (text) => streams.errors.write(`${text}\n`),
  });
  if (!opened.ok) {
    streams.errors.write(`aisle mcp: ${opened.failure.message}\n`);
    return 2;
  }
  const { shop, actor, environment, close } = opened.value;
  if (!(streams.input instanceof Readable) || !(streams.output instanceof Writable)) {
    throw new Error('The mcp command needs Node streams');
  }
  await serveToolsOverStdio({
    workers: createWorkers(shop, off.value),
    actor,
    environment,
    writes: values.writes === true,
    audit: ({ tool, outcome, milliseconds }) =>
      streams.errors.write(`aisle mcp: ${tool}: ${outcome}, ${milliseconds} ms\n`),
    input: streams.input,
    output: streams.output,
    // A message that does not fit the protocol is explained over many lines; one is enough on a terminal.
    onError: (error) =>
      streams.errors.write(`aisle mcp: ${error.message.replace(/\s+/gu, ' ').slice(0, 200)}\n`),
  });
  await close();
  return 0;
}
