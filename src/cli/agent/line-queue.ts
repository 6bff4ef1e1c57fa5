/** Longer lines are cut: what is beyond is no utterance, and must not fill the memory. */
const longest = 10_000;

export interface LineQueue {
  /** The next line that is not empty, trimmed; undefined at the end of the input. */
  next(): Promise<string | undefined>;
  /** Gives a line back: it is the next one again. */
  putBack(line: string): void;
}

/** Lines of a stream, one at a time, in order, however the stream is cut into chunks. */
export function createLineQueue(input: NodeJS.ReadableStream): LineQueue {
  const lines = linesOf(input);
  const back: string[] = [];
  return {
    next: async () => {
      const again = back.pop();
      if (again !== undefined) return again;
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) return undefined;
        const line = value.trim();
        if (line !== '') return line;
      }
    },
    putBack: (line) => {
      back.push(line);
    },
  };
}

async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let held = '';
  for await (const chunk of input) {
    const parts = `${held}${String(chunk)}`.split(/\r?\n/u);
    held = (parts.pop() ?? '').slice(0, longest);
    for (const part of parts) yield part.slice(0, longest);
  }
  if (held !== '') yield held;
}
