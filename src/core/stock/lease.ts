/** What a device keeps of its lease: under which number, how long, and the clocks when it asked for it. */
export interface LeaseMark {
  /** 0 before the first. */
  readonly lease: number;
  /** Milliseconds from the request on; null: without end. */
  readonly leaseMs: number | null;
  /** Milliseconds since 1970, and since the machine's boot, when the request went out. */
  readonly leaseWall: number;
  readonly leaseUptime: number;
  /** Latest wall clock instant that was ever written down here. */
  readonly seenAt: number;
}

export interface Clocks {
  /** Milliseconds since 1970; anyone may set it. */
  readonly now: number;
  /** Milliseconds since the machine's boot, sleep included; nobody sets it. */
  readonly uptime: number;
}

const minute = 60_000;
/** A clock may be slewed by so much without a word. */
const slewMs = minute;
/** Less than this is not worth a promise. */
export const shortestPromiseMs = minute;

/**
 * How much earlier than the hub a device stops: a minute for the way of the answer, and a thousandth for clocks that run
 * at different speeds (quartz is good to 100 parts in a million; ten times that is for machines that run hot or virtual).
 */
const guardMs = (leaseMs: number): number => minute + leaseMs / 1000;

/** How long rights last. Long enough for a weekend without the network. */
export const leaseDurationMs = 72 * 60 * minute;

/**
 * Milliseconds that promises made by the device's rights may still last: 0 when the lease is over, Infinity without end.
 * The larger of what both clocks say has gone by counts. After a reboot only the wall clock tells, and one that is behind
 * what has been seen here tells nothing.
 */
export function leaseLeft(mark: LeaseMark, { now, uptime }: Clocks): number {
  if (mark.lease === 0) return 0;
  if (mark.leaseMs === null) return Number.POSITIVE_INFINITY;
  const rebooted = uptime < mark.leaseUptime;
  if (rebooted && now < mark.seenAt) return 0;
  const elapsed = Math.max(now - mark.leaseWall, rebooted ? uptime : uptime - mark.leaseUptime);
  return Math.max(0, mark.leaseMs - guardMs(mark.leaseMs) - elapsed);
}

/** Whether new promises can be made: there is time left, and the clock that will end them has not been set back. */
export function mayPromise(mark: LeaseMark, clocks: Clocks): boolean {
  if (mark.leaseMs === null) return mark.lease > 0;
  return leaseLeft(mark, clocks) >= shortestPromiseMs && clocks.now >= mark.seenAt - slewMs;
}
