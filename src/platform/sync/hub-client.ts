import type { z } from 'zod';
import {
  type DeviceApi,
  type DeviceCall,
  deviceApi,
  deviceEventsPath,
  feedPath,
} from '../../contracts/hub-api.ts';
import { type Failure, fail, failure, type Result, succeed } from '../../contracts/result.ts';
import type { FeedRequest } from '../store/feed-writer.ts';
import { readLines } from './read-lines.ts';

export type DeviceRequest<C extends DeviceCall> = z.input<DeviceApi[C]['request']>;
/** What a call gives when it went well. */
export type DeviceValue<C extends DeviceCall> = Extract<
  z.output<DeviceApi[C]['response']>,
  { ok: true }
>['value'];

export interface HubClient {
  /**
   * `offline`: nobody was reached, nothing was done; `timeout`: no answer in time, or the line broke off before it: the
   * outcome is unknown, the same call again is safe; `internal`: the answer is not of the contract; anything else is the
   * hub's own failure.
   */
  call<C extends DeviceCall>(name: C, request: DeviceRequest<C>): Promise<Result<DeviceValue<C>>>;
  /** The feed's lines as they arrive. Reading throws when the line breaks off or stalls. */
  feed(
    request: Pick<FeedRequest, 'epoch' | 'cursor' | 'sequence'>,
    signal: AbortSignal,
  ): Promise<Result<AsyncIterable<string>>>;
  /** The event stream's text as it arrives. */
  events(signal: AbortSignal): Promise<Result<AsyncIterable<string>>>;
}

export interface HubClientOptions {
  /** Scheme, host and port; read at each call because a kiosk can be paired while it runs. */
  readonly baseUrl: () => string | null;
  /** Device token; null before pairing. */
  readonly token: () => string | null;
  /** For an answer to a call, or for the first bytes of a stream. */
  readonly timeoutMs?: number;
  /** Without a byte for so long, a stream counts as dead: two heartbeats of the hub, and then some. */
  readonly stallMs?: number;
}

const offline = (): Result<never> =>
  fail('offline', 'The hub cannot be reached now. Try again in a moment, or ask an associate.', {
    reason: 'hub-unreachable',
  });
const slow = (): Result<never> =>
  fail('timeout', 'The hub did not answer in time. Asking again is safe.', { reason: 'hub-slow' });
const brokenOff = (): Result<never> =>
  fail('timeout', 'The connection broke off before the hub had answered. Asking again is safe.', {
    reason: 'hub-broke-off',
  });
const foreign = (): Result<never> =>
  fail('internal', 'The hub answered something that this version does not understand.', {
    reason: 'hub-answer',
  });

const isTimeout = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/**
 * Whether an error of `fetch` says that no connection was made. Any other, a reset above all, can come after the hub has
 * done what it was asked for.
 */
function isUnreached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  // One error for each address of the host.
  if (cause instanceof AggregateError) return true;
  if (!(cause instanceof Error)) return false;
  const { code, syscall } = cause as NodeJS.ErrnoException;
  return syscall === 'connect' || syscall === 'getaddrinfo' || code === 'UND_ERR_CONNECT_TIMEOUT';
}

/** The failure that a body carries, whatever the call was. */
function failureOf(body: unknown): Failure | undefined {
  if (typeof body !== 'object' || body === null || !('failure' in body)) return undefined;
  return failure.safeParse(body.failure).data;
}

export function createHubClient({
  baseUrl,
  token,
  timeoutMs = 8_000,
  stallMs = 20_000,
}: HubClientOptions): HubClient {
  const headers = (): Record<string, string> => {
    const bearer = token();
    return bearer === null ? {} : { authorization: `Bearer ${bearer}` };
  };

  const open = async (path: string, signal: AbortSignal): Promise<Result<AsyncIterable<string>>> => {
    const base = baseUrl();
    if (base === null) return offline();
    const abort = new AbortController();
    const stopWith = (): void => abort.abort(signal.reason);
    signal.addEventListener('abort', stopWith, { once: true });
    // `signal` lives as long as the kiosk does; a listener left behind by each reading would, too.
    const release = (): void => signal.removeEventListener('abort', stopWith);
    abort.signal.addEventListener('abort', release, { once: true });
    if (signal.aborted) stopWith();
    const first = setTimeout(() => abort.abort(new DOMException('No answer', 'TimeoutError')), timeoutMs);
    try {
      const response = await fetch(new URL(path, base), { headers: headers(), signal: abort.signal });
      if (!response.ok || response.body === null) {
        const known = failureOf(await response.json().catch(() => null));
        release();
        return known === undefined ? foreign() : { ok: false, failure: known };
      }
      return succeed(readLines(response.body, { abort, stallMs }));
    } catch (error) {
      release();
      return isTimeout(error) ? slow() : offline();
    } finally {
      clearTimeout(first);
    }
  };

  return {
    call: async (name, request) => {
      const base = baseUrl();
      if (base === null) return offline();
      const { method, path, response: schema } = deviceApi[name];
      let body: unknown;
      try {
        const response = await fetch(new URL(path, base), {
          method,
          headers: { ...headers(), 'content-type': 'application/json' },
          body: JSON.stringify(request),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const text = await response.text();
        try {
          body = JSON.parse(text);
        } catch {
          return foreign();
        }
      } catch (error) {
        if (isTimeout(error)) return slow();
        return isUnreached(error) ? offline() : brokenOff();
      }
      const parsed = schema.safeParse(body);
      if (!parsed.success) return foreign();
      // The schema of this very call has checked it; the compiler cannot follow the index.
      return parsed.data as Result<DeviceValue<typeof name>>;
    },

    feed: ({ epoch, cursor, sequence }, signal) => {
      const from = epoch === null || cursor === null ? {} : { epoch, cursor };
      const query = new URLSearchParams({ ...from, sequence: String(sequence) });
      return open(`${feedPath}?${query.toString()}`, signal);
    },

    events: (signal) => open(deviceEventsPath, signal),
  };
}
