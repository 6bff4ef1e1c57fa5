import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';
import { checkHubData, hubDataOptions } from '../hub-data/on-hub-data.ts';

export type KeysOptions = { readonly data: string; readonly json: boolean } & (
  | { readonly action: 'list' }
  | { readonly action: 'rotate'; readonly atOnce: boolean }
  | { readonly action: 'revoke'; readonly keyIds: readonly string[] | 'all' }
);

export const keysHelp = `The hub signs the codes on phones, so that a kiosk without network can tell them from forged ones. Keys change by
themselves every 90 days; kiosks hear of the next one 30 days before. This is for looking at them, and for when one must go
earlier.

Usage: aisle keys [list] [--data DIR] [--json]
       aisle keys rotate [--now] [--data DIR]
       aisle keys revoke KEY_ID... | --all [--data DIR]

  list         the keys, what each is doing, from when it signs and until when it is taken
  rotate       the next key signs in a day, so that kiosks hear of it before; the present one retires
  --now        it signs at once: a kiosk that is off cannot check codes until it has been online
  revoke       kiosks drop the key as soon as they hear; codes that it signed work online only. For a key that others may know.
               A hub that is restored from an older backup knows it again: revoke it again then
  --all        every key: for when others may have read the hub's data. A new one signs at once
  --data DIR   the hub's data (default .aisle/hub); the hub may be running, and goes by it at once
  --json       the keys as one JSON array

Exit status: 0 done, 1 there is no such key, 2 unusable options or data.
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readKeysOptions(argv: readonly string[]): KeysOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      ...hubDataOptions,
      now: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  checkHubData(values);
  const { data, json, now, all } = values;
  const [action = 'list', ...keyIds] = positionals;
  if (now && action !== 'rotate') throw new UsageError('--now goes with rotate.');
  if (all && action !== 'revoke') throw new UsageError('--all goes with revoke.');
  switch (action) {
    case 'list':
    case 'rotate':
      if (keyIds.length > 0) throw new UsageError(`'${keyIds[0]}' is too much.`);
      return action === 'list' ? { action, data, json } : { action, data, json, atOnce: now };
    case 'revoke':
      if (all === keyIds.length > 0) throw new UsageError('name the keys to revoke, or say --all.');
      return { action, data, json, keyIds: all ? 'all' : keyIds };
    default:
      throw new UsageError(`there is no 'keys ${action}': list, rotate or revoke.`);
  }
}
