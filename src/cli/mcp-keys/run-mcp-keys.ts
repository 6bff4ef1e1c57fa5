import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { addMcpKey, type McpKey, mcpKeys, revokeMcpKey } from '../../platform/hub-store/mcp-keys.ts';
import { storeIdsByArrival } from '../../platform/hub-store/stores.ts';
import { CommandFailure } from '../command.ts';
import { type HubDataIo, onHubData } from '../hub-data/on-hub-data.ts';
import { type McpKeysOptions, readMcpKeysOptions } from './mcp-keys-options.ts';

const dayMs = 24 * 60 * 60_000;

/** The command `mcp-keys`; gives its exit status. Throws `UsageError` and `CommandFailure`. */
export async function runMcpKeys(argv: readonly string[], io: HubDataIo): Promise<number> {
  const options = readMcpKeysOptions(argv);
  return onHubData('mcp-keys', options, io, async (hub) => {
    if (options.action === 'create') {
      const made = await hub.transaction((transaction) => create(transaction, options));
      const { secret, ...key } = made;
      if (options.json) io.output.write(`${JSON.stringify(made)}\n`);
      else io.output.write(`${secret}\n`);
      io.errors.write(`Key ${key.keyId}: ${inWords(key)}. It is not shown again.\n`);
      return 0;
    }
    const keys = await hub.transaction(async (transaction) => {
      if (options.action === 'revoke') await revoke(transaction, options.keyIds);
      return (await mcpKeys(transaction.sql)).map((key) => listed(key, transaction.now));
    });
    io.output.write(options.json ? `${JSON.stringify(keys)}\n` : table(keys));
    return 0;
  });
}

async function create(
  transaction: HubTransaction,
  { name, writes, days, ...options }: McpKeysOptions & { readonly action: 'create' },
): Promise<ListedKey & { readonly secret: string }> {
  const storeIds = await storeIdsByArrival(transaction.sql);
  const storeId = options.storeId ?? storeIds[0];
  if (storeId === undefined) {
    throw new CommandFailure('the hub has no shops yet. Start it once, or import a catalogue.');
  }
  if (!storeIds.includes(storeId)) {
    throw new CommandFailure(`there is no shop ${storeId}. There are: ${storeIds.join(', ')}.`);
  }
  const { key, secret } = await addMcpKey(transaction, {
    name,
    scope: writes ? 'write' : 'read',
    storeId,
    expiresAt: days === null ? null : transaction.now + days * dayMs,
  });
  return { ...listed(key, transaction.now), secret };
}

async function revoke(transaction: HubTransaction, keyIds: readonly string[]): Promise<void> {
  for (const keyId of keyIds) {
    if (await revokeMcpKey(transaction, keyId)) continue;
    throw new CommandFailure(`there is no key ${keyId}; nothing was revoked. 'aisle mcp-keys' lists them.`);
  }
}

interface ListedKey extends Pick<McpKey, 'keyId' | 'name' | 'scope' | 'storeId'> {
  readonly state: 'good' | 'expired' | 'revoked';
  /** Null: until it is revoked. */
  readonly goodUntil: string | null;
}

const listed = ({ keyId, name, scope, storeId, expiresAt, revokedAt }: McpKey, now: number): ListedKey => ({
  keyId,
  name,
  scope,
  storeId,
  state: revokedAt !== null ? 'revoked' : expiresAt !== null && expiresAt <= now ? 'expired' : 'good',
  goodUntil: expiresAt === null ? null : new Date(expiresAt).toISOString(),
});

const inWords = ({ name, scope, storeId, goodUntil }: ListedKey): string =>
  `${name}, ${scope === 'write' ? 'reads and writes' : 'only reads'}, in ${storeId}, good until ${goodUntil ?? 'it is revoked'}`;

const table = (keys: readonly ListedKey[]): string =>
  [
    `${'key'.padEnd(8)} ${'scope'.padEnd(5)} ${'state'.padEnd(7)} ${'good until'.padEnd(24)} shop, name`,
    ...keys.map(
      ({ keyId, scope, state, goodUntil, storeId, name }) =>
        `${keyId} ${scope.padEnd(5)} ${state.padEnd(7)} ${(goodUntil ?? '-').padEnd(24)} ${storeId}, ${name}`,
    ),
    '',
  ].join('\n');
