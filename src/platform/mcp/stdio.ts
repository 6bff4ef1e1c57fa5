import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Worker } from '../../core/agent/tool.ts';
import type { ToolAudit } from '../../core/agent/tool-audit.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Actor } from '../../core/shop.ts';
import { createToolServer } from './tool-server.ts';

/**
 * Serves all workers' tools over stdio, to clients of either protocol generation, in the name of one actor. Resolves
 * when the client has gone. Only read tools unless `writes` is set: whoever starts the command gives the consent.
 */
export function serveToolsOverStdio(options: {
  readonly workers: readonly Worker[];
  readonly actor: Actor;
  readonly environment: Environment;
  readonly writes: boolean;
  readonly input: Readable;
  readonly output: Writable;
  readonly onError: (error: Error) => void;
  readonly audit: ToolAudit;
}): Promise<void> {
  const tools = options.workers.flatMap((worker) => worker.tools);
  const transport = new StdioServerTransport(options.input, options.output);
  return new Promise((resolve) => {
    options.input.once('end', () => resolve());
    options.input.once('close', () => resolve());
    serveStdio(
      () =>
        createToolServer({
          name: 'shop',
          title: 'Aisle shop tools',
          tools,
          writes: options.writes,
          audit: options.audit,
          contextOf: (_callId, _requestId, signal) => ({
            actor: options.actor,
            idempotencyKey: options.environment.newId(),
            signal,
          }),
        }),
      { transport, onerror: options.onError },
    );
  });
}
