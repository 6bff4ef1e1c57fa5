import { z } from 'zod';

/** No `__`, which parts the server's name from the tool's; short, so that the tool's own name has room in 64 characters. */
const serverName = z
  .string()
  .max(24)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/iu, 'a name is of letters and digits, parted by single - or _');

/** Values come from the environment, so that no secret stands in the file: `${NAME}`, or words around it. */
const references = z.record(
  z.string().min(1),
  z.string().regex(/\$\{\w+\}/u, `take the value from the environment: write \${NAME} for it`),
);

const mcpServer = z
  .strictObject({
    type: z.enum(['stdio', 'http', 'streamable-http']).optional(),
    /** A program that speaks MCP on stdin and stdout. */
    command: z.string().min(1).optional(),
    args: z.array(z.string()).optional(),
    env: references.optional(),
    /** An address that speaks MCP over Streamable HTTP. */
    url: z.url({ protocol: /^https?$/u }).optional(),
    headers: references.optional(),
    /** Tools that the agent may use, by the server's own names; all with `*`, none when left out. */
    tools: z.union([z.literal('*'), z.array(z.string())], 'a list of names, or "*"').default([]),
    /** Those of them that may change something. All others must say of themselves that they only read. */
    writes: z.array(z.string()).default([]),
    /** Milliseconds that one call may take. */
    timeoutMs: z.int().min(100).max(60_000).default(8_000),
  })
  .refine(({ command, url }) => (command === undefined) !== (url === undefined), 'give either command or url')
  .refine(({ command, args, env }) => command !== undefined || (args ?? env) === undefined, {
    message: 'args and env are for a command',
  })
  .refine(({ url, headers }) => url !== undefined || headers === undefined, 'headers are for a url')
  .refine(({ tools, writes }) => tools === '*' || writes.every((name) => tools.includes(name)), {
    message: 'writes names a tool that tools does not',
  });

/** The usual `mcpServers` shape, with what Aisle adds: which tools may be used, which write, how long a call may take. */
export const mcpServers = z.object({ mcpServers: z.record(serverName, mcpServer) });
