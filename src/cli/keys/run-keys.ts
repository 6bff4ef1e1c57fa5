import {
  type KnownKey,
  keepCapsuleKeys,
  knownKeys,
  replaceSigningKey,
  revokeKey,
  signingOf,
} from '../../platform/hub-store/capsule-keys.ts';
import type { HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { CommandFailure } from '../command.ts';
import { type HubDataIo, onHubData } from '../hub-data/on-hub-data.ts';
import { type KeysOptions, readKeysOptions } from './keys-options.ts';

/** Long enough for a kiosk that is restarted or on a bad line to hear of the next key. */
const noticeMs = 24 * 60 * 60_000;

/** The command `keys`; gives its exit status. Throws `UsageError` and `CommandFailure`. */
export async function runKeys(argv: readonly string[], io: HubDataIo): Promise<number> {
  const options = readKeysOptions(argv);
  return onHubData('keys', options, io, async (hub) => {
    const keys = await hub.transaction(async (transaction) => {
      await keepCapsuleKeys(transaction);
      await act(transaction, options);
      return listed(await knownKeys(transaction.sql, transaction.now), transaction.now);
    });
    io.output.write(options.json ? `${JSON.stringify(keys)}\n` : table(keys));
    return 0;
  });
}

async function act(transaction: HubTransaction, options: KeysOptions): Promise<void> {
  const { sql, now } = transaction;
  if (options.action === 'rotate')
    await replaceSigningKey(transaction, options.atOnce ? now : now + noticeMs);
  if (options.action !== 'revoke') return;
  const known = (await knownKeys(sql, now)).map(({ keyId }) => keyId);
  for (const keyId of options.keyIds === 'all' ? known : options.keyIds) {
    if (await revokeKey(transaction, keyId)) continue;
    throw new CommandFailure(
      `there is no key ${keyId}; nothing was revoked. There are: ${known.join(', ') || 'none'}.`,
    );
  }
}

interface ListedKey {
  readonly keyId: string;
  readonly state: 'signs' | 'next' | 'retiring';
  readonly signsFrom: string;
  readonly takenUntil: string;
}

function listed(keys: readonly KnownKey[], now: number): readonly ListedKey[] {
  const signing = signingOf(keys, now);
  return keys.map((key) => ({
    keyId: key.keyId,
    state: key === signing ? 'signs' : key.notBefore > now ? 'next' : 'retiring',
    signsFrom: new Date(key.notBefore).toISOString(),
    takenUntil: new Date(key.notAfter).toISOString(),
  }));
}

const table = (keys: readonly ListedKey[]): string =>
  [
    `${'key'.padEnd(6)} ${'state'.padEnd(9)} ${'signs from'.padEnd(24)} taken until`,
    ...keys.map(
      ({ keyId, state, signsFrom, takenUntil }) =>
        `${keyId.padEnd(6)} ${state.padEnd(9)} ${signsFrom} ${takenUntil}`,
    ),
    '',
  ].join('\n');
