import { randomBytes } from 'node:crypto';
import type { Language } from '../../contracts/primitives.ts';
import type { Actor } from '../../core/shop.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import type { McpKey } from '../../platform/hub-store/mcp-keys.ts';
import {
  addMcpSession,
  findMcpSession,
  type McpSession,
  removeMcpSession,
  touchMcpSession,
} from '../../platform/hub-store/mcp-sessions.ts';
import { saveOwner } from '../../platform/hub-store/session-bindings.ts';
import type { HttpCaller } from '../../platform/mcp/http.ts';
import { newSession } from '../sessions/session-desk.ts';

/** The holder of a key as the guests that its sessions are: each with a bag of its own, in the key's shop. */
export function guestsOf(hub: HubDatabase, key: McpKey, language: Language): HttpCaller {
  const { keyId, storeId } = key;
  const actorOf = (session: McpSession): Actor => ({
    sessionId: session.sessionId,
    storeId,
    channel: 'web',
    language: session.language,
  });
  const open = async (transaction: HubTransaction, name: string | null): Promise<McpSession> => {
    const session = newSession(hub.environment.newId(), language, transaction.now);
    const { sessionId } = session;
    await transaction.shop(null).sessions.save(session);
    await saveOwner(
      transaction.sql,
      { sessionId, customerId: null, storeId, origin: 'web' },
      transaction.now,
    );
    await addMcpSession(transaction, { keyId, name }, { sessionId, language });
    return { sessionId, language };
  };
  const find = async (name: string | null): Promise<Actor | undefined> => {
    const found = await findMcpSession(hub.sql, { keyId, name }, hub.environment.now());
    if (found?.due) await hub.transaction((transaction) => touchMcpSession(transaction, found.sessionId));
    return found && actorOf(found);
  };

  return {
    clientId: keyId,
    writes: key.scope === 'write',
    async open() {
      const name = randomBytes(32).toString('base64url');
      await hub.transaction((transaction) => open(transaction, name));
      return name;
    },
    find,
    close: (name) => hub.transaction((transaction) => removeMcpSession(transaction, keyId, name)),
    own: async () =>
      (await find(null)) ??
      actorOf(
        await hub.transaction(
          async (transaction) =>
            // Another request of the key may have opened it meanwhile.
            (await findMcpSession(transaction.sql, { keyId, name: null }, transaction.now)) ??
            open(transaction, null),
        ),
      ),
  };
}
