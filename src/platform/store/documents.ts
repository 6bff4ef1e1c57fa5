import type { Offer } from '../../contracts/offer.ts';
import type { Store } from '../../contracts/store.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';

export async function listOffers(query: Query): Promise<readonly Offer[]> {
  const rows = await query.selectFrom('offer').select('document').orderBy('code').execute();
  return rows.map((row) => JSON.parse(row.document) as Offer);
}

const stores = prepareQuery((query) => query.selectFrom('store').select('document').orderBy('storeId'));

export async function listStores(query: Query): Promise<readonly Store[]> {
  const rows = await stores(query, {});
  return rows.map((row) => JSON.parse(row.document) as Store);
}
