import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { type DatabaseKind, openHubPlace } from './hub-place.ts';

export interface TestHub {
  readonly hub: HubDatabase;
  /** Milliseconds since 1970. */
  now(): number;
  /** Puts the clock forward. */
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** A new, empty hub with a clock that stands still until it is put forward. */
export async function openTestHub(kind: DatabaseKind): Promise<TestHub> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-hub-store-'));
  let now = Date.UTC(2026, 10, 24, 9);
  const place = await openHubPlace(kind, folder, { now: () => now, newId: v7 });
  return {
    hub: place.hub,
    now: () => now,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    async close() {
      await place.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
