/** Ends a session that no one touches, even when the page hangs and its own 'Still there?' never came. */
export interface IdleWatch {
  touch(): void;
  stop(): void;
}

/**
 * Calls `onIdle` once `limitMs` have passed since the last touch. `busyUntil` gives an instant (milliseconds since 1970)
 * before which the shopper counts as busy: an open payment has its own limit.
 */
export function watchIdle(
  limitMs: number,
  now: () => number,
  busyUntil: () => number,
  onIdle: () => void,
): IdleWatch {
  let touchedAt = now();
  const timer = setInterval(
    () => {
      if (now() - touchedAt < limitMs || now() < busyUntil()) return;
      clearInterval(timer);
      onIdle();
    },
    Math.min(1000, limitMs / 2),
  );
  return {
    touch: () => {
      touchedAt = now();
    },
    stop: () => clearInterval(timer),
  };
}
