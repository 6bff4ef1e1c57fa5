import { expect, it } from 'vitest';
import type { ReservationView } from '../../../src/contracts/reservation.ts';
import type { CartView } from '../../../src/contracts/session.ts';
import type { Shop } from '../../../src/core/shop.ts';
import { type Before, settle } from './pointers.ts';

const before: Before = {
  shown: [],
  cart: { lines: [{ sku: 'IN-BAG', size: 'M' }] } as unknown as CartView,
  held: [{ sku: 'HELD', number: 101 }] as unknown as readonly ReservationView[],
};
// Only what was shown is looked up in the shop.
const shop = {} as Shop;

const settled = async (given: Readonly<Record<string, unknown>>): Promise<unknown> =>
  (await settle({ tool: 'any', arguments: given }, before, shop)).arguments;

it('takes an object that points at nothing as the value that it is, and settles its parts', async () => {
  const address = { street: '14 Hill Road', city: 'Mumbai', postalCode: '400050' };
  expect(await settled({ address })).toEqual({ address });
  expect(await settled({ items: [{ sku: { inBag: 1 }, size: 'L' }] })).toEqual({
    items: [{ sku: 'IN-BAG', size: 'L' }],
  });
  expect(await settled({ items: { oneOf: [null, [{ sku: 'A' }, { sku: 'B' }]] } })).toEqual({
    items: { oneOf: [null, [{ sku: 'A' }, { sku: 'B' }]] },
  });
});

it('points at the bag and at what is held, and at nothing where there is none', async () => {
  expect(await settled({ sku: { inBag: 1 }, number: { held: 1 } })).toEqual({ sku: 'IN-BAG', number: 101 });
  expect(await settled({ sku: { held: 2 } })).toEqual({ sku: { nothing: { held: 2 } } });
});
