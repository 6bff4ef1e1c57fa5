import { createOpenHubData } from '../../open-hub-data.ts';
import type { HubDataIo } from '../on-hub-data.ts';

/** Runs a command on the hub's data in a folder; gives its exit status and what it wrote. */
export async function runOn(
  folder: string,
  command: (argv: readonly string[], io: HubDataIo) => Promise<number>,
  argv: readonly string[],
): Promise<{ readonly status: number; readonly output: string; readonly errors: string }> {
  let output = '';
  let errors = '';
  const status = await command([...argv, '--data', folder], {
    output: { write: (text) => (output += text) },
    errors: { write: (text) => (errors += text) },
    openHub: createOpenHubData({}),
  });
  return { status, output, errors };
}
