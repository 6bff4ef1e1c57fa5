/** Heartbeat of server-sent events, a comment line; a reader that hears none for longer (kiosks: 20 s) knows the line is dead. */
const heartbeatMs = 8_000;
/** Bytes that may wait for a slow reader before it is cut off; it comes back and catches up. */
const highWaterBytes = 256 * 1024;

export interface EventStream {
  readonly response: Response;
  /** Sends one event as JSON. */
  send(data: unknown, event?: string): void;
  close(): void;
}

/** Server-sent events to one reader. `onClose` runs once, when either side ends it. */
export function openEventStream(onClose: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  const close = (): void => {
    if (!controller) return;
    const ending = controller;
    controller = undefined;
    clearInterval(heartbeat);
    try {
      ending.close();
    } catch {
      // The reader has cancelled it already.
    }
    onClose();
  };
  const write = (text: string): void => {
    if (!controller) return;
    if ((controller.desiredSize ?? 0) <= 0) {
      close();
      return;
    }
    controller.enqueue(encoder.encode(text));
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started;
        write('retry: 2000\n: open\n\n');
        heartbeat = setInterval(() => write(': alive\n\n'), heartbeatMs);
      },
      cancel: close,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: highWaterBytes }),
  );
  return {
    response: new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    }),
    send: (data, event) => write(`${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`),
    close,
  };
}
