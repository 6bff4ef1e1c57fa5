import { defaultStorePolicy, type StorePolicy, storePolicy } from '../../contracts/store-policy.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Sql } from './sql.ts';

const name = 'store-policy';

/** The retailer's, or the default. */
export async function readStorePolicy(sql: Sql): Promise<StorePolicy> {
  const document = await readSetting(sql, name);
  return document === undefined ? defaultStorePolicy : storePolicy.parse(document);
}

/** Stores the policy; devices hear of it in their feed. */
export async function putStorePolicy({ sql }: HubTransaction, policy: StorePolicy): Promise<void> {
  await writeSetting(sql, name, policy);
  await markChanged(sql, name, '');
}
