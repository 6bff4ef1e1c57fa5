import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedLine } from '../../../contracts/feed.ts';
import type { DeviceEvent } from '../../../contracts/hub-api.ts';
import type { Operation } from '../../../contracts/operation.ts';

/** A hub on loopback with the manners of a bad network. */
export interface FakeHub {
  readonly url: string;
  readonly port: number;
  /** Every operation as it came in, repeats included. */
  readonly received: Operation[];
  /** Pushes being answered at the same time, at most. */
  readonly pushesAtOnce: () => number;
  readonly eventStreams: () => number;
  readonly feedRequests: string[];
  feed: readonly FeedLine[];
  /** Answers to pushes that get lost: the hub has applied them all the same. */
  loseReceipts: number;
  refuse: string | undefined;
  /** Milliseconds before an answer, and for each operation that comes with a push: a line is slow. */
  delay: number;
  delayPerOperation: number;
  /** Sequence that it has applied; set it back to play a restored backup. */
  applied: number;
  rights: number;
  send(event: DeviceEvent): void;
  /** What another path answers, as JSON text. */
  answer: string;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<{ operations?: Operation[] }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return JSON.parse(text) as { operations?: Operation[] };
}

export async function startFakeHub(port = 0): Promise<FakeHub> {
  const streams = new Set<ServerResponse>();
  let running = 0;
  let most = 0;
  let opened = 0;

  const push = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    const { operations = [] } = await bodyOf(request);
    hub.received.push(...operations);
    for (const { sequence } of operations) if (sequence === hub.applied + 1) hub.applied = sequence;
    await new Promise((resolve) =>
      setTimeout(resolve, hub.delay + hub.delayPerOperation * operations.length),
    );
    running -= 1;
    if (hub.loseReceipts > 0) {
      hub.loseReceipts -= 1;
      response.destroy();
      return;
    }
    const refused = operations
      .filter(({ body }) => body.type === hub.refuse)
      .map(({ operationId }) => ({
        operationId,
        failure: { kind: 'conflict', message: 'No.', reason: 'refused-here' },
      }));
    response.end(JSON.stringify({ ok: true, value: { appliedSequence: hub.applied, refused } }));
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/api/device/operations')) void push(request, response);
    else if (path.startsWith('/api/device/feed')) {
      hub.feedRequests.push(path);
      response.end(hub.feed.map((line) => `${JSON.stringify(line)}\n`).join(''));
    } else if (path.startsWith('/api/device/events')) {
      opened += 1;
      streams.add(response);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': hello\n\n');
    } else if (path.startsWith('/api/device/rights')) {
      response.end(JSON.stringify({ ok: true, value: { granted: hub.rights, recalled: 0 } }));
    } else {
      setTimeout(() => response.end(hub.answer), hub.delay);
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;

  const hub: FakeHub = {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    received: [],
    pushesAtOnce: () => most,
    eventStreams: () => opened,
    feedRequests: [],
    feed: [],
    loseReceipts: 0,
    refuse: undefined,
    delay: 0,
    delayPerOperation: 0,
    applied: 0,
    rights: 0,
    answer: '{}',
    send: (event) => {
      for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hub;
}
