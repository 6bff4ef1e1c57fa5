import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createBell, createLine, fairWeather, type Line, segmentBytes, type Weather } from './line.ts';

/** Bytes that wait in one way of one connection before its sender is made to wait. */
const queueBytes = 32 * 1024;

/** A TCP proxy on loopback in front of a server, with the manners of a network that fails. */
export interface StallingProxy {
  readonly url: string;
  weather(): Weather;
  /** From now on, for open connections too; what is not named stays. */
  change(weather: Partial<Weather>): void;
  /** Fair weather; what waited goes on. */
  heal(): void;
  /** Ends the connections that are open now, with a reset on both sides. Gives their number. */
  drop(): number;
  readonly carried: { readonly up: number; readonly down: number };
  /** Connections that were ever opened. */
  readonly connections: () => number;
  close(): Promise<void>;
}

interface Options {
  /** Of the server; it may come and go. */
  readonly target: { readonly host: string; readonly port: number };
  /** In [0, 1). */
  readonly random: () => number;
}

export async function openStallingProxy({ target, random }: Options): Promise<StallingProxy> {
  let weather = fairWeather;
  const bell = createBell();
  const pairs = new Set<() => void>();
  const carried = { up: 0, down: 0 };
  let connections = 0;

  const line = () => createLine(() => weather, bell.next, random);
  const up = line();
  const down = line();

  const server = createServer({ allowHalfOpen: true }, (client) => {
    connections += 1;
    void serve(client);
  });

  const serve = async (client: Socket): Promise<void> => {
    const ending = new AbortController();
    let upstream: Socket | undefined;
    const end = (): void => {
      pairs.delete(end);
      ending.abort();
      bell.ring();
      client.resetAndDestroy();
      upstream?.resetAndDestroy();
    };
    pairs.add(end);
    client.on('error', () => undefined);
    if (weather.cut) return end();
    await up.open(ending.signal);
    if (ending.signal.aborted || weather.cut) return end();
    upstream = connect({ ...target, allowHalfOpen: true });
    upstream.on('error', () => undefined);
    const count = (way: 'up' | 'down') => (bytes: number) => {
      carried[way] += bytes;
    };
    await Promise.all([
      forward(client, upstream, up, count('up'), ending.signal),
      forward(upstream, client, down, count('down'), ending.signal),
    ]);
    // Both ways have ended in order, or been reset: the sockets close by themselves.
    pairs.delete(end);
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = (): number => {
    const open = [...pairs];
    for (const end of open) end();
    return open.length;
  };

  const change = (changed: Partial<Weather>): void => {
    weather = { ...weather, ...changed };
    if (weather.cut) drop();
    bell.ring();
  };

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weather: () => weather,
    change,
    heal: () => change(fairWeather),
    drop,
    carried,
    connections: () => connections,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
  };
}

/** One way of a connection, until its sender has ended and all has arrived. An end that comes as a reset goes on as one. */
async function forward(
  from: Socket,
  to: Socket,
  line: Line,
  count: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const waiting: Buffer[] = [];
  let queued = 0;
  const end: { over?: 'ended' | 'reset' } = from.destroyed ? { over: 'reset' } : {};
  const news = createBell();
  from.on('data', (bytes) => {
    for (let at = 0; at < bytes.length; at += segmentBytes)
      waiting.push(bytes.subarray(at, at + segmentBytes));
    queued += bytes.length;
    if (queued > queueBytes) from.pause();
    news.ring();
  });
  from.on('end', () => {
    end.over ??= 'ended';
    news.ring();
  });
  from.on('close', () => {
    end.over ??= 'reset';
    news.ring();
  });
  signal.addEventListener('abort', news.ring, { once: true });

  while (!signal.aborted) {
    const segment = waiting.shift();
    if (segment === undefined) {
      if (end.over !== undefined) break;
      await news.next();
      continue;
    }
    await line.carry(segment.length, signal);
    if (signal.aborted) return;
    queued -= segment.length;
    if (queued < queueBytes / 2) from.resume();
    count(segment.length);
    if (!to.destroyed && !to.write(segment)) await drained(to);
  }
  await line.open(signal);
  if (end.over === 'ended') to.end();
  else to.resetAndDestroy();
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    for (const event of ['drain', 'close'] as const) socket.once(event, () => resolve());
  });
