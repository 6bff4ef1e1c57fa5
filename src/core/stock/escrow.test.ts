import fc from 'fast-check';
import { expect, test } from 'vitest';
import { devicePromisable, hubFree, initialGrant } from './escrow.ts';

test('free is what is neither held, nor kept back, nor given to a device', () => {
  const grants = [
    { granted: 4, spent: 1 },
    { granted: 2, spent: 2 },
  ];
  expect(hubFree({ onHand: 12, reserved: 4, safety: 1, grants })).toBe(4);
  expect(hubFree({ onHand: 2, reserved: 3, safety: 0, grants: [] })).toBe(-1);
});

test.each([
  [3, 1, 0, 3],
  [4, 1, 1, 1],
  [12, 1, 4, 4],
  [12, 4, 2, 2],
  [5, 4, 0, 5],
  [-2, 1, 0, 0],
])('of %s free, one of %s devices gets %s, the leading one %s', (free, devices, granted, leading) => {
  expect(initialGrant(free, { devices, takesScarce: false })).toBe(granted);
  expect(initialGrant(free, { devices, takesScarce: true })).toBe(leading);
});

test('grants to all devices never exceed what was free', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5, max: 500 }), fc.integer({ min: 1, max: 20 }), (free, devices) => {
      const given = Array.from({ length: devices }).reduce<number>(
        (sum, _, index) => sum + initialGrant(free - sum, { devices, takesScarce: index === 0 }),
        0,
      );
      expect(given).toBeLessThanOrEqual(Math.max(0, free));
    }),
  );
});

test('a device promises what it was granted and has not spent, sent or not', () => {
  const row = { onHand: 9, reserved: 3, safety: 0, granted: 4, spent: 1, active: 1 };
  expect(devicePromisable({ ...row, pending: 2 })).toBe(1);
  expect(devicePromisable({ ...row, pending: 5 })).toBe(0);
});

test('a hold that the hub has ended and that still runs here keeps its rights', () => {
  const row = { onHand: 9, reserved: 0, safety: 0, granted: 2, spent: 0, active: 1, pending: 0 };
  expect(devicePromisable(row)).toBe(1);
});

test('a recount that found fewer units than there are rights takes the rest', () => {
  const row = { onHand: 1, reserved: 0, safety: 0, granted: 4, spent: 0, active: 0, pending: 0 };
  expect(devicePromisable(row)).toBe(1);
});

/** A hub and its devices, each step by the formulas alone; device rows may be old, as on a silent line. */
interface World {
  hub: { onHand: number; reserved: number };
  devices: { granted: number; spent: number; row: { granted: number; spent: number }; unsent: number[] }[];
  hubHeld: number;
}

const safety = 1;
const step = fc.record({
  kind: fc.constantFrom('grant', 'promise', 'send', 'hub-promise', 'hub-release', 'buy', 'refresh'),
  device: fc.nat({ max: 2 }),
  quantity: fc.integer({ min: 1, max: 3 }),
});

test('whatever the order of steps: no more is promised than is on hand', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.array(step, { maxLength: 60 }), (onHand, steps) => {
      const world: World = {
        hub: { onHand, reserved: 0 },
        devices: [0, 1, 2].map(() => ({ granted: 0, spent: 0, row: { granted: 0, spent: 0 }, unsent: [] })),
        hubHeld: 0,
      };
      for (const one of steps) {
        take(world, one);
        const promised =
          world.hub.reserved + world.devices.flatMap(({ unsent }) => unsent).reduce((sum, q) => sum + q, 0);
        expect(promised).toBeLessThanOrEqual(Math.max(0, world.hub.onHand));
        expect(free(world)).toBeGreaterThanOrEqual(Math.min(0, onHand - safety));
      }
    }),
  );
});

const free = ({ hub, devices }: World) => hubFree({ ...hub, safety, grants: devices });

function take(
  world: World,
  one: { readonly kind: string; readonly device: number; readonly quantity: number },
) {
  const device = world.devices[one.device];
  if (!device) return;
  const { hub } = world;
  if (one.kind === 'grant' && free(world) >= one.quantity) device.granted += one.quantity;
  if (one.kind === 'refresh' && device.unsent.length === 0) {
    device.row = { granted: device.granted, spent: device.spent };
  }
  if (one.kind === 'promise') {
    const pending = device.unsent.reduce((sum, quantity) => sum + quantity, 0);
    const promisable = devicePromisable({ ...hub, safety, ...device.row, active: device.row.spent, pending });
    if (promisable >= one.quantity) device.unsent.push(one.quantity);
  }
  if (one.kind === 'send') {
    const quantity = device.unsent.shift() ?? 0;
    hub.reserved += quantity;
    device.spent += quantity;
    // The row of the feed and the sequence that it includes move together.
    device.row = { granted: device.granted, spent: device.spent };
  }
  if (one.kind === 'hub-promise' && free(world) >= one.quantity) {
    hub.reserved += one.quantity;
    world.hubHeld += one.quantity;
  }
  if (one.kind === 'hub-release' && world.hubHeld >= one.quantity) {
    hub.reserved -= one.quantity;
    world.hubHeld -= one.quantity;
  }
  if (one.kind === 'buy' && world.hubHeld >= one.quantity) {
    hub.onHand -= one.quantity;
    hub.reserved -= one.quantity;
    world.hubHeld -= one.quantity;
  }
}
