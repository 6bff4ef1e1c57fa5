import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { newReservation, pairDevice, stock, type TestDevice, webSession } from '../hub-store/fixtures.ts';
import { databases } from '../hub-store/hub-place.ts';
import { openTestHub, type TestHub } from '../hub-store/test-hubs.ts';

let it: TestHub;
let kiosk: TestDevice;
let sku: string;

describe.each(databases)("an associate's steps at a hub on %s", (kind) => {
  beforeEach(async () => {
    it = await openTestHub(kind);
    sku = await stock(it.hub, 'kurta', 5);
    kiosk = await pairDevice(it.hub, 'one');
  });
  afterEach(() => it.close());

  const reserved = async () =>
    (await it.hub.sql.first<{ reserved: number }>('SELECT reserved FROM stock WHERE sku = ?', sku))?.reserved;
  const stateOf = async ({ reservationId }: Reservation) =>
    (
      await it.hub.sql.first<{ state: string }>(
        'SELECT state FROM reservation WHERE reservationId = ?',
        reservationId,
      )
    )?.state;

  /** A hold of the web shop whose time the hub has ended. */
  async function expired(of: Reservation['kind']): Promise<Reservation> {
    const { sessionId } = await webSession(it.hub);
    const reservation = newReservation(sessionId, sku, it.now(), { kind: of });
    const { reservationId } = reservation;
    const web = createHubOperations(it.hub);
    expect(await web.execute({ type: 'reservation-made', sessionId, reservation })).toMatchObject({
      ok: true,
    });
    expect(await reserved()).toBe(1);
    await web.execute({ type: 'reservation-released', sessionId, reservationId, state: 'expired' });
    expect([await stateOf(reservation), await reserved()]).toEqual(['expired', 0]);
    return reservation;
  }

  /** An associate takes the piece off the rail. Gives the reasons of refusals. */
  async function pick({ reservationId }: Reservation, { device, operation }: TestDevice = kiosk) {
    const step = operation(
      { type: 'reservation-advanced', storeId: device.storeId, reservationId, to: 'picked' },
      it.now(),
    );
    const receipt = await receiveOperations(it.hub, device, [step], (_operation, error) => {
      throw error;
    });
    expect(receipt.appliedSequence).toBe(step.sequence);
    return receipt.refused.map(({ failure }) => failure.reason);
  }

  test('a trial that ran out while the step was on its way goes on, and holds its piece again', async () => {
    const trial = await expired('trial');
    expect(await pick(trial)).toEqual([]);
    expect([await stateOf(trial), await reserved()]).toEqual(['picked', 1]);
  });

  test('what only covered a payment is on no list: no step brings it back', async () => {
    const covering = await expired('checkout');
    expect(await pick(covering)).toEqual(['task-unknown']);
    expect([await stateOf(covering), await reserved()]).toEqual(['expired', 0]);
  });

  test('an associate of another shop brings back nothing here', async () => {
    const trial = await expired('trial');
    const other = await pairDevice(it.hub, 'other', 'other-shop');
    expect(await pick(trial, other)).toEqual(['task-unknown']);
    expect([await stateOf(trial), await reserved()]).toEqual(['expired', 0]);
  });
});
