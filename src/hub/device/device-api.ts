import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import {
  type DeviceApi,
  type DeviceCall,
  deviceApi,
  deviceEventsPath,
  feedPath,
} from '../../contracts/hub-api.ts';
import { fail, type Result } from '../../contracts/result.ts';
import type { PhoneLinks } from '../../core/ports/operations.ts';
import type { Holds } from '../../core/shop.ts';
import { addCall } from '../../platform/hub-store/associate-calls.ts';
import { type Device, findDeviceByToken } from '../../platform/hub-store/devices.ts';
import { readFeed } from '../../platform/hub-store/feed-reader.ts';
import { openFeed } from '../../platform/hub-store/open-feed.ts';
import { receiveOperations } from '../../platform/hub-store/operations.ts';
import { grantRights } from '../../platform/hub-store/rights.ts';
import { answer } from '../http/answers.ts';
import { bearerToken } from '../http/bearer-token.ts';
import type { ClientAddress } from '../http/client-address.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import type { OrderChangeDesk } from '../orders/order-change-desk.ts';
import type { HubPaymentDesk } from '../payments/payment-desk.ts';
import type { SessionDesk } from '../sessions/session-desk.ts';
import { streamDeviceEvents } from './device-events.ts';
import { feedResponse } from './feed-stream.ts';
import { type PairingParts, pair } from './pairing.ts';
import { hubName, namedPayment, namedReservation, namedResult } from './session-names.ts';

export interface DeviceApiOptions extends PairingParts {
  readonly sessions: SessionDesk;
  readonly payments: HubPaymentDesk;
  readonly orderChanges: OrderChangeDesk;
  readonly phoneLinks: PhoneLinks;
  readonly holds: Holds;
  readonly clientAddress: ClientAddress;
  /** Open event streams, to be closed at the end. */
  readonly lines: Set<() => void>;
}

type AuthorisedCall = Exclude<DeviceCall, 'pair'>;
type Request<C extends DeviceCall> = z.output<DeviceApi[C]['request']>;
type Handlers = {
  readonly [C in AuthorisedCall]: (device: Device, request: Request<C>) => Promise<Result<unknown>>;
};

const maximumBodyBytes = 4 * 1024 * 1024;
const minute = 60_000;

/** The device API of `contracts/hub-api.ts`: every body checked, every answer a `Result`. */
export function createDeviceApi(options: DeviceApiOptions): Hono {
  const { hub, log } = options;
  const app = new Hono();
  const pairings = createRateLimit({ limit: 20, windowMs: 10 * minute }, hub.environment.now);
  const calls = createRateLimit({ limit: 1200, windowMs: minute }, hub.environment.now);

  app.use(
    '/api/*',
    bodyLimit({ maxSize: maximumBodyBytes, onError: (context) => answer(context, tooLarge) }),
  );

  app.post(deviceApi.pair.path, async (context) => {
    if (!pairings.allow(options.clientAddress(context))) return answer(context, tooMany);
    const request = await readBody(context, deviceApi.pair.request);
    return answer(context, request.ok ? await pair(options, request.value) : request);
  });

  const authorise = async (context: Context): Promise<Result<Device>> => {
    const token = bearerToken(context);
    const device = token === undefined ? undefined : await findDeviceByToken(hub.sql, token);
    if (!device) {
      return fail('denied', 'This device is not paired with this hub. Pair it again.', {
        reason: 'device-unknown',
      });
    }
    return calls.allow(device.deviceId) ? { ok: true, value: device } : tooMany;
  };

  const handlers = createHandlers(options);
  for (const name of Object.keys(handlers) as AuthorisedCall[]) {
    app.post(deviceApi[name].path, async (context) => {
      const device = await authorise(context);
      if (!device.ok) return answer(context, device);
      const request = await readBody(context, deviceApi[name].request);
      if (!request.ok) return answer(context, request);
      // One handler and one schema share the name; the type checker cannot follow that through the loop.
      const handle = handlers[name] as (device: Device, request: unknown) => Promise<Result<unknown>>;
      return answer(context, await handle(device.value, request.value));
    });
  }

  app.get(feedPath, async (context) => {
    const device = await authorise(context);
    if (!device.ok) return answer(context, device);
    const { epoch, cursor, sequence } = context.req.query();
    const opened = await openFeed(hub, device.value, {
      from: epoch && cursor ? { epoch, cursor } : null,
      sequence: Number(sequence ?? 0) || 0,
    });
    const gzip = (context.req.header('accept-encoding') ?? '').includes('gzip');
    return feedResponse(readFeed(hub.sql, device.value, opened), gzip, (error) =>
      log.error({ err: error, device: device.value.deviceId }, 'feed broke off'),
    );
  });

  app.get(deviceEventsPath, async (context) => {
    const device = await authorise(context);
    return device.ok ? streamDeviceEvents(hub, device.value, options.lines) : answer(context, device);
  });
  app.all('/api/*', (context) => answer(context, fail('not-found', 'There is no such call.')));
  return app;
}

