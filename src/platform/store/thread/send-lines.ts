/** How many messages may be on their way to a thread that takes its time. */
export interface Flow {
  /** Waits until one more may be sent; false when no more is wanted. */
  room(): Promise<boolean>;
  /** One was taken. */
  taken(): void;
  /** Nothing more is wanted. */
  stop(): void;
}

export function createFlow(messagesAhead: number): Flow {
  let free = messagesAhead;
  let stopped = false;
  let wake = (): void => undefined;
  return {
    room: async () => {
      while (free === 0 && !stopped) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      free -= 1;
      return !stopped;
    },
    taken: () => {
      free += 1;
      wake();
    },
    stop: () => {
      stopped = true;
      wake();
    },
  };
}

/** Sends lines in messages of about so many characters. What was read before reading failed is sent, too. */
export async function sendLines(
  lines: AsyncIterable<string>,
  flow: Flow,
  charactersPerMessage: number,
  send: (lines: readonly string[]) => void,
): Promise<void> {
  let waiting: string[] = [];
  let characters = 0;
  const flush = async (): Promise<boolean> => {
    const wanted = await flow.room();
    if (wanted && waiting.length > 0) send(waiting);
    waiting = [];
    characters = 0;
    return wanted;
  };
  try {
    for await (const line of lines) {
      waiting.push(line);
      characters += line.length;
      if (characters >= charactersPerMessage && !(await flush())) return;
    }
  } finally {
    await flush();
  }
}
