import { expect, test } from 'vitest';
import { StaffDesk, type StaffDeskPorts } from './staff-desk.ts';

const sync = {
  hub: 'connected',
  phase: 'current',
  progress: 1,
  syncedAt: null,
  pendingOperations: 0,
} as const;

const storage = { state: 'well', since: null, restored: null, backupAt: null } as const;

function desk(now: () => number) {
  const audit: string[] = [];
  const ports: StaffDeskPorts = {
    now,
    checkPin: async (pin) => pin === '135790',
    planner: () => 'offline',
    sync: () => sync,
    refusedOperations: async () => [],
    storage: async () => storage,
    dataFolder: '/nowhere-at-all',
    version: '1.0.0',
    runtime: 'Electron 45',
    deviceId: () => null,
    hubAddress: 'http://hub.test',
    callAssociate: async () => ({ ok: true, value: {} }),
    audit: (event) => audit.push(event),
  };
  return { desk: new StaffDesk(ports), audit };
}

test('the right PIN shows which planner serves', async () => {
  const { desk: staff } = desk(() => 0);
  staff.cameraSeen(true);
  expect(await staff.health('135790')).toEqual({
    ok: true,
    value: {
      planner: 'offline',
      version: '1.0.0',
      runtime: 'Electron 45',
      deviceId: null,
      hubAddress: 'http://hub.test',
      sync,
      storage,
      diskFreeBytes: null,
      camera: 'working',
      refusedOperations: [],
    },
  });
});

test('five wrong PINs lock the page for five minutes, even for the right one', async () => {
  let now = 0;
  const { desk: staff, audit } = desk(() => now);
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await staff.health('000000')).toMatchObject({ failure: { reason: 'wrong-pin' } });
  }
  expect(await staff.health('135790')).toMatchObject({ failure: { reason: 'locked' } });
  now = 5 * 60_000;
  expect(await staff.health('135790')).toMatchObject({ ok: true });
  expect(audit).toEqual([...Array(5).fill('wrong staff PIN'), 'staff page opened']);
});
