import type {
  KioskCall,
  KioskEvent,
  KioskEventPayload,
  KioskRequest,
  KioskResponse,
  StaffHealth,
} from '../../src/contracts/kiosk-ipc.ts';
import { succeed } from '../../src/contracts/result.ts';
import { type TestShop, testStoreId } from '../../src/core/testing/test-shop.ts';
import { StaffDoor } from '../../src/main/kiosk/staff-door.ts';
import { StaffFloor } from '../../src/main/kiosk/staff-floor.ts';

type StaffCall = Exclude<Extract<KioskCall, `staff.${string}`>, 'staff.camera-seen'>;
type Handlers = { readonly [C in StaffCall]: (request: KioskRequest<C>) => Promise<KioskResponse<C>> };
type Tell = <E extends KioskEvent>(name: E, payload: KioskEventPayload<E>) => void;

const minute = 60_000;

/** A shop in which something of everything waits for an associate. */
async function fillFloor({ shop, guest, store }: TestShop): Promise<void> {
  const { items } = await shop.browsing.search(testStoreId, { inStock: true, limit: 6 });
  const ids: string[] = [];
  for (const { handle } of items) {
    const product = await shop.browsing.product(handle);
    const skus = product.ok ? product.value.variants.map(({ sku }) => sku) : [];
    const stock = await shop.stock.here(testStoreId, skus);
    const sku = stock.find(({ available }) => available > 0)?.sku;
    if (sku === undefined) continue;
    const held = await shop.holds.reserveForTrial(await guest(), sku, 1);
    if (held.ok) ids.push(held.value.reservationId);
  }
  const [, picked, handed, late, letGo] = ids;
  for (const id of [picked, late, letGo]) if (id) await shop.floor.advance(testStoreId, id, 'picked');
  if (handed) await shop.floor.advance(testStoreId, handed, 'handed-over');
  const trying = await guest();
  const tight = await shop.holds.reserveForTrial(trying, 'ivory-palazzo/ivory/m', 1);
  if (tight.ok) {
    await shop.floor.advance(testStoreId, tight.value.reservationId, 'handed-over');
    await shop.holds.requestOtherSize(trying, tight.value.reservationId, 'L');
  }
  await store.transaction(async ({ reservations }) => {
    const lateTask = late && (await reservations.task(late));
    if (lateTask) {
      await reservations.saveTask({
        ...lateTask,
        expiresAt: new Date(Date.now() - 3 * minute).toISOString(),
      });
    }
    if (letGo) await reservations.release(letGo, 'cancelled');
  });
}

/** The staff's side by the kiosk's own desks over the shop in memory. The PIN is 2468. */
export function previewStaff(
  test: TestShop,
  machine: Pick<StaffHealth, 'sync' | 'storage'>,
  tell: Tell,
): Handlers {
  const { shop } = test;
  const audit = () => undefined;
  const door = new StaffDoor({
    now: Date.now,
    newId: () => crypto.randomUUID(),
    checkPin: async (pin) => pin === '2468',
    audit,
  });
  const floor = new StaffFloor({ shop, storeId: () => testStoreId, audit });
  let filled: Promise<void> | undefined;
  return {
    'staff.enter': async ({ pin }) => {
      filled ??= fillFloor(test);
      await filled;
      return door.enter(pin);
    },
    'staff.leave': async ({ token }) => door.leave(token),
    'staff.touch': async ({ token }) => door.touch(token),
    'staff.tasks': ({ token }) => door.inside(token, () => floor.tasks()),
    'staff.advance': ({ token, reservationId, to }) =>
      door.inside(token, async () => {
        const done = await floor.advance(reservationId, to);
        tell('floor-changed', {});
        return done;
      }),
    'staff.find-piece': ({ token, text }) => door.inside(token, () => floor.find(text)),
    'staff.correct': ({ token, sku, ...count }) => door.inside(token, () => floor.correct(sku, count)),
    'staff.health': ({ token }) =>
      door.inside(token, async () =>
        succeed({
          planner: 'offline',
          version: '0.1.0',
          runtime: 'Electron 45.4.1',
          deviceId: '019a0000-0000-7000-8000-000000000001',
          hubAddress: 'https://hub.example',
          ...machine,
          diskFreeBytes: 21_400_000_000,
          camera: 'working',
          refusedOperations: [
            {
              operationId: crypto.randomUUID(),
              type: 'reservation-made',
              at: new Date().toISOString(),
              reason: 'conflict: the last unit was promised to another device',
              advice: 'Offer the shopper another size or a shop nearby.',
            },
          ],
        }),
      ),
  };
}
