import { z } from 'zod';
import { address } from './address.ts';
import { capsuleKey } from './capsule.ts';
import { operation, operationsReceipt } from './operation.ts';
import { orderChangeOutcome, orderChangeRequest } from './order-change.ts';
import { payment } from './payment.ts';
import { phoneLink } from './phone-link.ts';
import { instant, phoneNumber, sku, storeId, uuid } from './primitives.ts';
import { elsewhereHold, reservation } from './reservation.ts';
import { resultOf } from './result.ts';
import { sessionSnapshot } from './session.ts';

/**
 * What a paired kiosk may ask of the hub. Every body and answer is JSON; every answer is a `Result`.
 * Status codes follow the failure's kind (400, 404, 409, 403, 500); the body is what counts.
 * All but `pair` want `Authorization: Bearer <device token>`.
 */
export const deviceApi = {
  pair: {
    method: 'POST',
    path: '/api/devices/pair',
    request: z.object({
      pairingCode: z.string(),
      name: z.string().max(80),
      storeId: storeId.optional(),
      /** A till sells what is in the shopper's hand; its rights have no end. */
      kind: z.enum(['kiosk', 'till']).default('kiosk'),
    }),
    response: resultOf(
      z.object({
        deviceId: uuid,
        deviceToken: z.string(),
        storeId,
        hubId: z.string(),
        /** Counts the hub's devices from 1: tells the number ranges of devices apart, so that hold numbers never meet. */
        deviceIndex: z.int().positive(),
        /** Pinned from now on; changes come in the feed. */
        capsuleKeys: z.array(capsuleKey),
      }),
    ),
  },
  operations: {
    method: 'POST',
    path: '/api/device/operations',
    request: z.object({ operations: z.array(operation).max(500) }),
    response: resultOf(operationsReceipt),
  },
  /**
   * Asks for `quantity` more units than granted so far; idempotent by request id. All or nothing: `granted` is `quantity`,
   * or 0 when that many are not free. The stock row of the feed carries the new total: read the feed, do not add.
   */
  rights: {
    method: 'POST',
    path: '/api/device/rights',
    request: z.object({ requestId: uuid, sku, quantity: z.int().positive() }),
    response: resultOf(
      z.object({
        granted: z.int().nonnegative(),
        /** Units that other devices were asked to give back: asking anew in a moment may help. */
        recalled: z.int().nonnegative(),
      }),
    ),
  },
  redeem: {
    method: 'POST',
    path: '/api/device/sessions/redeem',
    request: z.object({ handle: z.string().length(22) }),
    response: resultOf(sessionSnapshot),
  },
  /** Answers the same, in the same time, whether or not the number is known. */
  requestCode: {
    method: 'POST',
    path: '/api/device/codes',
    request: z.object({ phone: phoneNumber }),
    response: resultOf(z.object({ requestId: uuid, expiresAt: instant })),
  },
  verifyCode: {
    method: 'POST',
    path: '/api/device/codes/verify',
    request: z.object({ requestId: uuid, code: z.string().regex(/^\d{6}$/) }),
    response: resultOf(sessionSnapshot),
  },
  /** The session as the hub has it now: after `session-changed` on the event stream. */
  session: {
    method: 'POST',
    path: '/api/device/sessions/read',
    request: z.object({ sessionId: uuid }),
    response: resultOf(sessionSnapshot),
  },
  createPayment: {
    method: 'POST',
    path: '/api/device/payments',
    request: z.object({ paymentId: uuid, sessionId: uuid }),
    response: resultOf(payment),
  },
  readPayment: {
    method: 'POST',
    path: '/api/device/payments/read',
    request: z.object({ paymentId: uuid }),
    response: resultOf(payment),
  },
  cancelPayment: {
    method: 'POST',
    path: '/api/device/payments/cancel',
    request: z.object({ paymentId: uuid }),
    response: resultOf(payment),
  },
  /** Sends the payment link to the shopper's own phone, where the session has one. */
  sendPayment: {
    method: 'POST',
    path: '/api/device/payments/send',
    request: z.object({ paymentId: uuid }),
    response: resultOf(z.object({ sent: z.boolean() })),
  },
  /** A piece of another shop, promised by the hub. */
  holdElsewhere: {
    method: 'POST',
    path: '/api/device/holds/elsewhere',
    request: elsewhereHold,
    response: resultOf(reservation),
  },
  changeOrder: {
    method: 'POST',
    path: '/api/device/orders/change',
    request: orderChangeRequest,
    response: resultOf(orderChangeOutcome),
  },
  changeCustomerAddress: {
    method: 'POST',
    path: '/api/device/customers/address',
    request: z.object({ sessionId: uuid, address }),
    response: resultOf(z.object({ changed: z.literal(true) })),
  },
  /** A link by which the shopper goes on in their own browser; the customer's own phone gets one where there is a customer. */
  continueOnPhone: {
    method: 'POST',
    path: '/api/device/sessions/phone-link',
    request: z.object({ sessionId: uuid }),
    response: resultOf(phoneLink),
  },
  callAssociate: {
    method: 'POST',
    path: '/api/device/associate-calls',
    request: z.object({ callId: uuid, sessionId: uuid.nullable(), reason: z.string().max(200) }),
    response: resultOf(z.object({ received: z.literal(true) })),
  },
} as const;
export type DeviceApi = typeof deviceApi;
export type DeviceCall = keyof DeviceApi;

/**
 * `GET`, answers `application/x-ndjson` of `feedLine`; query `epoch` and `cursor`, both absent the first time, and `sequence`, the
 * last operation that was made on the device.
 */
export const feedPath = '/api/device/feed';
/** `GET`, server-sent events; each `data:` is one `deviceEvent`; a comment line every 8 s tells that the line is alive. */
export const deviceEventsPath = '/api/device/events';

export const deviceEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('feed-advanced'), cursor: z.string() }),
  z.object({ type: z.literal('session-changed'), sessionId: uuid }),
  z.object({ type: z.literal('payment-changed'), payment }),
]);
export type DeviceEvent = z.infer<typeof deviceEvent>;
