import type { Tool as ListedTool } from '@modelcontextprotocol/client';
import type { ToolDescription } from '../../../core/agent/tool-catalogue.ts';
import { schemaProblem } from './schema-check.ts';
import type { ForeignSettings } from './settings.ts';

/** A tool of a foreign server as the agent sees it. */
export interface OfferedTool extends ToolDescription {
  /** By which the server knows it. */
  readonly remoteName: string;
}

/** What one server may take of a model's attention: endpoints refuse requests that are too long, or of more than 128 tools. */
const mostTools = 32;
const mostCharacters = 32_000;
/** Milliseconds for the schemas of one server; what a stranger made slow is broken off one by one. */
const longestCheck = 500;
const longestDescription = 300;
const longestTitle = 60;

/** Without what is not seen: control characters, text in invisible ones, marks that turn the direction. */
export const plainText = (text: string, longest: number): string =>
  text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longest);

/** Of what a server lists, what its settings allow and a model can be given; and why the rest is left out. */
export function offeredTools(
  { name: server, tools: allowed, writes }: ForeignSettings,
  listed: readonly ListedTool[],
): { readonly tools: readonly OfferedTool[]; readonly left: readonly string[] } {
  const tools: OfferedTool[] = [];
  const left: string[] = [];
  const began = performance.now();
  let characters = 0;
  const known = new Map(listed.map((tool) => [tool.name, tool]));
  for (const remoteName of allowed === '*' ? known.keys() : new Set(allowed)) {
    const tool = known.get(remoteName);
    const write = writes.includes(remoteName);
    const leave = (why: string) => left.push(`${plainText(remoteName, longestTitle)} (${why})`);
    if (tool === undefined) {
      leave('not there');
      continue;
    }
    if (!write && tool.annotations?.readOnlyHint !== true) {
      leave('does not say that it only reads, and is not in writes');
      continue;
    }
    const name = `${server}__${remoteName.replace(/[^\w-]/gu, '_')}`.slice(0, 64);
    const offered: OfferedTool = {
      // No worker of the shop is called so.
      worker: `mcp:${server}`,
      remoteName,
      name,
      title: `${server}: ${plainText(tool.title ?? tool.annotations?.title ?? remoteName, longestTitle)}`,
      description: `[${server}, not this shop] ${plainText(tool.description ?? '', longestDescription)}`,
      foreign: true,
      effect: write ? 'write' : 'read',
      inputSchema: shortened(tool.inputSchema),
    };
    characters += name.length + offered.description.length + JSON.stringify(offered.inputSchema).length;
    if (tools.some((other) => other.name === name)) leave('another has the same name');
    else if (tools.length === mostTools || characters > mostCharacters) leave('too much for one server');
    else if (performance.now() - began > longestCheck) leave('the schemas before it took too long');
    else if (!isUsable(offered.inputSchema)) leave('its input schema is none');
    else tools.push(offered);
  }
  return { tools, left };
}

/** Descriptions inside a schema are read by the model like the tool's own. */
const shortened = (schema: ListedTool['inputSchema']): ToolDescription['inputSchema'] =>
  JSON.parse(
    JSON.stringify(schema, (key, value) =>
      key === 'description' && typeof value === 'string' ? plainText(value, longestDescription) : value,
    ),
  );

/** Endpoints refuse a whole request, with the shop's own tools in it, for one schema that they do not take. */
function isUsable(schema: ToolDescription['inputSchema']): boolean {
  if (['oneOf', 'anyOf', 'allOf', 'enum', 'not'].some((key) => key in schema)) return false;
  try {
    schemaProblem(schema, {});
    return true;
  } catch {
    return false;
  }
}
