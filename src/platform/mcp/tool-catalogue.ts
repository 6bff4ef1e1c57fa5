import {
  type CallToolResult,
  Client,
  type ClientOptions,
  type JsonSchemaValidator,
  SdkError,
  SdkErrorCode,
} from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { fail, failure as failureSchema, succeed } from '../../contracts/result.ts';
import type { Tool, ToolContext, Worker } from '../../core/agent/tool.ts';
import type { ToolCatalogue, ToolDescription, ToolOutcome } from '../../core/agent/tool-catalogue.ts';
import { rememberOutcomes } from './idempotency.ts';
import { callKey, createToolServer, failureKey, previewTool } from './tool-server.ts';

export interface ToolCatalogueOptions {
  /** Milliseconds a call may take; its outcome is unknown after that. */
  readonly timeoutMs?: number;
  readonly onCrash?: (tool: string, error: unknown) => void;
}

interface Connection {
  readonly client: Client;
  readonly contexts: Map<string, ToolContext>;
}

/** Tools validate their own output by their schema; a second check by JSON Schema would only cost. */
const noValidation: NonNullable<ClientOptions['jsonSchemaValidator']> = {
  getValidator<T>(): JsonSchemaValidator<T> {
    return (input) => ({ valid: true, data: input as T, errorMessage: undefined });
  },
};

/**
 * Connects every worker as an MCP server of its own over linked in-memory transports. The context of a call travels
 * beside the message, under a key that only this host hands out.
 */
export async function createMcpToolCatalogue(
  workers: readonly Worker[],
  options: ToolCatalogueOptions = {},
): Promise<ToolCatalogue> {
  const timeout = options.timeoutMs ?? 10_000;
  const connections: Connection[] = [];
  const descriptions: ToolDescription[] = [];
  const tools = new Map<
    string,
    { readonly connection: Connection; readonly tool: Tool; readonly worker: string }
  >();
  for (const worker of workers) {
    const connection = await connect(worker, options.onCrash);
    connections.push(connection);
    const listed = await connection.client.listTools();
    for (const tool of worker.tools) {
      const description = listed.tools.find((candidate) => candidate.name === tool.name);
      if (description === undefined || tools.has(tool.name)) {
        throw new Error(`Worker ${worker.name}: tool ${tool.name} is missing or there twice`);
      }
      tools.set(tool.name, { connection, tool, worker: worker.name });
      descriptions.push({
        worker: worker.name,
        name: tool.name,
        description: description.description ?? '',
        effect: description.annotations?.readOnlyHint === true ? 'read' : 'write',
        inputSchema: description.inputSchema,
      });
    }
  }
  const remember = rememberOutcomes();
  let calls = 0;
  const unknownTool = (name: string) =>
    fail('not-found', `There is no tool ${name}. Tools: ${[...tools.keys()].join(', ')}.`);

  async function callOnce(
    name: string,
    toolArguments: Readonly<Record<string, unknown>>,
    context: ToolContext,
  ): Promise<ToolOutcome> {
    const entry = tools.get(name);
    if (entry === undefined) return { result: unknownTool(name), card: undefined };
    const { connection, tool } = entry;
    calls += 1;
    const key = String(calls);
    connection.contexts.set(key, context);
    try {
      const answer = await connection.client.callTool(
        { name, arguments: { ...toolArguments }, _meta: { [callKey]: key } },
        { timeout, signal: context.signal },
      );
      return outcomeOf(tool, answer, options.onCrash);
    } catch (error) {
      return { result: failureOf(name, error, context.signal, options.onCrash), card: undefined };
    } finally {
      connection.contexts.delete(key);
    }
  }

  return {
    list: async () => descriptions,
    words: new Map(workers.flatMap(({ name, words }) => (words === undefined ? [] : [[name, words]]))),
    spoken: new Map(workers.flatMap(({ name, spoken }) => (spoken === undefined ? [] : [[name, spoken]]))),
    consent: async (name, toolArguments, context) => {
      const entry = tools.get(name);
      if (entry === undefined) return unknownTool(name);
      const previewed = await previewTool(entry.tool, toolArguments, context, options.onCrash);
      return previewed.ok ? succeed({ worker: entry.worker, sentence: previewed.value }) : previewed;
    },
    call: (name, toolArguments, context) =>
      tools.get(name)?.tool.effect === 'write'
        ? remember(`${context.actor.sessionId} ${name} ${context.idempotencyKey}`, () =>
            callOnce(name, toolArguments, context),
          )
        : callOnce(name, toolArguments, context),
    close: async () => {
      await Promise.all(connections.map(({ client }) => client.close()));
    },
  };
}

async function connect(worker: Worker, onCrash: ToolCatalogueOptions['onCrash']): Promise<Connection> {
  const contexts = new Map<string, ToolContext>();
  const server = createToolServer({
    name: worker.name,
    title: worker.title,
    tools: worker.tools,
    writes: true,
    contextOf: (callId) => (typeof callId === 'string' ? contexts.get(callId) : undefined),
    ...(onCrash === undefined ? {} : { onCrash }),
  });
  const client = new Client({ name: 'aisle', version: '0.1.0' }, { jsonSchemaValidator: noValidation });
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(serverSide), client.connect(clientSide)]);
  return { client, contexts };
}

function outcomeOf(
  tool: Tool,
  answer: CallToolResult,
  onCrash: ToolCatalogueOptions['onCrash'],
): ToolOutcome {
  if (answer.isError === true) {
    const known = failureSchema.safeParse(answer._meta?.[failureKey]);
    const failure = known.success
      ? known.data
      : { kind: 'internal' as const, message: `${tool.name} failed without saying why.` };
    return { result: { ok: false, failure }, card: undefined };
  }
  const value = (answer.structuredContent ?? {}) as Record<string, unknown>;
  try {
    return { result: { ok: true, value }, card: tool.present?.(value) };
  } catch (error) {
    onCrash?.(tool.name, error);
    return { result: { ok: true, value }, card: undefined };
  }
}

function failureOf(
  name: string,
  error: unknown,
  signal: AbortSignal,
  onCrash: ToolCatalogueOptions['onCrash'],
) {
  if (signal.aborted) return fail('timeout', `${name} was cancelled.`, { reason: 'cancelled' });
  if (error instanceof SdkError && error.code === SdkErrorCode.RequestTimeout) {
    return fail(
      'timeout',
      `${name} did not answer in time. Its outcome is unknown; look before repeating it.`,
    );
  }
  onCrash?.(name, error);
  return fail('internal', `${name} cannot be reached. Go another way or call an associate.`);
}
