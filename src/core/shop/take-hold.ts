import { isActive, type Reservation } from '../../contracts/reservation.ts';
import { type Failure, fail, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../ports/environment.ts';
import type { ShopTransaction, StockPosition } from '../ports/shop-store.ts';
import type { Actor } from '../shop.ts';
import { shownAvailable } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';

export interface Wish {
  readonly kind: Reservation['kind'];
  readonly sku: string;
  readonly quantity: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Its id, where it was chosen beforehand: one that is there is given as it is, held or over. */
  readonly reservationId?: string | undefined;
  /** Another size for this one: it goes to the same fitting room. */
  readonly replaces?: Pick<Reservation, 'reservationId' | 'fittingRoom'> | undefined;
}

/** Promises units to the actor's session: by this side's own rights, or by more of them from whoever holds the rest. */
export async function takeHold(parts: ShopParts, actor: Actor, wish: Wish): Promise<Result<Reservation>> {
  const { store, rights, operations, environment } = parts;
  const { known, position } = await store.read(async (transaction) => ({
    known: await knownHold(transaction, wish),
    position: await transaction.stock.position(actor.storeId, wish.sku),
  }));
  if (known) return known.sessionId === actor.sessionId ? succeed(known) : foreignHold();
  if (!position) {
    return fail('not-found', 'This shop does not keep this piece. Look for it in the shops nearby.', {
      reason: 'not-kept-here',
      details: { sku: wish.sku, storeId: actor.storeId },
    });
  }
  if (position.promisable < wish.quantity) {
    const acquired = await rights.acquire(actor.storeId, wish.sku, wish.quantity);
    if (!acquired.ok) return { ok: false, failure: explain(acquired.failure, position, wish) };
  }
  const made = await operations.executeDraft(async (transaction) => {
    // Another process may have made it since; to say it once more changes nothing.
    const made = await knownHold(transaction, wish);
    if (made) {
      return succeed({
        type: 'reservation-made' as const,
        sessionId: actor.sessionId,
        reservation: made,
      });
    }
    const number = await transaction.reservations.nextNumber(actor.storeId);
    if (number === undefined) {
      return fail('conflict', 'All numbers for held pieces are in use. Try again in a few minutes.', {
        reason: 'no-number-free',
      });
    }
    const reservation = await draft(transaction, environment, actor, { ...wish, number });
    const lease = await transaction.reservations.lease();
    return succeed({
      type: 'reservation-made' as const,
      sessionId: actor.sessionId,
      reservation,
      ...(lease !== undefined && { lease }),
    });
  });
  return made.ok ? succeed(made.value.reservation) : made;
}

const knownHold = ({ reservations }: ShopTransaction, { reservationId }: Wish) =>
  reservationId === undefined ? undefined : reservations.find(reservationId);

const foreignHold = () =>
  fail('denied', 'This reservation belongs to another session.', { reason: 'reservation-foreign' });

/** Number and hold are one commit: a number by itself would cost the disk as much again. */
async function draft(
  transaction: ShopTransaction,
  environment: Environment,
  actor: Actor,
  { number, ...wish }: Wish & { readonly number: number },
): Promise<Reservation> {
  const now = environment.now();
  const held = await transaction.reservations.ofSession(actor.sessionId);
  const shop = (await transaction.stores()).find(({ storeId }) => storeId === actor.storeId);
  // One shopper, one room; the next shopper, the next room.
  const ownRoom = held.find(
    (hold) => isActive(hold) && hold.storeId === actor.storeId && hold.fittingRoom !== null,
  )?.fittingRoom;
  const rooms = shop?.fittingRooms ?? 0;
  const nextRoom = rooms > 0 ? ((number - 1) % rooms) + 1 : null;
  return {
    reservationId: wish.reservationId ?? environment.newId(),
    kind: wish.kind,
    state: 'requested',
    number,
    sessionId: actor.sessionId,
    storeId: actor.storeId,
    sku: wish.sku,
    quantity: wish.quantity,
    fittingRoom: wish.kind === 'trial' ? (wish.replaces?.fittingRoom ?? ownRoom ?? nextRoom) : null,
    pickedAt: null,
    ...(wish.replaces && { replaces: wish.replaces.reservationId }),
    createdAt: new Date(now).toISOString(),
    // No promise outlives the rights that it is made by.
    expiresAt: new Date(
      Math.min(now + wish.duration, await transaction.reservations.promiseEnd()),
    ).toISOString(),
  };
}

function explain(failure: Failure, position: StockPosition, wish: Wish): Failure {
  const available = shownAvailable(position);
  const details = { sku: wish.sku, wanted: wish.quantity, available, location: position.location };
  if (failure.kind === 'offline' || failure.kind === 'timeout') {
    return {
      kind: failure.kind,
      message:
        'The last units cannot be promised while the connection is away. Ask an associate to put the piece aside.',
      reason: 'ask-associate',
      details,
    };
  }
  if (failure.kind !== 'conflict') return failure;
  return {
    kind: 'conflict',
    message:
      available === 0
        ? 'This piece is sold out in this shop. Choose another size or colour, or look in the shops nearby.'
        : `Only ${available} can be had in this shop. Ask for that many, or look in the shops nearby.`,
    reason: available === 0 ? 'sold-out' : 'not-enough',
    details,
  };
}
