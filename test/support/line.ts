import { setTimeout as sleep } from 'node:timers/promises';

/** What a line does to the bytes of every connection over it. */
export interface Weather {
  /** Nothing comes through, nothing is closed: bytes, openings and endings wait at the proxy. */
  readonly stalled: boolean;
  /** Connections break with a reset, and new ones too. */
  readonly cut: boolean;
  /** One way, in milliseconds. */
  readonly delayMs: number;
  /** Of each way, shared by all connections; null for no limit. */
  readonly bytesPerSecond: number | null;
  /** Share of segments that get lost. TCP shows that as time: the segment and all behind it come a time-out later. */
  readonly loss: number;
}

export const fairWeather: Weather = { stalled: false, cut: false, delayMs: 0, bytesPerSecond: null, loss: 0 };

/** Bytes of a segment, as most networks carry them. */
export const segmentBytes = 1400;
/** First time-out of a retransmission; twice as long each time the same segment is lost again (RFC 6298 begins at 200 ms in Linux). */
const firstTimeoutMs = 200;
const longestTimeoutMs = 6_000;

/** Wakes all who wait for it. */
export function createBell(): { ring(): void; next(): Promise<void> } {
  let waiting: (() => void)[] = [];
  return {
    ring: () => {
      const told = waiting;
      waiting = [];
      for (const tell of told) tell();
    },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** One way of a line. */
export interface Line {
  /** Resolves when the next segment of a connection has reached the far end, lost tries and stalls included. */
  carry(bytes: number, signal: AbortSignal): Promise<void>;
  /** Resolves when the line is not stalled. */
  open(signal: AbortSignal): Promise<void>;
}

/** `changed` resolves at the next change of the weather or end of a connection; `random` in [0, 1) decides what is lost. */
export function createLine(weather: () => Weather, changed: () => Promise<void>, random: () => number): Line {
  let freeAt = 0;

  const open = async (signal: AbortSignal): Promise<void> => {
    while (weather().stalled && !signal.aborted) await changed();
  };

  return {
    open,
    carry: async (bytes, signal) => {
      for (let timeout = firstTimeoutMs; !signal.aborted; timeout = Math.min(longestTimeoutMs, timeout * 2)) {
        await open(signal);
        const { bytesPerSecond, delayMs, loss } = weather();
        const now = performance.now();
        if (bytesPerSecond !== null) freeAt = Math.max(now, freeAt) + (bytes / bytesPerSecond) * 1000;
        await wait((bytesPerSecond === null ? 0 : freeAt - now) + delayMs, signal);
        if (random() >= loss) break;
        await wait(timeout, signal);
      }
      await open(signal);
    },
  };
}

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  ms < 1 ? Promise.resolve() : sleep(ms, undefined, { signal }).catch(() => undefined);
