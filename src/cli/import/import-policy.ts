import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type StockPolicy, stockPolicy } from '../../contracts/stock-policy.ts';
import { UnusableFile } from '../../core/catalogue-import/record.ts';
import { UsageError } from '../command.ts';

export interface PolicyIo {
  readonly output: { write(text: string): unknown };
  readonly errors: { write(text: string): unknown };
  /** Stores the policy in the hub's data of a folder; gives how many stock rows hold back another number of units. */
  readonly putPolicy: (folder: string, policy: StockPolicy) => Promise<number>;
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

async function readPolicy(file: string): Promise<StockPolicy> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnusableFile(`${file} cannot be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableFile(`${file} is not JSON.`);
  }
  // A misspelt rule that is passed over would be a rule that nobody follows.
  const policy = z.strictObject(stockPolicy.shape).safeParse(value);
  if (policy.success) return policy.data;
  const [issue] = policy.error.issues;
  throw new UnusableFile(
    `${file} is not a stock policy: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`,
  );
}
