import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@modelcontextprotocol/client';
import type { Result } from '../../../contracts/result.ts';
import { backoff } from '../../../core/sync/backoff.ts';
import { createBreaker } from '../../llm/breaker.ts';
import { answerOf, failureOf, isRefusal, isTimeout, unreachable } from './answer.ts';
import { ChildTransport } from './child-transport.ts';
import { openHttpTransport } from './http-transport.ts';
import { type OfferedTool, offeredTools } from './offered-tools.ts';
import { boundedValidator } from './schema-check.ts';
import type { ForeignSettings } from './settings.ts';

/** Milliseconds from the start of a program to the list of its tools; some have to be fetched first (npx, uvx). */
const connectMs = 30_000;
/** A program of another generation of the protocol may leave the first question unanswered. */
const probeMs = 2_000;
/** Who lives this long and then dies is tried again soon. */
const steadyMs = 60_000;
/** The same is not said to the operator again within this time; so many different things are remembered. */
const quietMs = 600_000;
const mostTold = 20;
/** Pages of a list of tools. */
const mostPages = 8;

export interface ForeignOptions {
  /** A line for the operator; nothing in it but names of servers and tools, and words of ours. */
  readonly onTrouble: (text: string) => void;
  readonly breaker?: { readonly failures: number; readonly halfOpenAfterMs: number };
}

export interface ForeignServer {
  readonly name: string;
  /** Resolves when the first attempt to connect has ended, however. */
  readonly tried: Promise<void>;
  /** Those that can be called now: none while it is away or left alone. */
  tools(): readonly OfferedTool[];
  /** Sends the arguments and nothing else. Never throws. */
  call(
    tool: OfferedTool,
    toolArguments: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<Result<Readonly<Record<string, unknown>>>>;
  close(): Promise<void>;
}

/** Keeps a connection with one foreign server: connects again when it is lost, later and later when that does not help. */
export function openForeignServer(settings: ForeignSettings, options: ForeignOptions): ForeignServer {
  const { name, timeoutMs } = settings;
  const breaker = createBreaker(options.breaker ?? { failures: 3, halfOpenAfterMs: 30_000 });
  const closing = new AbortController();
  let connected: { readonly client: Client; readonly tools: readonly OfferedTool[] } | undefined;
  const told = new Map<string, number>();

  /** From start to end of one connection. */
  async function live(
    mode: 'auto' | 'legacy',
    onTried: () => void,
  ): Promise<{ readonly served: boolean; readonly end: string }> {
    const { reach } = settings;
    const transport = 'url' in reach ? openHttpTransport(reach, timeoutMs) : new ChildTransport(reach);
    const client = new Client(
      { name: 'aisle', version: '0.1.0' },
      {
        jsonSchemaValidator: boundedValidator,
        listMaxPages: mostPages,
        versionNegotiation: { mode, probe: { timeoutMs: probeMs } },
        inputRequired: { autoFulfill: false },
      },
    );
    const over = new Promise<void>((resolve) => {
      client.onclose = resolve;
    });
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(connectMs)]);
      await abortable(client.connect(transport, { signal, timeout: connectMs }), signal);
      // Asked without it, the SDK writes to stdout.
      const listed = client.getServerCapabilities()?.tools
        ? await abortable(client.listTools(undefined, { signal, timeout: connectMs }), signal)
        : { tools: [] };
      const { tools, left } = offeredTools(settings, listed.tools);
      connected = { client, tools };
      const rest = left.length > 5 ? ` and ${left.length - 5} more` : '';
      report(
        `${tools.length === 0 ? 'offers nothing' : `offers ${tools.length} of its tools`}${
          left.length === 0 ? '' : `; left out: ${left.slice(0, 5).join(', ')}${rest}`
        }`,
      );
      onTried();
      await over;
      return { served: true, end: endOf(transport) ?? 'the connection was lost' };
    } catch {
      return { served: false, end: endOf(transport) ?? 'does not answer as an MCP server' };
    } finally {
      connected = undefined;
      await transport.close().catch(() => undefined);
    }
  }

  /** A server that comes and goes all day does not fill the log. */
  function report(text: string): void {
    const now = Date.now();
    if (now - (told.get(text) ?? 0) < quietMs) return;
    if (told.size === mostTold) told.clear();
    told.set(text, now);
    options.onTrouble(`${name}: ${text}`);
  }

  async function keep(onTried: () => void): Promise<void> {
    let failures = 0;
    let mode: 'auto' | 'legacy' = 'auto';
    while (!closing.signal.aborted) {
      const began = Date.now();
      const { served, end } = await live(mode, onTried);
      if (closing.signal.aborted) return;
      const lasted = Date.now() - began;
      // Some of the older generation end when they are asked for the newer one.
      if (!served && mode === 'auto') {
        mode = 'legacy';
        continue;
      }
      if (!served) mode = 'auto';
      onTried();
      failures = lasted > steadyMs ? 1 : failures + 1;
      report(`${end}; its tools are away until it can be reached again`);
      const pause = backoff(failures, Math.random());
      await sleep(pause, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }

  let onTried: () => void = () => undefined;
  const tried = new Promise<void>((resolve) => {
    onTried = resolve;
  });
  const kept = keep(onTried);

  return {
    name,
    tried,
    tools: () => (breaker.available() ? (connected?.tools ?? []) : []),
    call: async (tool, toolArguments, signal) => {
      const client = connected?.client;
      if (client === undefined || !breaker.available()) return unreachable(tool.name);
      try {
        return await breaker.run(async () => {
          try {
            const asked = { name: tool.remoteName, arguments: { ...toolArguments } };
            return answerOf(tool, await client.callTool(asked, { timeout: timeoutMs, signal }));
          } catch (error) {
            if (isRefusal(error) || signal.aborted) return failureOf(tool, error, signal);
            throw error;
          }
        });
      } catch (error) {
        const left = !breaker.available();
        if (left) report('is left alone for a while: it does not answer');
        // A hung program hangs on; a new one may not.
        if (left || !isTimeout(error)) void client.close().catch(() => undefined);
        return failureOf(tool, error, signal);
      }
    },
    close: async () => {
      closing.abort();
      await connected?.client.close().catch(() => undefined);
      await kept;
    },
  };
}

const endOf = (transport: object): string | undefined =>
  transport instanceof ChildTransport ? transport.ended : undefined;

/** Some waits of the SDK know no end of their own. */
const abortable = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      const abort = () => reject(new Error('aborted'));
      if (signal.aborted) abort();
      else signal.addEventListener('abort', abort, { once: true });
    }),
  ]);
