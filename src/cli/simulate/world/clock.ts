import type { DeviceEnvironment } from '../../../core/ports/environment.ts';
import type { Random } from '../random.ts';

/** When every run begins: a Sunday morning, UTC. */
export const startOfTime = Date.UTC(2026, 10, 22, 9, 0);

/** The clocks of one machine. Its wall clock may drift, and anyone may set it; the time since its boot is honest. */
export interface Clock {
  /** Milliseconds since 1970, as this machine believes. */
  now(): number;
  /** Milliseconds since it was booted. */
  uptime(): number;
  /** Whether the wall clock shows less than it has shown before. */
  isSetBack(): boolean;
  /** Virtual milliseconds at which this clock will show `instant`. */
  virtualTimeOf(instant: number): number;
  /** Sets it forward or back. */
  jump(milliseconds: number): void;
  /** From now on it gains so many milliseconds a second; negative: loses. */
  drift(perSecond: number): void;
  /** Sets it right, and lets it run right. */
  correct(): void;
  reboot(): void;
}

/** Machines had been up for a while when a run begins. */
const uptimeAtStart = 3 * 24 * 60 * 60_000;

/** `speed`: of the quartz that counts the time since boot; 1 is exact. */
export function createClock(virtualNow: () => number, speed = 1): Clock {
  /** What it showed at `since`, and how fast it has run from there. */
  let shown = startOfTime;
  let since = 0;
  let rate = 1;
  let highest = 0;
  let bootedAt = -uptimeAtStart;
  const now = (): number => Math.floor(shown + (virtualNow() - since) * rate);
  const rebase = (to: number, newRate: number): void => {
    highest = Math.max(highest, now());
    shown = to;
    since = virtualNow();
    rate = newRate;
  };
  return {
    now,
    uptime: () => Math.floor((virtualNow() - bootedAt) * speed),
    isSetBack: () => now() < highest,
    virtualTimeOf: (instant) => since + Math.ceil((instant - shown) / rate),
    jump: (milliseconds) => rebase(now() + milliseconds, rate),
    drift: (perSecond) => rebase(now(), 1 + perSecond / 1000),
    correct: () => rebase(startOfTime + virtualNow(), 1),
    reboot: () => {
      bootedAt = virtualNow();
    },
  };
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Time by the machine's clocks, and UUIDs of version 7 that the seed decides. */
export function createEnvironment(clock: Clock, random: Random): DeviceEnvironment {
  return {
    now: clock.now,
    uptime: clock.uptime,
    newId: () => {
      const time = hex(clock.now(), 12);
      const end = `${hex(random.whole(0, 0xffffff), 6)}${hex(random.whole(0, 0xffffff), 6)}`;
      const middle = `7${hex(random.whole(0, 0xfff), 3)}-8${hex(random.whole(0, 0xfff), 3)}`;
      return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${end}`;
    },
  };
}
