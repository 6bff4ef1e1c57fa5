import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { UsageError } from '../command.ts';
import type { OpenHubData } from '../open-hub-data.ts';

/** What a command over the hub's data needs of its surroundings. */
export interface HubDataIo {
  readonly output: { write(text: string): unknown };
  readonly errors: { write(text: string): unknown };
  readonly openHub: OpenHubData;
}

/** The options that each of them has, for `parseArgs`. */
export const hubDataOptions = {
  data: { type: 'string', default: '.aisle/hub' },
  json: { type: 'boolean', default: false },
} as const;

/** Throws `UsageError` where `--data` names no folder. */
export function checkHubData({ data }: { readonly data: string }): void {
  if (data === '') throw new UsageError('--data wants a folder.');
}

/**
 * Works on the data of a hub, which may be running, and closes them, whatever comes of it. Gives the exit status: that of `work`,
 * or 2, with a line that says why, where they cannot be opened.
 */
export async function onHubData(
  command: string,
  { data }: { readonly data: string },
  { openHub, errors }: HubDataIo,
  work: (hub: HubDatabase) => Promise<number>,
): Promise<number> {
  const opened = await openHub(data, { make: false });
  if (!opened.ok) {
    errors.write(`aisle ${command}: ${opened.failure.message}\n`);
    return 2;
  }
  const { hub } = opened.value;
  try {
    return await work(hub);
  } finally {
    await hub.close();
  }
}
