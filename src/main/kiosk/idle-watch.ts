import type { Payment } from '../../contracts/payment.ts';
import type { DeviceEnvironment } from '../../core/ports/environment.ts';

/** Ends a session that no one touches, even when the page hangs and its own 'Still there?' never came. */
export interface IdleWatch {
  touch(): void;
  stop(): void;
}

/** An open payment has its own limit, before which the shopper counts as busy. */
export interface Paying {
  readonly paymentId: string;
  /** By the uptime clock. */
  readonly until: number;
}

/**
 * Until when a payment keeps the shopper busy; undefined where none is open. Its end is put on the uptime clock when it is
 * first seen, and never later than its whole time from then: a wrong clock must not keep a session.
 */
export function payingWith(
  payment: Pick<Payment, 'paymentId' | 'state' | 'createdAt' | 'expiresAt'> | null,
  before: Paying | undefined,
  { now, uptime }: Pick<DeviceEnvironment, 'now' | 'uptime'>,
): Paying | undefined {
  if (payment?.state !== 'open') return undefined;
  const { paymentId, createdAt, expiresAt } = payment;
  if (paymentId === before?.paymentId) return before;
  const end = Date.parse(expiresAt);
  return { paymentId, until: uptime() + Math.min(end - now(), end - Date.parse(createdAt)) };
}

/**
 * Calls `onIdle` once `limitMs` have passed since the last touch. `uptime` is the clock that nobody sets, in milliseconds;
 * `busyUntil` gives an instant of it before which the shopper counts as busy.
 */
export function watchIdle(
  limitMs: number,
  uptime: () => number,
  busyUntil: () => number,
  onIdle: () => void,
): IdleWatch {
  let touchedAt = uptime();
  const timer = setInterval(
    () => {
      if (uptime() - touchedAt < limitMs || uptime() < busyUntil()) return;
      clearInterval(timer);
      onIdle();
    },
    Math.min(1000, limitMs / 2),
  );
  return {
    touch: () => {
      touchedAt = uptime();
    },
    stop: () => clearInterval(timer),
  };
}
