import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import {
  newReservation,
  pairDevice,
  placeAfter,
  stock,
  type TestDevice,
  webSession,
} from '../hub-store/fixtures.ts';
import { databases } from '../hub-store/hub-place.ts';
import { openTestHub, type TestHub } from '../hub-store/test-hubs.ts';

const minute = 60_000;
let it: TestHub;
let kiosk: TestDevice;
let sku: string;

describe.each(databases)('more time with a piece on trial, at a hub on %s', (kind) => {
  beforeEach(async () => {
    it = await openTestHub(kind);
    sku = await stock(it.hub, 'kurta', 1);
    kiosk = await pairDevice(it.hub, 'one');
  });
  afterEach(() => it.close());

  const send = async ({ device, operation }: TestDevice, ...bodies: Parameters<typeof operation>[0][]) => {
    const operations = bodies.map((body) => operation(body, it.now()));
    const receipt = await receiveOperations(it.hub, device, operations, (_operation, error) => {
      throw error;
    });
    return receipt.refused.map(({ failure }) => failure.reason);
  };
  const held = ({ reservationId }: Reservation) =>
    it.hub.transaction((transaction) => transaction.shop(null).reservations.find(reservationId));
  const later = (minutes: number) => new Date(it.now() + minutes * minute).toISOString();

  async function holdAt(place: TestDevice): Promise<Reservation> {
    const { sessionId } = newReservation(crypto.randomUUID(), sku, it.now());
    const reservation = newReservation(sessionId, sku, it.now());
    const refused = await send(
      place,
      { type: 'session-started', sessionId, language: 'en' },
      { type: 'reservation-made', sessionId, reservation },
    );
    expect(refused).toEqual([]);
    return reservation;
  }
  const extended = ({ sessionId, reservationId }: Reservation, expiresAt: string) =>
    ({ type: 'reservation-extended', sessionId, reservationId, expiresAt }) as const;

  test('by the device that holds it: once, and every device of the shop hears of it', async () => {
    const other = await pairDevice(it.hub, 'two');
    const hold = await holdAt(kiosk);
    const from = await placeAfter(it.hub, await other.feed());
    const expiresAt = later(40);
    expect(await send(kiosk, extended(hold, expiresAt), extended(hold, later(30)))).toEqual([]);
    expect(await held(hold)).toMatchObject({ state: 'requested', expiresAt });
    expect(await other.feed(from)).toContainEqual(
      expect.objectContaining({
        type: 'floor-task',
        task: expect.objectContaining({ reservationId: hold.reservationId, expiresAt }),
      }),
    );
  });

  test('a hold that the hub ended while the device was away goes on, picked or not', async () => {
    const hold = await holdAt(kiosk);
    const { reservationId, sessionId } = hold;
    await send(kiosk, {
      type: 'reservation-advanced',
      storeId: kiosk.device.storeId,
      reservationId,
      to: 'picked',
    });
    const expiresAt = later(35);
    it.pass(25 * minute);
    await createHubOperations(it.hub).execute({
      type: 'reservation-released',
      sessionId,
      reservationId,
      state: 'expired',
    });
    expect(await held(hold)).toMatchObject({ state: 'expired' });
    expect(await send(kiosk, extended(hold, expiresAt))).toEqual([]);
    expect(await held(hold)).toMatchObject({ state: 'picked', expiresAt });
    expect(await it.hub.sql.first('SELECT onHand, reserved FROM stock WHERE sku = ?', sku)).toEqual({
      onHand: 1,
      reserved: 1,
    });
  });

  test('not by another device, and not of what has been cancelled', async () => {
    const other = await pairDevice(it.hub, 'two');
    const hold = await holdAt(kiosk);
    expect(await send(other, extended(hold, later(40)))).toEqual(['session-not-here']);
    const web = createHubOperations(it.hub);
    expect(await web.execute(extended(hold, later(40)))).toMatchObject({
      failure: { kind: 'conflict', reason: 'held-elsewhere' },
    });
    expect(await held(hold)).toEqual(hold);
    await web.execute({
      type: 'reservation-released',
      sessionId: hold.sessionId,
      reservationId: hold.reservationId,
      state: 'cancelled',
    });
    expect(await send(kiosk, extended(hold, later(40)))).toEqual(['reservation-over']);
    expect(await held(hold)).toMatchObject({ state: 'cancelled' });
  });

  test('the web shop extends what the hub holds itself', async () => {
    const { sessionId } = await webSession(it.hub);
    const hold = newReservation(sessionId, sku, it.now());
    const web = createHubOperations(it.hub);
    await web.execute({ type: 'reservation-made', sessionId, reservation: hold });
    const expiresAt = later(40);
    expect(await web.execute(extended(hold, expiresAt))).toMatchObject({ ok: true });
    expect(await held(hold)).toMatchObject({ expiresAt });
  });

  test('another size says on every device of the shop what it is for', async () => {
    const other = await pairDevice(it.hub, 'two');
    const first = await holdAt(kiosk);
    const second = newReservation(first.sessionId, await stock(it.hub, 'shirt', 1), it.now(), {
      number: 102,
      replaces: first.reservationId,
    });
    const { sessionId } = first;
    expect(await send(kiosk, { type: 'reservation-made', sessionId, reservation: second })).toEqual([]);
    expect(await held(second)).toEqual(second);
    const tasks = (await other.feed()).flatMap((line) => (line.type === 'floor-task' ? [line.task] : []));
    expect(tasks.map(({ number, replaces }) => [number, replaces])).toEqual([
      [101, undefined],
      [102, first.reservationId],
    ]);
  });
});
