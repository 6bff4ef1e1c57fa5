import { uptime } from 'node:os';
import { v7 } from 'uuid';
import type { DeviceEnvironment } from '../core/ports/environment.ts';

/** The machine's own clocks. Node's uptime counts sleep on Linux and Windows. */
export const systemEnvironment: DeviceEnvironment = {
  now: Date.now,
  newId: v7,
  uptime: () => uptime() * 1000,
};
