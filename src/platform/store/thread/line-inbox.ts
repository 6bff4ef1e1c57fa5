/** Lines on their way from one thread into another, in the order in which they came. */
export interface LineInbox extends AsyncIterable<string> {
  add(lines: readonly string[]): void;
  /** No more will come; `broke`: because reading them failed, so that whoever reads here fails too. */
  end(broke: boolean): void;
}

/** `onTaken` is called when the reader has taken what one `add` brought. */
export function createLineInbox(onTaken: () => void): LineInbox {
  const batches: (readonly string[])[] = [];
  let ended: 'well' | 'broke' | undefined;
  let wake = (): void => undefined;

  return {
    add: (lines) => {
      batches.push(lines);
      wake();
    },
    end: (broke) => {
      ended = broke ? 'broke' : 'well';
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const lines = batches.shift();
        if (lines !== undefined) {
          yield* lines;
          onTaken();
        } else if (ended === 'broke') throw new Error('The lines broke off');
        else if (ended === 'well') return;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