function createHandlers({
  hub,
  sessions,
  payments,
  orderChanges,
  phoneLinks,
  holds,
  log,
}: DeviceApiOptions): Handlers {
  return {
    operations: async (device, { operations }) => {
      const receipt = await receiveOperations(hub, device, operations, (operation, error) =>
        log.error({ err: error, operation: operation.operationId, type: operation.body.type }, 'operation'),
      );
      for (const { operationId, failure } of receipt.refused) {
        log.warn({ device: device.deviceId, operation: operationId, reason: failure.reason }, 'refused');
      }
      return { ok: true, value: receipt };
    },
    rights: async (device, request) => ({
      ok: true,
      value: await grantRights(hub, device, request),
    }),
    redeem: (device, { handle }) => sessions.redeem(device, handle),
    requestCode: async (device, { phone }) => {
      const issued = await sessions.requestCode(device.deviceId, phone);
      if (!issued.ok) return issued;
      const { requestId, expiresAt } = issued.value;
      return { ok: true, value: { requestId, expiresAt: new Date(expiresAt).toISOString() } };
    },
    verifyCode: (device, { requestId, code }) => sessions.verifyCode(device, requestId, code),
    session: (device, { sessionId }) => sessions.read(device, sessionId),
    createPayment: async (device, { paymentId, sessionId }) => {
      const readable = await sessions.read(device, sessionId);
      if (!readable.ok) return readable;
      const known = await hubName(hub.sql, device, sessionId);
      return namedResult(hub.sql, device, await payments.forDevice(device).create(paymentId, known));
    },
    readPayment: async (device, { paymentId }) =>
      namedResult(hub.sql, device, await payments.forDevice(device).read(paymentId)),
    cancelPayment: async (device, { paymentId }) =>
      namedResult(hub.sql, device, await payments.forDevice(device).cancel(paymentId)),
    sendPayment: async (device, { paymentId }) => {
      const sent = await payments.forDevice(device).send(paymentId);
      return sent.ok ? { ok: true, value: { sent: true } } : sent;
    },
    holdElsewhere: async (device, { sessionId, storeId, sku, quantity, reservationId }) => {
      const readable = await sessions.read(device, sessionId);
      if (!readable.ok) return readable;
      const { language } = readable.value.session;
      const known = await hubName(hub.sql, device, sessionId);
      const actor = { sessionId: known, storeId: device.storeId, channel: 'kiosk', language } as const;
      const held = await holds.reserveElsewhere(actor, storeId, sku, quantity, reservationId);
      return held.ok ? { ok: true, value: await namedReservation(hub.sql, device, held.value) } : held;
    },
    changeOrder: async (device, request) => {
      const readable = await sessions.read(device, request.sessionId);
      if (!readable.ok) return readable;
      const sessionId = await hubName(hub.sql, device, request.sessionId);
      const changed = await orderChanges.forDevice(device).change({ ...request, sessionId });
      if (!changed.ok || changed.value.payment === null) return changed;
      const payment = await namedPayment(hub.sql, device, changed.value.payment);
      return { ok: true, value: { ...changed.value, payment } };
    },
    changeCustomerAddress: async (device, { sessionId, address }) => {
      const readable = await sessions.read(device, sessionId);
      if (!readable.ok) return readable;
      const known = await hubName(hub.sql, device, sessionId);
      const changed = await orderChanges.forDevice(device).changeCustomerAddress(known, address);
      return changed.ok ? { ok: true, value: { changed: true } } : changed;
    },
    continueOnPhone: async (device, { sessionId }) => {
      const readable = await sessions.read(device, sessionId);
      return readable.ok ? phoneLinks.open(await hubName(hub.sql, device, sessionId)) : readable;
    },
    callAssociate: async (device, call) => {
      await hub.transaction((transaction) => addCall(transaction, device, call));
      return { ok: true, value: { received: true } };
    },
  };
}

const tooLarge = fail('invalid', 'This request is too large. Send fewer operations at a time.', {
  reason: 'too-large',
});
const tooMany = fail('denied', 'Too many requests. Wait a minute, then try again.', {
  reason: 'too-many-requests',
});

async function readBody<T extends z.ZodType>(context: Context, schema: T): Promise<Result<z.output<T>>> {
  let body: unknown;
  try {
    body = await context.req.json();
  } catch {
    return fail('invalid', 'The body must be JSON.', { reason: 'not-json' });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'body';
  return fail('invalid', `Mend ${place}: ${issue?.message ?? 'not what was expected'}.`, {
    reason: 'malformed',
    details: { fields: z.treeifyError(parsed.error) },
  });
}
