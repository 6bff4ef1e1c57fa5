import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../platform/store/make-folder.ts';
import { CommandFailure } from '../command.ts';

const secretsSchema = z.object({ pairingCode: z.string(), staffPin: z.string() });
export type StartSecrets = z.infer<typeof secretsSchema>;

/** A file that was damaged is made anew. */
function secretsOf(text: string): StartSecrets | undefined {
  try {
    return secretsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');

/**
 * Pairing code and staff PIN of the shop on this desk: from the environment, otherwise made at the first start and kept
 * in a file that only its owner can read.
 */
export async function startSecrets(folder: string, environment: NodeJS.ProcessEnv): Promise<StartSecrets> {
  const file = path.join(folder, 'start.json');
  const kept = await readFile(file, 'utf8').then(secretsOf, () => undefined);
  const secrets = kept ?? { pairingCode: digits(8), staffPin: digits(6) };
  if (!kept) {
    try {
      makeFolder(folder);
      await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CommandFailure(
        `The data folder ${folder} cannot be made or written (${reason}). Choose another with --data.`,
      );
    }
  }
  return {
    pairingCode: environment.AISLE_PAIRING_CODE || secrets.pairingCode,
    staffPin: environment.AISLE_STAFF_PIN || secrets.staffPin,
  };
}
