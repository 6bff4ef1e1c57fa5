import { statfs } from 'node:fs/promises';
import type { StaffHealth, SyncStatus } from '../../contracts/kiosk-ipc.ts';
import { type Result, succeed } from '../../contracts/result.ts';

export interface StaffDeskPorts {
  readonly planner: () => StaffHealth['planner'];
  readonly sync: () => SyncStatus;
  readonly refusedOperations: () => Promise<StaffHealth['refusedOperations']>;
  readonly storage: () => Promise<StaffHealth['storage']>;
  readonly dataFolder: string;
  readonly version: string;
  readonly runtime: string;
  readonly deviceId: () => string | null;
  readonly hubAddress: string;
  readonly callAssociate: (reason: string) => Promise<Result<unknown>>;
}

/** Calls for help, and how the machine is. */
export class StaffDesk {
  private camera: StaffHealth['camera'] = 'untried';

  constructor(private readonly ports: StaffDeskPorts) {}

  async call(reason: string): Promise<Result<Record<string, never>>> {
    const called = await this.ports.callAssociate(reason);
    return called.ok ? succeed({}) : called;
  }

  cameraSeen(working: boolean): void {
    this.camera = working ? 'working' : 'missing';
  }

  async health(): Promise<Result<StaffHealth>> {
    return succeed({
      planner: this.ports.planner(),
      version: this.ports.version,
      runtime: this.ports.runtime,
      deviceId: this.ports.deviceId(),
      hubAddress: this.ports.hubAddress,
      sync: this.ports.sync(),
      storage: await this.ports.storage(),
      diskFreeBytes: await freeBytes(this.ports.dataFolder),
      camera: this.camera,
      // Of a store that cannot be read this page is what tells.
      refusedOperations: await this.ports.refusedOperations().catch(() => []),
    });
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch {
    return null;
  }
}
