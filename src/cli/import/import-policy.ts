import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type StockPolicy, stockPolicy } from '../../contracts/stock-policy.ts';
import { type StorePolicy, storePolicy } from '../../contracts/store-policy.ts';
import { UnusableFile } from '../../core/catalogue-import/record.ts';
import { UsageError } from '../command.ts';

/** What one file says of both. */
export interface Policies {
  readonly stock: StockPolicy;
  readonly store: StorePolicy;
}

export interface PolicyIo {
  readonly output: { write(text: string): unknown };
  readonly errors: { write(text: string): unknown };
  /** Stores the policies in the hub's data of a folder; gives how many stock rows hold back another number of units. */
  readonly putPolicy: (folder: string, policies: Policies) => Promise<number>;
}

/** `import policy FILE.json`; gives its exit status. */
export async function importPolicy(argv: readonly string[], io: PolicyIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { data: { type: 'string', default: '.aisle/hub' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError('name one JSON file with the policy.');
  try {
    const changed = await io.putPolicy(values.data, await readPolicy(file));
    io.output.write(`The policy is in force; ${changed} stock rows hold back another number of units.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    io.errors.write(`aisle import: ${error.message} Nothing was changed.\n`);
    return 2;
  }
}

async function readPolicy(file: string): Promise<Policies> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableFile(`${file} cannot be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableFile(`${file} is not JSON.`);
  }
  const policy = bothPolicies.safeParse(value);
  if (!policy.success) {
    const [issue] = policy.error.issues;
    throw new UnusableFile(`${file} is not a policy: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`);
  }
  // A misspelt rule that is passed over would be a rule that nobody follows.
  const misspelt = passedOver(value, policy.data);
  if (misspelt !== undefined) {
    throw new UnusableFile(`${file} is not a policy: there is no rule '${misspelt}'.`);
  }
  return { stock: stockPolicy.parse(policy.data), store: storePolicy.parse(policy.data) };
}

const bothPolicies = z.object({ ...stockPolicy.shape, ...storePolicy.shape });

/** The first key that was written and not read, as a path; undefined when there is none. */
function passedOver(written: unknown, read: unknown): string | undefined {
  if (!isRecord(written) || !isRecord(read)) return undefined;
  for (const [key, value] of Object.entries(written)) {
    if (!Object.hasOwn(read, key)) return key;
    const inside = passedOver(value, read[key]);
    if (inside !== undefined) return `${key}.${inside}`;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
