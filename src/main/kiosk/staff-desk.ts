import { statfs } from 'node:fs/promises';
import type { StaffHealth, SyncStatus } from '../../contracts/kiosk-ipc.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';

/** Wrong PINs before the page locks, and for how long. */
const maximumTries = 5;
const lockMs = 5 * 60_000;

export interface StaffDeskPorts {
  readonly now: () => number;
  readonly checkPin: (pin: string) => Promise<boolean>;
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
  readonly audit: (event: string) => void;
}

/** The staff's side of the kiosk: calls for help, and how the machine is. */
export class StaffDesk {
  private wrongTries = 0;
  private lockedUntil = 0;
  private camera: StaffHealth['camera'] = 'untried';

  constructor(private readonly ports: StaffDeskPorts) {}

  async call(reason: string): Promise<Result<Record<string, never>>> {
    const called = await this.ports.callAssociate(reason);
    return called.ok ? succeed({}) : called;
  }

  cameraSeen(working: boolean): void {
    this.camera = working ? 'working' : 'missing';
  }

  async health(pin: string): Promise<Result<StaffHealth>> {
    if (this.ports.now() < this.lockedUntil)
      return fail('denied', 'Too many wrong PINs. Try again in five minutes.', { reason: 'locked' });
    if (!(await this.ports.checkPin(pin))) return this.refuse();
    this.wrongTries = 0;
    this.ports.audit('staff page opened');
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

  private refuse(): Result<never> {
    this.wrongTries += 1;
    this.ports.audit('wrong staff PIN');
    if (this.wrongTries >= maximumTries) {
      this.wrongTries = 0;
      this.lockedUntil = this.ports.now() + lockMs;
    }
    return fail('denied', 'That PIN is not right.', { reason: 'wrong-pin' });
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
