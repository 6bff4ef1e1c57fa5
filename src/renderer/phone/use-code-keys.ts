import { useEffect, useRef } from 'react';
import { codeAlphabet } from '../../contracts/primitives.ts';

export interface CodeKeys {
  readonly onSymbol: (symbol: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
}

/** Letters that look like digits are those digits. */
const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** The code pad by a hardware keyboard. A focused control keeps its own Enter. */
export function useCodeKeys(keys: CodeKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typed = event.key.toUpperCase();
      const symbol = lookalikes[typed] ?? typed;
      if (symbol.length === 1 && codeAlphabet.includes(symbol)) latest.current.onSymbol(symbol);
      else if (event.key === 'Backspace') latest.current.onErase();
      else if (event.key === 'Enter' && document.activeElement === document.body) latest.current.onEnter();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
