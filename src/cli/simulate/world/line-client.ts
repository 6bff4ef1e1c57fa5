import { type DeviceCall, deviceApi } from '../../../contracts/hub-api.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { DeviceValue, HubClient } from '../../../platform/sync/hub-client.ts';
import { type Incarnation, never } from './incarnation.ts';
import type { Line } from './line.ts';
import { createLineStream, type LineStream } from './line-stream.ts';
import type { Scheduler } from './scheduler.ts';

/** As `createHubClient` of the sync has it. */
const timeoutMs = 8_000;

/** The hub's machine as a line reaches it. */
export interface HubEnd {
  /** Whether a process listens there. */
  up(): boolean;
  /** Answers one call with JSON text; never, when the process dies meanwhile. */
  call(deviceId: string, name: DeviceCall, request: string): Promise<string>;
  /** Pieces of a feed, each read when the reader has taken the one before. */
  feed(deviceId: string, request: Parameters<HubClient['feed']>[0]): AsyncIterator<readonly string[]>;
  /** Tells of each change of the feed; `onGone` when the process dies. Gives the way to stop. */
  follow(onChange: (text: string) => void, onGone: () => void): () => void;
}

export interface LineClientOptions {
  readonly deviceId: string;
  readonly scheduler: Scheduler;
  readonly line: Line;
  readonly hub: HubEnd;
  readonly incarnation: Incarnation;
}

const offline = (): Result<never> =>
  fail('offline', 'The hub cannot be reached now.', { reason: 'hub-unreachable' });
const slow = (): Result<never> => fail('timeout', 'The hub did not answer in time.', { reason: 'hub-slow' });

/** The hub over a simulated line: everything goes as text, and what comes back is checked as the real client checks it. */
export function createLineClient(options: LineClientOptions): HubClient {
  const { deviceId, scheduler, line, hub, incarnation } = options;

  /** Resolves once, by whatever comes first; not at all in a dead process. `settle` tells whether it was the first. */
  const firstOf = <T>(
    begin: (settle: (value: T) => boolean) => void,
    late: () => T,
    over: () => void = () => undefined,
  ): Promise<T> => {
    if (!incarnation.alive) return never();
    return new Promise((resolve) => {
      let settled = false;
      const settle = (value: T): boolean => {
        if (settled || !incarnation.alive) return false;
        settled = true;
        forget();
        over();
        resolve(value);
        return true;
      };
      const forget = scheduler.after(timeoutMs, () => settle(late()));
      begin(settle);
    });
  };

  /** `serve` begins to send and gives the way to stop. */
  const open = (
    signal: AbortSignal,
    serve: (stream: LineStream) => () => void,
  ): Promise<Result<AsyncIterable<string>>> => {
    let refuse: () => void = () => undefined;
    /** Of a stream that no one has taken yet. */
    let abandon: () => void = () => undefined;
    const begin = (settle: (answer: Result<AsyncIterable<string>>) => boolean): void => {
      refuse = () => void settle(offline());
      signal.addEventListener('abort', refuse, { once: true });
      let served = false;
      line.send(() => {
        if (served || !incarnation.alive) return;
        served = true;
        if (!hub.up()) {
          line.send(refuse);
          return;
        }
        const stream = aliveOnly(
          createLineStream(() => leave()),
          incarnation,
        );
        const stop = serve(stream);
        const unwatch = line.watch(stream.break);
        signal.addEventListener('abort', stream.break, { once: true });
        const leave = (): void => {
          signal.removeEventListener('abort', stream.break);
          unwatch();
          stop();
        };
        abandon = leave;
        let answered = false;
        line.send(() => {
          if (answered) return;
          answered = true;
          abandon = () => undefined;
          if (!settle(succeed(stream))) leave();
        });
      });
    };
    return firstOf(begin, slow, () => {
      signal.removeEventListener('abort', refuse);
      abandon();
    });
  };

  return {
    call: (name, request) =>
      firstOf<Result<DeviceValue<typeof name>>>((settle) => {
        const text = JSON.stringify(request);
        line.send(() => {
          if (!hub.up()) {
            line.send(() => settle(offline()));
            return;
          }
          void hub.call(deviceId, name, text).then((answer) =>
            line.send(() => {
              const parsed = deviceApi[name].response.parse(JSON.parse(answer));
              settle(parsed as Result<DeviceValue<typeof name>>);
            }),
          );
        });
      }, slow),

    feed: (request, signal) =>
      open(signal, (stream) => {
        const pieces = hub.feed(deviceId, request);
        const place = { arrivesAt: scheduler.now() };
        let left = false;
        const pump = async (): Promise<void> => {
          const piece = await pieces.next().catch(() => undefined);
          if (piece === undefined || piece.done) {
            // Undefined when the hub's process has died meanwhile.
            line.sendInOrder(place, piece === undefined ? stream.break : stream.end, stream.break);
            return;
          }
          line.sendInOrder(
            place,
            () => {
              for (const text of piece.value) stream.push(text);
              if (!left) void pump();
            },
            () => {
              // Half of it may have come.
              for (const text of piece.value.slice(0, piece.value.length >> 1)) stream.push(text);
              stream.break();
            },
          );
        };
        void pump();
        return () => {
          left = true;
          void pieces.return?.();
        };
      }),

    events: (signal) =>
      open(signal, (stream) => {
        const place = { arrivesAt: scheduler.now() };
        const send = (text: string): void =>
          line.sendInOrder(
            place,
            () => {
              stream.push(`data: ${text}`);
              stream.push('');
            },
            stream.break,
          );
        return hub.follow(send, () => line.sendInOrder(place, stream.break, stream.break));
      }),
  };
}

/** Nothing reaches a dead reader. */
function aliveOnly(stream: LineStream, incarnation: Incarnation): LineStream {
  const whenAlive =
    <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments): void => {
      if (incarnation.alive) act(...given);
    };
  return {
    ...stream,
    push: whenAlive(stream.push),
    end: whenAlive(stream.end),
    break: whenAlive(stream.break),
  };
}
