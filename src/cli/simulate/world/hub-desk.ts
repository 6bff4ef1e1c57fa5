import type { OutgoingLine } from '../../../contracts/feed-text.ts';
import type { Operation, OperationsReceipt } from '../../../contracts/operation.ts';
import type { Device } from '../../../platform/hub-store/devices.ts';
import { readFeed } from '../../../platform/hub-store/feed-reader.ts';
import type { HubDatabase } from '../../../platform/hub-store/hub-database.ts';
import { openFeed } from '../../../platform/hub-store/open-feed.ts';
import { receiveOperations } from '../../../platform/hub-store/operations.ts';
import { grantRights, type RightsAnswer } from '../../../platform/hub-store/rights.ts';

import type { Random } from '../random.ts';

/** What a hub does for a device, as its device API does it (`src/hub/device/device-api.ts`). */
export interface HubDesk {
  operations(device: Device, operations: readonly Operation[]): Promise<OperationsReceipt>;
  rights(
    device: Device,
    request: { readonly requestId: string; readonly sku: string; readonly quantity: number },
  ): Promise<RightsAnswer>;
  feed(
    device: Device,
    asked: {
      readonly from: { readonly epoch: string; readonly cursor: string } | null;
      readonly sequence: number;
    },
  ): AsyncIterable<readonly OutgoingLine[]>;
}

/**
 * `random` decides how many rows lie between two checkpoints of a reading: sometimes so few that a handful of rows has several
 * of them, as 100,000 rows have in a shop.
 */
export function createHubDesk(hub: HubDatabase, random: Random, onBug: (error: unknown) => void): HubDesk {
  const rowsBetween = (): number => (random.chance(0.3) ? random.whole(1, 2) : 500);
  return {
    operations: (device, operations) =>
      receiveOperations(hub, device, operations, (_operation, error) => onBug(error)),
    rights: (device, request) => grantRights(hub, device, request),
    async *feed(device, asked) {
      const opened = await openFeed(hub, device, asked);
      yield* readFeed(hub.sql, device, opened, rowsBetween());
    },
  };
}
