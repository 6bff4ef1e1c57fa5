import { useEffect, useRef } from 'react';

export interface DigitKeys {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
  readonly onEnter?: () => void;
}

/** The pad by a hardware keyboard. A focused control keeps its own Enter. */
export function useDigitKeys(keys: DigitKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (/^\d$/.test(event.key)) latest.current.onDigit(event.key);
      else if (event.key === 'Backspace') latest.current.onErase();
      else if (event.key === 'Enter' && document.activeElement === document.body) latest.current.onEnter?.();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
