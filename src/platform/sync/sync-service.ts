import type { DeviceEvent } from '../../contracts/hub-api.ts';
import type { StaffHealth, SyncStatus } from '../../contracts/kiosk-ipc.ts';
import { fail, failure, type Result, succeed } from '../../contracts/result.ts';
import { backoff } from '../../core/sync/backoff.ts';
import { refusalAdvice } from '../../core/sync/refusal-advice.ts';
import type { FeedOutcome, FeedWriter } from '../store/feed-writer.ts';
import type { Outbox } from '../store/outbox.ts';
import { unwrittenFailure } from '../store/store-failure.ts';
import { deviceEvents } from './device-events.ts';
import type { HubClient } from './hub-client.ts';
import { createPush } from './push.ts';
import { createRetrier, type Pace } from './retrier.ts';
import { createSingleFlight } from './single-flight.ts';
import { createSyncStatus } from './sync-status.ts';

type Listener<T> = (value: T) => void;

export interface SyncService {
  /** Begins to follow the hub; does nothing the second time. */
  start(): void;
  stop(): void;
  status(): SyncStatus;
  /** Something was written to the outbox. */
  nudge(): void;
  /** Reads the feed to its end now. */
  pull(): Promise<Result<void>>;
  /** Sends the outbox now; succeeds when the hub has decided all of it. */
  flush(timeoutMs?: number): Promise<Result<void>>;
  refused(): Promise<StaffHealth['refusedOperations']>;
  /** Each gives the way to stop listening. */
  onStatus(listener: Listener<SyncStatus>): () => void;
  onFeed(listener: Listener<FeedOutcome>): () => void;
  onEvent(listener: Listener<DeviceEvent>): () => void;
  /** By its receipt the hub has changed holds or trials of this device: no feed brings it. */
  onCorrected(listener: Listener<void>): () => void;
}

export interface SyncServiceOptions {
  readonly hub: HubClient;
  readonly outbox: Outbox;
  readonly feed: FeedWriter;
  readonly paired: () => boolean;
  readonly pace: Pace;
  /** Called when the outbox has become empty. */
  readonly onDrained: () => Promise<void>;
  /** For the log: failures of the hub, errors of the disk; nothing personal. */
  readonly onFailure: (doing: 'pull' | 'push' | 'events', reason: unknown) => void;
}

function createListeners<T>(): { add(listener: Listener<T>): () => void; tell: Listener<T> } {
  const listeners = new Set<Listener<T>>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (value) => {
      for (const listener of listeners) listener(value);
    },
  };
}

/** Far more often than a lease ends. */
const renewalMs = 30 * 60_000;

const readingStopped = (): Result<never> =>
  fail('offline', 'The connection to the hub broke off. It will be tried again.', {
    reason: 'hub-broke-off',
  });

const hubSlow = (): Result<never> =>
  fail('timeout', 'The hub did not answer in time. Nothing is lost: it will be sent again.', {
    reason: 'hub-slow',
  });

