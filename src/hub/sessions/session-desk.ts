import type { Language } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Session, SessionSnapshot } from '../../contracts/session.ts';
import { emptyPreferences } from '../../core/session/preferences.ts';
import { findCustomer, glimpseOf } from '../../platform/hub-store/customers.ts';
import type { Device } from '../../platform/hub-store/devices.ts';
import { redeemHandover } from '../../platform/hub-store/handovers.ts';
import type { HubDatabase, HubTransaction } from '../../platform/hub-store/hub-database.ts';
import { type IssuedCode, issueCode, useCode } from '../../platform/hub-store/one-time-codes.ts';
import { openAlias } from '../../platform/hub-store/session-aliases.ts';
import {
  bindToDevice,
  devicesOf,
  findOwner,
  isBound,
  openSessionOfCustomer,
  saveOwner,
} from '../../platform/hub-store/session-bindings.ts';
import type { Messages } from '../messages/messages.ts';

/** Sessions as they move between phones and kiosks. */
export interface SessionDesk {
  redeem(device: Device, handle: string): Promise<Result<SessionSnapshot>>;
  /** Answers the same for known and unknown numbers; the message goes out after the answer, and who gets none asks again. */
  requestCode(holder: string, phone: string): Promise<Result<Omit<IssuedCode, 'delivery'>>>;
  verifyCode(device: Device, requestId: string, code: string): Promise<Result<SessionSnapshot>>;
  read(device: Device, sessionId: string): Promise<Result<SessionSnapshot>>;
}

export function createSessionDesk(
  hub: HubDatabase,
  messages: Messages,
  onUnsent: (error: unknown) => void,
): SessionDesk {
  return {
    redeem: (device, handle) =>
      hub.transaction(async (transaction) => {
        const redeemed = await redeemHandover(transaction, handle, device.deviceId);
        if (!redeemed.ok) return redeemed;
        const { sessionId } = redeemed.value;
        transaction.announce({ type: 'handover-used', sessionId });
        return openOnDevice(transaction, device, sessionId);
      }),

    async requestCode(holder, phone) {
      const requestId = hub.environment.newId();
      const issued = await hub.transaction((transaction) =>
        issueCode(transaction, { requestId, holder, phone }),
      );
      if (!issued.ok) return issued;
      const { delivery, ...answer } = issued.value;
      if (delivery) setTimeout(() => messages.sendCode(delivery).catch(onUnsent), deliveryDelayMs);
      return succeed(answer);
    },

    verifyCode: (device, requestId, code) =>
      hub.transaction(async (transaction) => {
        const used = await useCode(transaction, { requestId, holder: device.deviceId, code });
        if (!used.ok) return used;
        const sessionId = await sessionOfCustomer(transaction, used.value.customerId, {
          storeId: device.storeId,
          origin: device.deviceId,
          newId: hub.environment.newId,
        });
        return openOnDevice(transaction, device, sessionId);
      }),

    read: (device, name) =>
      hub.transaction(async (transaction) => {
        const { sql } = transaction;
        const sessionId = (await openAlias(sql, device.deviceId, name))?.sessionId ?? name;
        if (!(await isBound(sql, sessionId, device.deviceId))) {
          return fail('denied', 'This session is not open on this device.', { reason: 'session-not-here' });
        }
        const read = await snapshot(transaction, sessionId);
        return read.ok ? succeed(renamed(read.value, name)) : read;
      }),
  };
}

/** As the device knows it. */
function renamed(
  { session, reservations, payment, ...rest }: SessionSnapshot,
  sessionId: string,
): SessionSnapshot {
  return {
    ...rest,
    session: { ...session, sessionId },
    reservations: reservations.map((one) => ({ ...one, sessionId })),
    payment: payment && { ...payment, sessionId },
  };
}

/** The answer is on its way before the message is written: its time must not tell a customer's number from another. */
const deliveryDelayMs = 30;

async function openOnDevice(
  transaction: HubTransaction,
  device: Device,
  sessionId: string,
): Promise<Result<SessionSnapshot>> {
  const { sql, now } = transaction;
  const others = (await devicesOf(sql, sessionId)).filter((one) => one !== device.deviceId);
  await bindToDevice(sql, sessionId, device.deviceId, now);
  const owner = await findOwner(sql, sessionId);
  if (owner) await saveOwner(sql, { ...owner, storeId: device.storeId }, now);
  if (others.length > 0) transaction.announce({ type: 'session-changed', sessionId, by: device.deviceId });
  return snapshot(transaction, sessionId);
}

async function snapshot(transaction: HubTransaction, sessionId: string): Promise<Result<SessionSnapshot>> {
  const { sessions, reservations } = transaction.shop(null);
  const session = await sessions.find(sessionId);
  if (!session || session.endedAt !== null) {
    return fail('not-found', 'This session is over. Start a new one.', { reason: 'session-unknown' });
  }
  const owner = await findOwner(transaction.sql, sessionId);
  const restored = owner?.origin === 'web' || owner?.customerId != null;
  return succeed({
    session: { ...session, trust: restored ? 'restored' : session.trust },
    messages: await sessions.messages(sessionId),
    reservations: await reservations.ofSession(sessionId),
    orders: await sessions.orders(sessionId),
    payment: (await sessions.payment(sessionId)) ?? null,
  });
}

/** The customer's open session, or a new one that belongs to them. */
export async function sessionOfCustomer(
  transaction: HubTransaction,
  customerId: string,
  place: { readonly storeId: string; readonly origin: string; readonly newId: () => string },
): Promise<string> {
  const { sql, now } = transaction;
  const open = await openSessionOfCustomer(sql, customerId);
  if (open) return open;
  const customer = await findCustomer(sql, customerId);
  if (!customer) throw new Error('A one-time code named a customer who is not there');
  const session: Session = {
    ...newSession(place.newId(), customer.language, now),
    trust: 'restored',
    customer: glimpseOf(customer),
    preferences: customer.preferences,
  };
  await transaction.shop(null).sessions.save(session);
  await saveOwner(
    sql,
    { sessionId: session.sessionId, customerId, storeId: place.storeId, origin: place.origin },
    now,
  );
  return session.sessionId;
}

export const newSession = (sessionId: string, language: Language, now: number): Session => ({
  sessionId,
  language,
  trust: 'guest',
  customer: null,
  preferences: emptyPreferences,
  cart: [],
  notes: [],
  plan: null,
  offerCode: null,
  startedAt: new Date(now).toISOString(),
  endedAt: null,
});
