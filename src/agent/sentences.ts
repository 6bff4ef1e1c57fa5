/** `Rs. 499`, `No. 12` and the like go on after their point. */
const sentenceEnd = /(?:(?<!(?:^|[^\p{L}])(?:rs|no|nos|rd|st|dr|approx|रु))[.](?=\s)|[!?؟।](?=\s)|\n)\s*/iu;

/** Holds streamed pieces back until a sentence is whole, so that each can be checked before it is shown. */
export function createSentenceSplitter(): { push(piece: string): readonly string[]; rest(): string } {
  let held = '';
  return {
    push: (piece) => {
      held += piece;
      const sentences: string[] = [];
      for (;;) {
        const end = sentenceEnd.exec(held);
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
