import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secretsSchema = z.object({ pairingCode: z.string(), staffPin: z.string() });
export type StartSecrets = z.infer<typeof secretsSchema>;

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');

/**
 * Pairing code and staff PIN of the shop on this desk: from the environment, otherwise made at the first start and kept
 * in a file that only its owner can read.
 */
export async function startSecrets(folder: string, environment: NodeJS.ProcessEnv): Promise<StartSecrets> {
  const file = path.join(folder, 'start.json');
  const kept = await readFile(file, 'utf8').then(
    (text) => secretsSchema.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  const secrets = kept ?? { pairingCode: digits(8), staffPin: digits(6) };
  if (!kept) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
  }
  return {
    pairingCode: environment.AISLE_PAIRING_CODE || secrets.pairingCode,
    staffPin: environment.AISLE_STAFF_PIN || secrets.staffPin,
  };
}
