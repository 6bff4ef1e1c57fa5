/** A stream broke off in the middle or fell silent. */
export class LineBroke extends Error {}

/** Lines that arrive over time, for one reader. */
export interface LineStream extends AsyncIterable<string> {
  push(line: string): void;
  end(): void;
  /** The reader's next reading throws. */
  break(): void;
}

/** `onLeave` runs when the reader stops reading. */
export function createLineStream(onLeave: () => void): LineStream {
  const lines: string[] = [];
  let state: 'open' | 'ended' | 'broken' = 'open';
  let wake: (() => void) | undefined;
  const changed = (): void => {
    wake?.();
    wake = undefined;
  };
  const finish = (next: 'ended' | 'broken'): void => {
    if (state !== 'open') return;
    state = next;
    changed();
  };
  return {
    push: (line) => {
      if (state !== 'open') return;
      lines.push(line);
      changed();
    },
    end: () => finish('ended'),
    break: () => finish('broken'),
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const line = lines.shift();
          if (line !== undefined) yield line;
          else if (state === 'ended') return;
          else if (state === 'broken') throw new LineBroke('The line broke');
          else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        onLeave();
      }
    },
  };
}
