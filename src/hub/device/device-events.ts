import { type DeviceEvent, deviceEvent } from '../../contracts/hub-api.ts';
import type { Device } from '../../platform/hub-store/devices.ts';
import { headCursor } from '../../platform/hub-store/feed-log.ts';
import type { Announcement, HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { isBound } from '../../platform/hub-store/session-bindings.ts';
import { openEventStream } from '../http/event-stream.ts';

/** Changes come in bursts; one word about the feed in this time is enough. */
const feedQuietMs = 50;

/** The live line of one device: the feed has advanced, a session open there has changed, a payment of it has. */
export function streamDeviceEvents(hub: HubDatabase, device: Device, lines: Set<() => void>): Response {
  let feedTimer: NodeJS.Timeout | undefined;
  const unsubscribe = hub.subscribe((announcement) => {
    if (announcement.type !== 'feed-advanced') {
      const event = eventFor(hub, device, announcement);
      if (event) stream.send(deviceEvent.parse(event));
      return;
    }
    feedTimer ??= setTimeout(() => {
      feedTimer = undefined;
      stream.send({ type: 'feed-advanced', cursor: `${headCursor(hub.connection)}` } satisfies DeviceEvent);
    }, feedQuietMs);
  });
  const stream = openEventStream(() => {
    unsubscribe();
    clearTimeout(feedTimer);
    lines.delete(stream.close);
  });
  lines.add(stream.close);
  // What changed while the line was down is in the feed; this says where it stands.
  stream.send({ type: 'feed-advanced', cursor: `${headCursor(hub.connection)}` } satisfies DeviceEvent);
  return stream.response;
}

function eventFor(
  hub: HubDatabase,
  device: Device,
  announcement: Exclude<Announcement, { type: 'feed-advanced' }>,
): DeviceEvent | null {
  switch (announcement.type) {
    case 'session-changed':
      return announcement.by !== device.deviceId &&
        isBound(hub.connection, announcement.sessionId, device.deviceId)
        ? { type: 'session-changed', sessionId: announcement.sessionId }
        : null;
    case 'payment-changed':
      return announcement.deviceId === device.deviceId ||
        isBound(hub.connection, announcement.payment.sessionId, device.deviceId)
        ? { type: 'payment-changed', payment: announcement.payment }
        : null;
    default:
      return null;
  }
}
