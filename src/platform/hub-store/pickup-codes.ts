import { randomBytes } from 'node:crypto';
import { typedCode } from '../../core/typed-code.ts';
import { pickupSecrets } from '../capsule/code-secrets.ts';
import { expectVisitor } from './expected-visitors.ts';
import { addPickupHandover, findHandover } from './handovers.ts';
import type { HubDatabase } from './hub-database.ts';
import { readIdentity } from './hub-identity.ts';
import type { Sql } from './sql.ts';

/** How long a code is good for. */
export const pickupLifeMs = 24 * 60 * 60_000;
/** One that has less than this left is no help on the way to the shop: a new one is shown, and the old one lives out. */
const worthShowingMs = pickupLifeMs / 2;

/** The code that the session's phone shows for one shop; undefined when there is none that is good for long enough. */
export async function shownPickupCode(
  sql: Sql,
  { sessionId, storeId, now }: { readonly sessionId: string; readonly storeId: string; readonly now: number },
): Promise<string | undefined> {
  const row = await sql.first<{ pickupCode: string }>(
    `SELECT pickupCode FROM visitor WHERE sessionId = ? AND storeId = ? AND expiresAt > ? AND pickupCode IS NOT NULL
     ORDER BY expiresAt DESC LIMIT 1`,
    sessionId,
    storeId,
    now + worthShowingMs,
  );
  return row?.pickupCode;
}

/**
 * A code that the shopper types at a kiosk of the shop that has no network; 40 random bits. Takes a fifth of a second of a
 * processor, which is what guessing costs.
 */
export async function createPickupCode(
  hub: HubDatabase,
  { sessionId, storeId }: { readonly sessionId: string; readonly storeId: string },
  bytes: () => Uint8Array = () => randomBytes(5),
): Promise<string> {
  const { hubId } = await readIdentity(hub.sql);
  for (;;) {
    const code = typedCode(bytes());
    const secrets = await pickupSecrets(code, { hubId, storeId });
    const added = await hub.transaction(async (transaction) => {
      if (await findHandover(transaction.sql, secrets.tokenId)) return false;
      const expiresAt = transaction.now + pickupLifeMs;
      await addPickupHandover(transaction, {
        tokenId: secrets.tokenId,
        sessionId,
        expiresAt,
      });
      await expectVisitor(transaction, sessionId, { storeId, secrets, pickupCode: code, expiresAt });
      return true;
    });
    if (added) return code;
  }
}
