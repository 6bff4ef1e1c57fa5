import { defaultStorePolicy, type StorePolicy, storePolicy } from '../../contracts/store-policy.ts';
import type { Connection } from './connection.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';

const row = prepareQuery((query) => query.selectFrom('storePolicy').select('document'));

/** As the hub last said; the default as long as it has said nothing. */
export async function findPolicy(query: Query): Promise<StorePolicy> {
  const [found] = await row(query, {});
  return found === undefined ? defaultStorePolicy : storePolicy.parse(JSON.parse(found.document));
}

export interface PolicyRow {
  put(policy: StorePolicy, generation: number): void;
  /** A snapshot without one is of a hub that goes by the default. */
  removeOlder(generation: number): void;
}

export function createPolicyRow(connection: Connection): PolicyRow {
  const put = connection.prepare(
    `INSERT INTO storePolicy (id, document, generation) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET document = excluded.document, generation = excluded.generation`,
  );
  const remove = connection.prepare('DELETE FROM storePolicy WHERE generation < ?');
  return {
    put: (policy, generation) => {
      put.run(JSON.stringify(policy), generation);
    },
    removeOlder: (generation) => {
      remove.run(generation);
    },
  };
}
