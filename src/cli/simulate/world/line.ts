import type { Random } from '../random.ts';
import type { CoverageCounter } from '../truth/coverage.ts';
import type { Scheduler } from './scheduler.ts';

/** How bad a line is. Chances are for each message. */
export interface LineQuality {
  /** Milliseconds one way, at least and at most; messages overtake one another. */
  readonly latency: readonly [number, number];
  /** Of a message that takes up to `slowest` milliseconds. */
  readonly slow: number;
  readonly slowest: number;
  readonly lost: number;
  readonly twice: number;
  /** Of a stream to break off after a piece of it. */
  readonly breaks: number;
}

export const goodLine: LineQuality = { latency: [5, 60], slow: 0, slowest: 0, lost: 0, twice: 0, breaks: 0 };
export const badLine: LineQuality = {
  latency: [20, 900],
  slow: 0.1,
  slowest: 25_000,
  lost: 0.15,
  twice: 0.15,
  breaks: 0.25,
};

/** The line between one kiosk and the hub. While it is cut it stalls: nothing arrives, and no one is told. */
export interface Line {
  /** Virtual time at which it is whole again; 0 when it is. */
  cutUntil(): number;
  cut(until: number): void;
  /** Runs `work` when the cut is over, now if there is none. Gives the way to call it off. */
  whenWhole(work: () => void): () => void;
  /** Whole at once. */
  mend(): void;
  setQuality(quality: LineQuality): void;
  /** Takes a message to the other side: later, twice, or never. */
  send(arrive: () => void): void;
  /** For a stream that is open on this line: `broke` runs once it has been silent for too long. Gives the way to stop. */
  watch(broke: () => void): () => void;
  /** Takes a piece of a stream to the other side, in order, or says that the stream has broken. */
  sendInOrder(stream: StreamPlace, arrive: () => void, broke: () => void): void;
}

/** Where a stream's last piece arrives, so that the next one does not overtake it. */
export interface StreamPlace {
  arrivesAt: number;
}

/** A connection that is cut for longer than this is over: both sides notice by the silence. */
const silenceMs = 40_000;

export function createLine(scheduler: Scheduler, random: Random, coverage: CoverageCounter): Line {
  let cutUntil = 0;
  let quality = goodLine;
  /** When the message that was sent last arrives. */
  let lastArrival = 0;
  const open = new Set<() => void>();
  const waiting = new Set<() => void>();

  const isCut = (): boolean => cutUntil > scheduler.now();
  const delay = (): number =>
    random.chance(quality.slow)
      ? random.whole(quality.latency[1], quality.slowest)
      : random.whole(...quality.latency);

  return {
    cutUntil: () => (isCut() ? cutUntil : 0),
    cut: (until) => {
      cutUntil = Math.max(cutUntil, until);
      const silent = scheduler.now() + silenceMs;
      if (cutUntil <= silent) return;
      scheduler.at(silent, () => {
        if (isCut()) for (const broke of [...open]) broke();
      });
    },
    whenWhole: (work) => {
      const run = (): void => {
        forget();
        waiting.delete(run);
        work();
      };
      const forget = scheduler.at(cutUntil, run);
      waiting.add(run);
      return () => {
        forget();
        waiting.delete(run);
      };
    },
    mend: () => {
      cutUntil = 0;
      for (const run of [...waiting]) run();
    },
    watch: (broke) => {
      open.add(broke);
      return () => open.delete(broke);
    },
    setQuality: (next) => {
      quality = next;
    },
    send: (arrive) => {
      const wait = delay();
      const [lost, twice] = [random.chance(quality.lost), random.chance(quality.twice)];
      if (isCut()) {
        // What TCP still holds when the line is whole again arrives then, long after its sender has given up.
        if (random.chance(0.3)) scheduler.at(cutUntil + wait, arrive);
        else coverage.note('message lost');
        return;
      }
      if (lost) {
        coverage.note('message lost');
        return;
      }
      const arrival = scheduler.now() + wait;
      if (arrival < lastArrival) coverage.note('message overtaken');
      lastArrival = arrival;
      scheduler.at(arrival, arrive);
      if (!twice) return;
      coverage.note('message twice');
      scheduler.after(wait + delay(), arrive);
    },
    sendInOrder: (place, arrive, broke) => {
      const wait = delay();
      const breaks = random.chance(quality.breaks);
      const from = Math.max(scheduler.now(), place.arrivesAt);
      if (isCut()) {
        const silent = scheduler.now() + silenceMs;
        if (cutUntil > silent) scheduler.at(silent, broke);
        else {
          place.arrivesAt = Math.max(from, cutUntil) + wait;
          scheduler.at(place.arrivesAt, arrive);
        }
        return;
      }
      if (breaks) coverage.note('stream broken');
      place.arrivesAt = from + wait;
      scheduler.at(place.arrivesAt, breaks ? broke : arrive);
    },
  };
}
