import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { type LocalStore, openLocalStore } from '../../../../src/composition/open-local-store.ts';
import { writeFeedText } from '../../../../src/contracts/feed-text.ts';
import type { Reservation } from '../../../../src/contracts/reservation.ts';
import type { DeviceEnvironment } from '../../../../src/core/ports/environment.ts';
import type { Operations } from '../../../../src/core/ports/operations.ts';
import { addDevice, type Device } from '../../../../src/platform/hub-store/devices.ts';
import { markChanged } from '../../../../src/platform/hub-store/feed-log.ts';
import { readFeed } from '../../../../src/platform/hub-store/feed-reader.ts';
import type { HubDatabase } from '../../../../src/platform/hub-store/hub-database.ts';
import { openFeed } from '../../../../src/platform/hub-store/open-feed.ts';
import { createHubOperations, receiveOperations } from '../../../../src/platform/hub-store/operations.ts';
import { type DatabaseKind, type HubPlace, openHubPlace } from '../../hub-store/hub-place.ts';

export const storeId = 'one-shop';
export const webSession = v7();

export interface Kiosk {
  readonly device: Device;
  readonly local: LocalStore;
  readonly sessionId: string;
}

/** A hub on the given database, at which someone is in the web shop. */
export async function openHub(
  kind: DatabaseKind,
  folder: string,
  environment: DeviceEnvironment,
): Promise<HubPlace> {
  const place = await openHubPlace(kind, folder, environment);
  const web = createHubOperations(place.hub);
  await web.execute({ type: 'session-started', sessionId: webSession, language: 'en' });
  return place;
}

export async function openKiosk(
  hub: HubDatabase,
  { folder, name, environment }: { folder: string; name: string; environment: DeviceEnvironment },
): Promise<Kiosk> {
  const deviceId = v7();
  const { device } = await hub.transaction(async (transaction) =>
    addDevice(transaction, { deviceId, name, storeId, kind: 'kiosk' }),
  );
  const local = openLocalStore(mkdtempSync(path.join(folder, name)), environment, () => device.deviceIndex);
  if (!local.ok) throw new Error(local.failure.message);
  const sessionId = v7();
  await local.value.operations.execute({ type: 'session-started', sessionId, language: 'en' });
  return { device, local: local.value, sessionId };
}

export function putStock(hub: HubDatabase, sku: string, onHand: number): Promise<void> {
  return hub.transaction(async ({ sql, now }) => {
    await sql.run(
      'INSERT INTO stock (storeId, sku, onHand, asOf) VALUES (?, ?, ?, ?)',
      storeId,
      sku,
      onHand,
      now,
    );
    await markChanged(sql, 'stock', storeId, sku);
  });
}

/** The next operations of the outbox, decided by the hub. Gives the reasons of refusals. */
export async function push(
  hub: HubDatabase,
  { device, local }: Kiosk,
  count: number,
): Promise<readonly (string | undefined)[]> {
  const sent = await local.outbox.next(count);
  await local.outbox.noteSending(sent);
  const receipt = await receiveOperations(hub, device, sent, (_operation, error) => {
    throw error;
  });
  await local.outbox.settle(sent, receipt);
  return receipt.refused.map(({ failure }) => failure.reason);
}

/** Gives whether the hub is another one than before. */
export async function pull(hub: HubDatabase, { device, local }: Kiosk): Promise<boolean> {
  const { clocks: requested, ...position } = local.feed.request();
  const from = position.epoch && position.cursor ? { epoch: position.epoch, cursor: position.cursor } : null;
  const opened = await openFeed(hub, device, { from, sequence: position.sequence });
  async function* lines() {
    for await (const slice of readFeed(hub.sql, device, opened)) {
      for (const line of writeFeedText(slice).split('\n')) if (line !== '') yield line;
    }
  }
  const applied = await local.feed.apply(lines(), { requested });
  if (!applied.ok) throw new Error(applied.failure.message);
  return applied.value.mayHaveForgotten;
}

export interface WantedHold {
  readonly sessionId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly at: number;
  readonly kind?: Reservation['kind'];
}

export const makeHold = ({ sessionId, sku, quantity, at, kind = 'trial' }: WantedHold): Reservation => ({
  reservationId: v7(),
  kind,
  state: 'requested',
  number: 1,
  sessionId,
  storeId,
  sku,
  quantity,
  fittingRoom: null,
  pickedAt: null,
  createdAt: new Date(at).toISOString(),
  expiresAt: new Date(at + 60_000).toISOString(),
});

/** Gives the id of the hold, or undefined where the promise was not made. */
export async function hold(
  operations: Operations,
  of: WantedHold & { readonly lease?: number | undefined },
): Promise<string | undefined> {
  const { lease } = of;
  const reservation = makeHold(of);
  const made = await operations.execute({
    type: 'reservation-made',
    sessionId: of.sessionId,
    reservation,
    ...(lease !== undefined && { lease }),
  });
  return made.ok ? reservation.reservationId : undefined;
}

/** As a kiosk promises: under the lease that it has now. */
export async function holdAtKiosk(
  { local, sessionId }: Kiosk,
  of: Omit<WantedHold, 'sessionId'>,
): Promise<string | undefined> {
  const lease = await local.store.transaction(({ reservations }) => reservations.lease());
  return hold(local.operations, { ...of, sessionId, lease });
}

export const promisableAt = async ({ local }: Kiosk, sku: string): Promise<number | undefined> =>
  (await local.stock.position(storeId, sku))?.promisable;

export interface Held {
  readonly reservationId: string;
  readonly quantity: number;
}
const heldText = `SELECT reservationId, quantity FROM reservation WHERE sku = ? AND state IN ('requested', 'picked', 'handed-over')`;
export const held = ({ database }: LocalStore, sku: string) =>
  database.connection.prepare<Held>(heldText).all(sku);
export const heldAtHub = (hub: HubDatabase, sku: string) => hub.sql.all<Held>(heldText, sku);
