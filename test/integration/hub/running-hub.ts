import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import type { FeedLine, StockRow } from '../../../src/contracts/feed.ts';
import { readFeedText, unpackFeedLine } from '../../../src/contracts/feed-text.ts';
import {
  type DeviceApi,
  type DeviceCall,
  deviceApi,
  deviceEventsPath,
  feedPath,
} from '../../../src/contracts/hub-api.ts';
import type { Operation, OperationBody } from '../../../src/contracts/operation.ts';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import { type Patience, startHub } from '../../../src/hub/start-hub.ts';

export const pairingCode = 'pair-for-tests';
export const storeId = 'hyd-banjara';

type Answer<C extends DeviceCall> = ReturnType<DeviceApi[C]['response']['parse']>;

/** A hub in this process with the sample shop, on a free port, with a clock that can be put forward. */
export async function runHub({
  trustProxy = false,
  patience,
}: {
  readonly trustProxy?: boolean;
  readonly patience?: Patience;
} = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'aisle-hub-'));
  let ahead = 0;
  const started = await startHub({
    options: {
      port: 0,
      host: '127.0.0.1',
      dataFolder: folder,
      pairingCode,
      publicUrl: null,
      restored: false,
      trustProxy,
    },
    environment: { now: () => Date.now() + ahead, newId: v7 },
    variables: {},
    log: pino({ level: 'silent' }),
    ...(patience && { patience }),
  });
  if (!started.ok) throw new Error(started.failure.message);
  const { url, close } = started.value;
  return {
    url,
    folder,
    now: () => Date.now() + ahead,
    /** Puts the clock forward. */
    pass: (milliseconds: number) => {
      ahead += milliseconds;
    },
    stop: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
    pair: (name: string, store?: string) => pairDevice(url, name, store),
  };
}
export type RunningHub = Awaited<ReturnType<typeof runHub>>;

export async function post(url: string, body: unknown, token?: string): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}

/** A kiosk as the hub sees one: its calls, its operations in sequence, its feed. */
export async function pairDevice(url: string, name: string, store = storeId) {
  const response = await post(url + deviceApi.pair.path, { pairingCode, name, storeId: store });
  const paired = deviceApi.pair.response.parse(await response.json());
  if (!paired.ok) throw new Error(paired.failure.message);
  const { deviceToken, deviceId, deviceIndex, capsuleKeys, hubId } = paired.value;
  let sequence = 0;

  const call = async <C extends Exclude<DeviceCall, 'pair'>>(name: C, body: unknown): Promise<Answer<C>> => {
    const answer = await post(url + deviceApi[name].path, body, deviceToken);
    return deviceApi[name].response.parse(await answer.json()) as Answer<C>;
  };
  const feed = async (from?: {
    readonly epoch: string;
    readonly cursor: string;
  }): Promise<readonly FeedLine[]> => {
    const query = from ? `?${new URLSearchParams(from)}` : '';
    const answer = await fetch(url + feedPath + query, {
      headers: { authorization: `Bearer ${deviceToken}` },
    });
    const text = await answer.text();
    return text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const read = readFeedText(line);
        if (read === undefined) throw new Error(`The hub sent no line of a feed: ${line}`);
        return unpackFeedLine(read);
      });
  };
  return {
    deviceId,
    deviceIndex,
    capsuleKeys,
    hubId,
    token: deviceToken,
    call,
    feed,
    operation(body: OperationBody): Operation {
      sequence += 1;
      return { operationId: v7(), sequence, at: new Date().toISOString(), body };
    },
    push: (...operations: readonly Operation[]) => call('operations', { operations }),
    /** Starts a guest session and puts pieces into its cart. */
    async guest(...lines: readonly { readonly sku: string; readonly quantity: number }[]): Promise<string> {
      const sessionId = v7();
      await this.push(
        this.operation({ type: 'session-started', sessionId, language: 'en' }),
        ...lines.map((line) => this.operation({ type: 'cart-line-set', sessionId, ...line })),
      );
      return sessionId;
    },
  };
}
export type TestDevice = Awaited<ReturnType<typeof pairDevice>>;

/** Resolves when the device hears an event like that one of the hub at `url`, after `cause`. */
export async function eventLike(
  url: string,
  { token }: TestDevice,
  wanted: object,
  cause: () => Promise<unknown>,
): Promise<void> {
  const abort = new AbortController();
  const stream = await fetch(url + deviceEventsPath, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  const reader = (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();
  await cause();
  for (let text = ''; !text.includes(JSON.stringify(wanted).slice(1, -1)); ) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The events ended: ${text}`);
    text += value;
  }
  abort.abort();
}

export function reservationOf(
  sessionId: string,
  sku: string,
  quantity: number,
  at: number,
  kind: Reservation['kind'] = 'checkout',
): Reservation {
  return {
    reservationId: v7(),
    kind,
    state: 'requested',
    number: 101,
    sessionId,
    storeId,
    sku,
    quantity,
    fittingRoom: null,
    pickedAt: null,
    createdAt: new Date(at).toISOString(),
    expiresAt: new Date(at + 20 * 60_000).toISOString(),
  };
}

export const stockRows = (lines: readonly FeedLine[]): readonly StockRow[] =>
  lines.flatMap((line) => (line.type === 'stock' ? [line.row] : []));

/** A browser without a screen: cookies, own origin, redirects followed by hand. */
export function browser(url: string) {
  const cookies = new Map<string, string>();
  const request = async (target: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(target, url), {
      redirect: 'manual',
      ...init,
      headers: {
        origin: url,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };
  return {
    request,
    async get(target: string) {
      const response = await request(target);
      return { status: response.status, text: await response.text(), headers: response.headers };
    },
    async post(
      target: string,
      fields: Readonly<Record<string, string>>,
      headers: Record<string, string> = {},
    ) {
      const response = await request(target, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers,
      });
      return {
        status: response.status,
        text: await response.text(),
        location: response.headers.get('location'),
      };
    },
  };
}
