import { expect, test } from 'vitest';
import { StaffDesk } from './staff-desk.ts';

const sync = {
  hub: 'connected',
  phase: 'current',
  progress: 1,
  syncedAt: null,
  pendingOperations: 0,
} as const;

const storage = { state: 'well', since: null, restored: null, backupAt: null } as const;

test('the health says which planner serves and what the camera does', async () => {
  const staff = new StaffDesk({
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
  });
  staff.cameraSeen(true);
  expect(await staff.health()).toEqual({
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
