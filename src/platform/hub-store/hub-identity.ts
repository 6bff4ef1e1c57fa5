import { randomBytes } from 'node:crypto';
import type { Environment } from '../../core/ports/environment.ts';
import type { Sql } from './sql.ts';

export interface HubIdentity {
  /** Tells the hub from others; a device is paired with one. */
  readonly hubId: string;
  /** Key of the hashes of phone numbers and one-time codes; base64url. */
  readonly secret: string;
}

/** Makes the identity at the first start. */
export async function ensureIdentity(sql: Sql, environment: Environment): Promise<void> {
  if (await sql.first('SELECT id FROM hub')) return;
  await sql.run(
    'INSERT INTO hub (id, hubId, epoch, secret) VALUES (1, ?, ?, ?)',
    `hub-${randomBytes(6).toString('hex')}`,
    environment.newId(),
    randomBytes(32).toString('base64url'),
  );
}

export async function readIdentity(sql: Sql): Promise<HubIdentity> {
  const row = await sql.first<HubIdentity>('SELECT hubId, secret FROM hub');
  if (!row) throw new Error('The hub has no identity');
  return row;
}
