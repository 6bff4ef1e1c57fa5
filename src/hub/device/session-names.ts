import type { Payment } from '../../contracts/payment.ts';
import { type Reservation, reservation as reservationShape } from '../../contracts/reservation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Device } from '../../platform/hub-store/devices.ts';
import { nameOn, openAlias } from '../../platform/hub-store/session-aliases.ts';
import type { Sql } from '../../platform/hub-store/sql.ts';

/** The hub's own name of a session that a device names. */
export async function hubName(sql: Sql, { deviceId }: Device, name: string): Promise<string> {
  return (await openAlias(sql, deviceId, name))?.sessionId ?? name;
}

/** A payment with its session named as the device knows it. */
export async function namedPayment(sql: Sql, { deviceId }: Device, payment: Payment): Promise<Payment> {
  return { ...payment, sessionId: await nameOn(sql, deviceId, payment.sessionId) };
}

/** A reservation with its session named as the device knows it. */
export async function namedReservation(
  sql: Sql,
  { deviceId }: Device,
  held: Reservation,
): Promise<Reservation> {
  return reservationShape.parse({ ...held, sessionId: await nameOn(sql, deviceId, held.sessionId) });
}

export async function namedResult(
  sql: Sql,
  device: Device,
  result: Result<Payment>,
): Promise<Result<Payment>> {
  return result.ok ? succeed(await namedPayment(sql, device, result.value)) : result;
}
