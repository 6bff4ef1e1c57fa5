import { randomBytes } from 'node:crypto';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

/** What an MCP client may do with its key: look, or also change something. */
export type McpScope = 'read' | 'write';

/** A key of an MCP client; the secret itself is known to no one but who made it. Instants are milliseconds since 1970. */
export interface McpKey {
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  /** For people: whose client it is for. */
  readonly name: string;
  readonly scope: McpScope;
  /** The shop that its sessions are in. */
  readonly storeId: string;
  readonly createdAt: number;
  /** Null: until it is revoked. */
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
}

const columns = 'keyId, name, scope, storeId, createdAt, expiresAt, revokedAt';

/** So that a key that lies about somewhere is known for what it is, by people and by scanners for secrets. */
const secretPrefix = 'aisle_mcp_';

/** Makes a key and its secret; the hub keeps only the secret's hash. */
export async function addMcpKey(
  { sql, now }: HubTransaction,
  { name, scope, storeId, expiresAt }: Pick<McpKey, 'name' | 'scope' | 'storeId' | 'expiresAt'>,
): Promise<{ readonly key: McpKey; readonly secret: string }> {
  const keyId = randomBytes(4).toString('hex');
  const secret = `${secretPrefix}${randomBytes(32).toString('base64url')}`;
  await sql.run(
    `INSERT INTO mcpKey (keyId, name, keyHash, scope, storeId, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    keyId,
    name,
    digest(secret),
    scope,
    storeId,
    now,
    expiresAt,
  );
  return { key: { keyId, name, scope, storeId, createdAt: now, expiresAt, revokedAt: null }, secret };
}

/** All that were ever made, by age. */
export const mcpKeys = (sql: Sql): Promise<readonly McpKey[]> =>
  sql.all<McpKey>(`SELECT ${columns} FROM mcpKey ORDER BY createdAt, keyId`);

/** The key that is good now. */
export const findMcpKey = (sql: Sql, secret: string, now: number): Promise<McpKey | undefined> =>
  sql.first<McpKey>(
    `SELECT ${columns} FROM mcpKey
     WHERE keyHash = ? AND revokedAt IS NULL AND (expiresAt IS NULL OR expiresAt > ?)`,
    digest(secret),
    now,
  );

/** Ends a key and its sessions. False where there is no such key; a second time changes nothing. */
export async function revokeMcpKey({ sql, now }: HubTransaction, keyId: string): Promise<boolean> {
  if (!(await sql.first('SELECT keyId FROM mcpKey WHERE keyId = ?', keyId))) return false;
  await sql.run('UPDATE mcpKey SET revokedAt = ? WHERE keyId = ? AND revokedAt IS NULL', now, keyId);
  await sql.run('DELETE FROM mcpSession WHERE keyId = ?', keyId);
  return true;
}
