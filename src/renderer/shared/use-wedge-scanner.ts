import { useEffect, useRef } from 'react';
import { createWedgeListener } from './wedge-listener.ts';

/** Calls back with what a keyboard-wedge scanner typed, wherever the focus is. */
export function useWedgeScanner(onText: (text: string) => void): void {
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    const listener = createWedgeListener((text) => latest.current(text));
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}
