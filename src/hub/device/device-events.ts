import { type DeviceEvent, deviceEvent } from '../../contracts/hub-api.ts';
import type { Device } from '../../platform/hub-store/devices.ts';
import { headCursor } from '../../platform/hub-store/feed-log.ts';
import type { Announcement, HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { nameOn } from '../../platform/hub-store/session-aliases.ts';
import { isBound } from '../../platform/hub-store/session-bindings.ts';
import { openEventStream } from '../http/event-stream.ts';
import { namedPayment } from './session-names.ts';

/** Changes come in bursts; one word about the feed in this time is enough. */
const feedQuietMs = 50;

/**
 * The live line of one device: the feed has advanced, a session open there has changed, a payment of it has. When something
 * cannot be looked up the line ends: the device comes back and catches up.
 */
export function streamDeviceEvents(hub: HubDatabase, device: Device, lines: Set<() => void>): Response {
  let feedTimer: NodeJS.Timeout | undefined;
  let head = 0;
  // One after the other: an event that needs no look-up must not overtake one that does.
  let sending = Promise.resolve();
  const send = (make: () => Promise<DeviceEvent | null>): void => {
    sending = sending
      .then(make)
      .then((event) => {
        if (event) stream.send(deviceEvent.parse(event));
      })
      .catch(() => stream.close());
  };
  const unsubscribe = hub.subscribe((announcement) => {
    if (announcement.type === 'announcements-missed') {
      stream.close();
      return;
    }
    if (announcement.type !== 'feed-advanced') {
      send(() => eventFor(hub, device, announcement));
      return;
    }
    head = announcement.cursor;
    feedTimer ??= setTimeout(() => {
      feedTimer = undefined;
      send(async () => ({ type: 'feed-advanced', cursor: `${head}` }));
    }, feedQuietMs);
  });
  const stream = openEventStream(() => {
    unsubscribe();
    clearTimeout(feedTimer);
    lines.delete(stream.close);
  });
  lines.add(stream.close);
  // What changed while the line was down is in the feed; this says where it stands.
  send(async () => ({ type: 'feed-advanced', cursor: `${await headCursor(hub.sql)}` }));
  return stream.response;
}

async function eventFor(
  hub: HubDatabase,
  device: Device,
  announcement: Exclude<Announcement, { type: 'feed-advanced' }>,
): Promise<DeviceEvent | null> {
  const isOpenHere = (sessionId: string): Promise<boolean> => isBound(hub.sql, sessionId, device.deviceId);
  switch (announcement.type) {
    case 'session-changed':
      return announcement.by !== device.deviceId && (await isOpenHere(announcement.sessionId))
        ? {
            type: 'session-changed',
            sessionId: await nameOn(hub.sql, device.deviceId, announcement.sessionId),
          }
        : null;
    case 'payment-changed':
      return announcement.deviceId === device.deviceId || (await isOpenHere(announcement.payment.sessionId))
        ? { type: 'payment-changed', payment: await namedPayment(hub.sql, device, announcement.payment) }
        : null;
    default:
      return null;
  }
}
