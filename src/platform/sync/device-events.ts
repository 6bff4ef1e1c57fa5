import { createParser } from 'eventsource-parser';
import { type DeviceEvent, deviceEvent } from '../../contracts/hub-api.ts';

function parseEvent(data: string): DeviceEvent | undefined {
  try {
    return deviceEvent.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}

/** The events in a stream's lines. Ones that this version does not know are passed over: the feed and reads tell all. */
export async function* deviceEvents(lines: AsyncIterable<string>): AsyncGenerator<DeviceEvent> {
  let arrived: DeviceEvent[] = [];
  const parser = createParser({
    onEvent: ({ data }) => {
      const event = parseEvent(data);
      if (event !== undefined) arrived.push(event);
    },
  });
  for await (const line of lines) {
    parser.feed(`${line}\n`);
    const events = arrived;
    arrived = [];
    yield* events;
  }
}