export function createSyncService(options: SyncServiceOptions): SyncService {
  const { hub, outbox, feed, paired, pace, onDrained, onFailure } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const onStatus = createListeners<SyncStatus>();
  const onFeed = createListeners<FeedOutcome>();
  const onEvent = createListeners<DeviceEvent>();
  const onCorrected = createListeners<void>();
  const status = createSyncStatus({ feed, paired, tell: onStatus.tell });
  const sendOutbox = createPush(hub, outbox, onCorrected.tell);
  let ask = false;
  let started = false;
  /** Ends the event stream, so that it is opened anew: it may be half-open. */
  let dropEvents = new AbortController();

  const push = createSingleFlight(async (): Promise<Result<void>> => {
    const asking = ask;
    try {
      const result = await sendOutbox({ ask: asking });
      if (result.ok && asking) ask = false;
      // The hub has heard it all: what it, or the store here, holds back until then comes with the next reading.
      if (result.ok && (asking || outbox.waitsForFeed())) puller.nudge();
      const waiting = await outbox.count();
      status.set({ pendingOperations: waiting });
      if (result.ok && waiting === 0) await onDrained();
      return result;
    } catch (error) {
      const unwritten = unwrittenFailure(error);
      if (unwritten) return unwritten;
      throw error;
    }
  });

  const pull = createSingleFlight(async (): Promise<Result<void>> => {
    status.set({ pulling: true });
    let brokeOff = false;
    async function* noted(lines: AsyncIterable<string>): AsyncGenerator<string> {
      try {
        yield* lines;
      } catch (error) {
        brokeOff = true;
        throw error;
      }
    }
    try {
      const request = feed.request();
      const lines = await hub.feed(request, signal);
      if (!lines.ok) return lines;
      const outcome = await feed.apply(noted(lines.value), {
        requested: request.clocks,
        onProgress: (progress) => status.set({ progress }),
      });
      if (!outcome.ok) return outcome;
      if (outcome.value.mayHaveForgotten) {
        ask = true;
        pusher.nudge();
      }
      onFeed.tell(outcome.value);
      return succeed(undefined);
    } catch (error) {
      const unwritten = unwrittenFailure(error);
      if (unwritten) return unwritten;
      // What is no news of the hub is a bug.
      if (!brokeOff) throw error;
      return readingStopped();
    } finally {
      status.set({ pulling: false });
    }
  });

  const noteFailure = (doing: 'pull' | 'push') => (reason: unknown) => {
    onFailure(doing, reason);
    const { data } = failure.safeParse(reason);
    if (data?.kind === 'offline' || data?.kind === 'timeout') dropEvents.abort();
  };
  const pusher = createRetrier(push, pace, { signal, onFailure: noteFailure('push') });
  const puller = createRetrier(pull, pace, { signal, onFailure: noteFailure('pull') });

  /** One connection of the event stream, from its opening to its end. Gives whether it was open at all. */
  const listen = async (): Promise<boolean> => {
    dropEvents = new AbortController();
    const ending = AbortSignal.any([signal, dropEvents.signal]);
    const lines = await hub.events(ending);
    if (!lines.ok) {
      onFailure('events', lines.failure);
      return false;
    }
    status.set({ hub: 'connected' });
    puller.nudge();
    pusher.nudge();
    try {
      for await (const event of deviceEvents(lines.value)) {
        if (event.type === 'feed-advanced') puller.nudge();
        onEvent.tell(event);
      }
    } catch (error) {
      if (!ending.aborted) onFailure('events', error);
    }
    return true;
  };

  /** Rights end by time: a line on which nothing happens renews them as well. */
  const renew = async (): Promise<void> => {
    while (!signal.aborted) {
      await pace.sleep(renewalMs, signal);
      if (paired() && !signal.aborted) puller.nudge();
    }
  };

  const follow = async (): Promise<void> => {
    for (let failures = 0; !signal.aborted; ) {
      // Unpaired, the next look comes soon: pairing is done by a person who waits.
      failures = !paired() || (await listen()) ? 1 : failures + 1;
      status.set({ hub: 'unreachable' });
      await pace.sleep(backoff(failures, pace.random()), signal);
    }
  };

  const countWaiting = (): void => {
    outbox.count().then(
      (pendingOperations) => status.set({ pendingOperations }),
      (error: unknown) => onFailure('push', error),
    );
  };

  return {
    start: () => {
      if (started) return;
      started = true;
      countWaiting();
      void follow();
      void renew();
    },
    stop: () => stopping.abort(),
    status: status.get,
    nudge: () => {
      countWaiting();
      if (paired()) pusher.nudge();
    },
    pull,
    flush: async (timeoutMs = 5_000) => {
      const waiting = new AbortController();
      const late = pace.sleep(timeoutMs, waiting.signal).then(hubSlow);
      return Promise.race([push(), late]).finally(() => waiting.abort());
    },
    refused: async () =>
      (await outbox.refused()).map(({ at, ...operation }) => ({
        ...operation,
        at: new Date(at).toISOString(),
        advice: refusalAdvice(operation.type),
      })),
    onStatus: onStatus.add,
    onFeed: onFeed.add,
    onEvent: onEvent.add,
    onCorrected: onCorrected.add,
  };
}
