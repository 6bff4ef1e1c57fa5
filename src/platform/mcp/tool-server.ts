import { type CallToolResult, type Tool as McpTool, Server } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import type { Sentence, Tool, ToolContext } from '../../core/agent/tool.ts';
import { audited, type ToolAudit } from '../../core/agent/tool-audit.ts';

/** `_meta` key by which an in-process host names the context of a call; never trusted from anyone else. */
export const callKey = 'aisle/call';

/** `_meta` key of a result that carries a Failure as the shop knows it. */
export const failureKey = 'aisle/failure';

export interface ToolServerOptions {
  readonly name: string;
  readonly title: string;
  readonly tools: readonly Tool[];
  /** Whether there are tools that change something; they are not listed otherwise, and a call of one is refused. */
  readonly writes: boolean;
  /** Who calls: from the host's own bookkeeping or a fixed actor, never from what the arguments say. */
  readonly contextOf: (
    callId: unknown,
    requestId: string | number,
    signal: AbortSignal,
  ) => ToolContext | undefined;
  /** Told of crashes in tools; their text goes no further. */
  readonly onCrash?: (tool: string, error: unknown) => void;
  /** Told of every call that comes to a tool. */
  readonly audit?: ToolAudit;
}

const version = '0.1.0';

/** An MCP server over any list of tools: in-process, over stdio and over HTTP it is the same one. */
export function createToolServer(options: ToolServerOptions): Server {
  const isOpen = (tool: Tool): boolean => options.writes || tool.effect === 'read';
  const tools = new Map(options.tools.map((tool) => [tool.name, tool]));
  const server = new Server(
    { name: `aisle-${options.name}`, title: options.title, version },
    { capabilities: { tools: {} } },
  );
  server.setRequestHandler('tools/list', () => ({
    tools: options.tools.filter(isOpen).map(describeTool),
  }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const tool = tools.get(params.name);
    if (tool === undefined || !isOpen(tool)) {
      const names = options.tools.filter(isOpen).map(({ name }) => name);
      return failed(notOpen(params.name, tool, names));
    }
    const context = options.contextOf(mcpReq._meta?.[callKey], mcpReq.id, mcpReq.signal);
    if (context === undefined) {
      return failed({
        kind: 'denied',
        message: 'This call belongs to no session. Calls come from the host only.',
      });
    }
    const result = await audited(
      options.audit,
      { tool: tool.name, effect: tool.effect, channel: context.actor.channel },
      () => runTool(tool, params.arguments ?? {}, context, options.onCrash),
      (given) => given,
    );
    return result.ok ? succeeded(result.value) : failed(result.failure);
  });
  return server;
}

const notOpen = (name: string, tool: Tool | undefined, names: readonly string[]): Failure =>
  tool === undefined
    ? { kind: 'not-found', message: `There is no tool ${name}. Tools: ${names.join(', ')}.` }
    : {
        kind: 'denied',
        message: `${name} changes something, and this client may only look. Tools: ${names.join(', ')}.`,
        reason: 'read-only',
      };

/** Over HTTP every request has a server of its own, and to describe all tools takes most of a millisecond. */
const descriptions = new WeakMap<Tool, McpTool>();

function describeTool(tool: Tool): McpTool {
  const known = descriptions.get(tool);
  if (known !== undefined) return known;
  const write = tool.effect === 'write';
  const description: McpTool = {
    name: tool.name,
    description: tool.description,
    inputSchema: objectSchema(tool.input, 'input'),
    outputSchema: objectSchema(tool.output, 'output'),
    annotations: {
      readOnlyHint: !write,
      destructiveHint: tool.hints?.destructive ?? false,
      idempotentHint: tool.hints?.idempotent ?? !write,
      openWorldHint: tool.hints?.openWorld ?? false,
    },
  };
  descriptions.set(tool, description);
  return description;
}

/** Through text, so that only what JSON can say is listed. */
function objectSchema(schema: z.ZodObject, io: 'input' | 'output'): McpTool['inputSchema'] {
  return JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })));
}

/** Validates, runs, validates again. Whatever a tool does, this gives a Result. */
export async function runTool(
  tool: Tool,
  toolArguments: Readonly<Record<string, unknown>>,
  context: ToolContext,
  onCrash?: (tool: string, error: unknown) => void,
): Promise<Result<Record<string, unknown>>> {
  const input = checked(tool, toolArguments);
  if (!input.ok) return input;
  try {
    const result = await tool.run(input.value, context);
    if (!result.ok) return result.failure.kind === 'internal' ? crashed(tool.name) : result;
    const output = tool.output.safeParse(result.value);
    if (output.success) return { ok: true, value: output.data };
    onCrash?.(tool.name, output.error);
  } catch (error) {
    onCrash?.(tool.name, error);
  }
  return crashed(tool.name);
}

/** What the call would do; undefined where the tool does not say. Whatever a tool does, this gives a Result. */
export async function previewTool(
  tool: Tool,
  toolArguments: Readonly<Record<string, unknown>>,
  context: ToolContext,
  onCrash?: (tool: string, error: unknown) => void,
): Promise<Result<Sentence | undefined>> {
  const input = checked(tool, toolArguments);
  if (!input.ok) return input;
  try {
    return (await tool.consent?.(input.value, context)) ?? succeed(undefined);
  } catch (error) {
    onCrash?.(tool.name, error);
    return crashed(tool.name);
  }
}

function checked(
  tool: Tool,
  toolArguments: Readonly<Record<string, unknown>>,
): Result<Record<string, unknown>> {
  const input = tool.input.safeParse(toolArguments);
  if (input.success) return succeed(input.data);
  return fail('invalid', `${explain(input.error)} Correct the arguments of ${tool.name} and call again.`, {
    reason: 'bad-arguments',
  });
}

const crashed = (tool: string) =>
  fail(
    'internal',
    `${tool} failed inside the shop. Do not repeat it in this turn; go another way or call an associate.`,
  );

function explain(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const path = issue.path.join('.');
      return path === '' ? `${issue.message}.` : `${path}: ${issue.message}.`;
    })
    .join(' ');
}

function succeeded(value: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
}

/** Errors are results: the model reads them and tries something else. */
function failed(failure: Failure): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify({ failure }) }],
    isError: true,
    _meta: { [failureKey]: failure },
  };
}
