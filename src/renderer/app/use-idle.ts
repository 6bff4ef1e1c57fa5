import { useCallback, useEffect, useRef, useState } from 'react';

export interface IdleOptions {
  readonly afterMs: number;
  readonly warnMs: number;
  /** False while nothing can time out: no session, or a payment that has its own limit. */
  readonly active: boolean;
  readonly onTouch: () => void;
  readonly onExpire: () => void;
}

/** Milliseconds left while the warning shows, else null. Touches and keys start the time anew. */
export function useIdle({ afterMs, warnMs, active, onTouch, onExpire }: IdleOptions): {
  readonly left: number | null;
  readonly stay: () => void;
} {
  const [left, setLeft] = useState<number | null>(null);
  const lastTouch = useRef(performance.now());
  const callbacks = useRef({ onTouch, onExpire });
  callbacks.current = { onTouch, onExpire };

  const stay = useCallback(() => {
    lastTouch.current = performance.now();
    setLeft(null);
    callbacks.current.onTouch();
  }, []);

  useEffect(() => {
    if (!active) {
      setLeft(null);
      return;
    }
    lastTouch.current = performance.now();
    const timer = setInterval(() => {
      const quiet = performance.now() - lastTouch.current;
      if (quiet < afterMs) return setLeft(null);
      const remaining = afterMs + warnMs - quiet;
      if (remaining > 0) return setLeft(remaining);
      lastTouch.current = performance.now();
      setLeft(null);
      callbacks.current.onExpire();
    }, 250);
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const name of events) window.addEventListener(name, stay, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of events) window.removeEventListener(name, stay, { capture: true });
    };
  }, [active, afterMs, warnMs, stay]);

  return { left, stay };
}
