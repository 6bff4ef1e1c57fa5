import type { Store } from '../../contracts/store.ts';
import { slug } from './slug.ts';

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/**
 * The shop that a location of the retailer's file means: by id or name, otherwise the only one whose name holds the
 * location's words or is held by them (`Banjara Hills` for `Marigold Banjara Hills`). Undefined when none or several do.
 */
export function storeOfLocation(stores: readonly Store[], location: string): Store | undefined {
  const wanted = plain(location);
  if (wanted === '') return undefined;
  const exact = stores.find((store) => plain(store.storeId) === wanted || plain(store.name) === wanted);
  if (exact) return exact;
  const near = stores.filter((store) => {
    const name = ` ${plain(store.name)} `;
    return name.includes(` ${wanted} `) || ` ${wanted} `.includes(name);
  });
  return near.length === 1 ? near[0] : undefined;
}

export const namesOfStores = (stores: readonly Store[]): string =>
  stores.map((store) => `'${store.name}'`).join(', ') || 'none yet';

/** A shop of which only the name is known: no address, no hours, no fitting rooms, until someone adds them. */
export const bareStore = (name: string, timeZone: string): Store => ({
  storeId: slug(name).slice(0, 64),
  name,
  address: '',
  city: '',
  phone: '',
  position: { latitude: 0, longitude: 0 },
  timeZone,
  hours: Array.from({ length: 7 }, () => null),
  fittingRooms: 0,
});
