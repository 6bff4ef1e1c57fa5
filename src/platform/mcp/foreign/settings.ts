import { readFile } from 'node:fs/promises';
import { mcpServers } from '../../../contracts/mcp-servers.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';

/** A server that is not the shop's, with the values of the environment filled in: never to be logged. */
export interface ForeignSettings {
  readonly name: string;
  readonly reach:
    | { readonly command: string; readonly args: readonly string[]; readonly env: Record<string, string> }
    | { readonly url: URL; readonly headers: Record<string, string> };
  readonly tools: '*' | readonly string[];
  readonly writes: readonly string[];
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

const variable = 'AISLE_MCP_SERVERS';

/** The servers of the file that `AISLE_MCP_SERVERS` names; none without it. A failure is one line that says what to do. */
export async function readForeignSettings(
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Result<readonly ForeignSettings[]>> {
  const file = variables[variable];
  if (file === undefined || file === '') return succeed([]);
  const refused = (what: string) => fail('invalid', `${variable}: ${file} ${what}`);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return refused('cannot be read. Name a file that is there, or unset the variable.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's words quote the file.
    return refused('is not JSON. Mend it, or unset the variable.');
  }
  const parsed = mcpServers.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = issue?.code === 'invalid_key' ? issue.issues[0]?.message : issue?.message;
    return refused(`does not fit: ${issue?.path.join('.') || 'it'}: ${message}. Mend it there.`);
  }
  const missing = new Set<string>();
  const filled = (values: Readonly<Record<string, string>> = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, given]) => [
        name,
        given.replace(/\$\{(\w+)\}/gu, (_reference, wanted: string) => {
          if (!variables[wanted]) missing.add(wanted);
          return variables[wanted] ?? '';
        }),
      ]),
    );
  const servers = Object.entries(parsed.data.mcpServers).map(([name, given]): ForeignSettings => {
    const { command = '', args = [], env, url, headers, tools, writes, timeoutMs } = given;
    const reach =
      url === undefined
        ? { command, args, env: filled(env) }
        : { url: new URL(url), headers: filled(headers) };
    return { name, reach, tools, writes, timeoutMs };
  });
  if (missing.size === 0) return succeed(servers);
  return refused(
    `takes ${[...missing].join(', ')} from the environment. Set it, or take it out of the file.`,
  );
}
