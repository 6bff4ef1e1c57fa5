import type { Language } from '../../contracts/primitives.ts';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

/** A client that is not heard for so long has gone; most never say so. */
const idleLifeMs = 24 * 60 * 60_000;
/** How often it is written down that one was heard. */
const seenStepMs = 5 * 60_000;
/** Named sessions that one key may have open; the next takes the place of the one that was not heard for longest. */
export const mcpSessionsPerKey = 100;

/** What an MCP client acts as: a guest of its own. */
export interface McpSession {
  readonly sessionId: string;
  readonly language: Language;
}

/** `name`: what the client sends with each request; null for the one session of clients whose protocol knows none. */
interface SessionPlace {
  readonly keyId: string;
  readonly name: string | null;
}

const hashOf = (name: string | null): string | null => (name === null ? null : digest(name));

/** Writes down who the guest is, and ends the key's sessions that are too many. */
export async function addMcpSession(
  { sql, now }: HubTransaction,
  { keyId, name }: SessionPlace,
  { sessionId, language }: McpSession,
): Promise<void> {
  if (name !== null) {
    const named = await sql.all<{ sessionId: string }>(
      'SELECT sessionId FROM mcpSession WHERE keyId = ? AND nameHash IS NOT NULL ORDER BY seenAt DESC, sessionId DESC',
      keyId,
    );
    for (const one of named.slice(mcpSessionsPerKey - 1)) {
      await sql.run('DELETE FROM mcpSession WHERE sessionId = ?', one.sessionId);
    }
  }
  await sql.run(
    'INSERT INTO mcpSession (sessionId, keyId, nameHash, language, seenAt) VALUES (?, ?, ?, ?, ?)',
    sessionId,
    keyId,
    hashOf(name),
    language,
    now,
  );
}

/** The session of that name, where it is this key's; `due`: it is time to say by `touchMcpSession` that it was heard. */
export async function findMcpSession(
  sql: Sql,
  { keyId, name }: SessionPlace,
  now: number,
): Promise<(McpSession & { readonly due: boolean }) | undefined> {
  const row = await sql.first<McpSession & { readonly seenAt: number }>(
    `SELECT sessionId, language, seenAt FROM mcpSession
     WHERE keyId = ? AND ${name === null ? 'nameHash IS NULL' : 'nameHash = ?'} AND seenAt > ?`,
    ...[keyId, ...(name === null ? [] : [digest(name)]), now - idleLifeMs],
  );
  return row && { sessionId: row.sessionId, language: row.language, due: now - row.seenAt >= seenStepMs };
}

export async function touchMcpSession({ sql, now }: HubTransaction, sessionId: string): Promise<void> {
  await sql.run('UPDATE mcpSession SET seenAt = ? WHERE sessionId = ?', now, sessionId);
}

/** The client says that it goes. False where the key has no session of that name. */
export async function removeMcpSession(
  { sql }: HubTransaction,
  keyId: string,
  name: string,
): Promise<boolean> {
  return (await sql.run('DELETE FROM mcpSession WHERE keyId = ? AND nameHash = ?', keyId, digest(name))) > 0;
}

/** Closes the sessions that are idle; what the guests left is then erased as other guests' is. */
export async function closeIdleMcpSessions({ sql, now }: HubTransaction): Promise<void> {
  await sql.run('DELETE FROM mcpSession WHERE seenAt <= ?', now - idleLifeMs);
}
