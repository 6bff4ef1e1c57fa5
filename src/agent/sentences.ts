/** Holds streamed pieces back until a sentence is whole, so that each can be checked before it is shown. */
export function createSentenceSplitter(): { push(piece: string): readonly string[]; rest(): string } {
  let held = '';
  return {
    push: (piece) => {
      held += piece;
      const sentences: string[] = [];
      for (;;) {
        const end = /(?:[.!?؟।](?=\s)|\n)\s*/u.exec(held);
        if (end === null) return sentences;
        const length = end.index + end[0].length;
        sentences.push(held.slice(0, length));
        held = held.slice(length);
      }
    },
    rest: () => {
      const last = held;
      held = '';
      return last;
    },
  };
}
