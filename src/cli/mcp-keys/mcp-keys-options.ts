import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';
import { checkHubData, hubDataOptions } from '../hub-data/on-hub-data.ts';

export type McpKeysOptions = { readonly data: string; readonly json: boolean } & (
  | { readonly action: 'list' }
  | {
      readonly action: 'create';
      readonly name: string;
      readonly writes: boolean;
      /** Null: the first shop. */
      readonly storeId: string | null;
      /** Null: until it is revoked. */
      readonly days: number | null;
    }
  | { readonly action: 'revoke'; readonly keyIds: readonly string[] }
);

const longestName = 80;
const mostDays = 3650;

export const mcpKeysHelp = `A hub serves its workers' tools to MCP clients at /mcp, over Streamable HTTP, to whoever sends a key:
Authorization: Bearer KEY. Each session that a client opens is a guest of its own, in the key's shop, with a bag of its own. In the
protocol of 2026-07-28, which knows no sessions, the key is one guest: make one for each client.

Usage: aisle mcp-keys [list] [--data DIR] [--json]
       aisle mcp-keys create NAME [--writes] [--store ID] [--days N] [--data DIR] [--json]
       aisle mcp-keys revoke KEY_ID... [--data DIR] [--json]

  list         the keys: what each may do, in which shop, until when
  create       a key for the client that is called so. It is shown now and never again: the hub keeps only its hash
  --writes     also the tools that change something (bag, reservations, offers, payment links): whoever makes the key consents
               to what the client does with them
  --store ID   shop that the client is in (the first one)
  --days N     the key is good for so long (until it is revoked)
  revoke       the key opens nothing from then on, and its sessions are over. A hub that is restored from an older backup knows
               it again: revoke it again then
  --data DIR   the hub's data (default .aisle/hub); the hub may be running, and goes by it at once
  --json       the keys as one JSON array; with create, the new one as an object

Exit status: 0 done, 1 there is no such key or shop, 2 unusable options or data.
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readMcpKeysOptions(argv: readonly string[]): McpKeysOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      ...hubDataOptions,
      writes: { type: 'boolean', default: false },
      store: { type: 'string' },
      days: { type: 'string' },
    },
  });
  checkHubData(values);
  const { data, json, writes, store, days } = values;
  const [action = 'list', ...rest] = positionals;
  if (action !== 'create' && (writes || store !== undefined || days !== undefined)) {
    throw new UsageError('--writes, --store and --days go with create.');
  }
  switch (action) {
    case 'list':
      if (rest.length > 0) throw new UsageError(`'${rest[0]}' is too much.`);
      return { action, data, json };
    case 'create': {
      const [name = '', ...more] = rest;
      if (more.length > 0) throw new UsageError(`'${more[0]}' is too much: quote a name of several words.`);
      if (!/^[^\p{C}]+$/u.test(name) || name.length > longestName) {
        throw new UsageError(`name the client in at most ${longestName} letters.`);
      }
      return { action, data, json, name, writes, storeId: store ?? null, days: readDays(days) };
    }
    case 'revoke':
      if (rest.length === 0) throw new UsageError('name the keys to revoke.');
      return { action, data, json, keyIds: rest };
    default:
      throw new UsageError(`there is no 'mcp-keys ${action}': list, create or revoke.`);
  }
}

function readDays(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = Number(text);
  if (Number.isInteger(days) && days > 0 && days <= mostDays) return days;
  throw new UsageError(`--days wants a number from 1 to ${mostDays}, not '${text}'.`);
}
