import type { Offer } from '../../contracts/offer.ts';
import type { Store } from '../../contracts/store.ts';
import type { Query } from './open-database.ts';

export async function listOffers(query: Query): Promise<readonly Offer[]> {
  const rows = await query.selectFrom('offer').select('document').orderBy('code').execute();
  return rows.map((row) => JSON.parse(row.document) as Offer);
}

export async function listStores(query: Query): Promise<readonly Store[]> {
  const rows = await query.selectFrom('store').select('document').orderBy('storeId').execute();
  return rows.map((row) => JSON.parse(row.document) as Store);
}
