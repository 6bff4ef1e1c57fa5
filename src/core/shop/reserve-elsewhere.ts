import type { ElsewhereHold, ReservationView } from '../../contracts/reservation.ts';
import { type Failure, fail, type Result } from '../../contracts/result.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import { holdTimes, readPolicy } from './policy.ts';
import { viewOf } from './reservation-facts.ts';

type Wish = Omit<ElsewhereHold, 'sessionId'>;

type ReserveHere = (
  parts: ShopParts,
  actor: Actor,
  wish: Omit<Wish, 'storeId'> & { readonly duration: number },
) => Promise<Result<ReservationView>>;

/** By the hub, as it alone may promise what other shops have; on the hub itself as in any shop. */
export async function reserveElsewhere(
  parts: ShopParts,
  actor: Actor,
  { storeId, ...wish }: Wish,
  reserveHere: ReserveHere,
): Promise<Result<ReservationView>> {
  const { otherShops, store, flush } = parts;
  const stores = await store.read((transaction) => transaction.stores());
  if (storeId === actor.storeId || !stores.some((shop) => shop.storeId === storeId)) {
    return fail('invalid', 'Name another shop than this one, from the shops nearby that have the piece.', {
      reason: 'not-elsewhere',
    });
  }
  if (!otherShops) {
    const duration = holdTimes(await readPolicy(parts)).elsewhere;
    return reserveHere(parts, { ...actor, storeId }, { ...wish, duration });
  }
  // The hub has to know the session before it can hold anything for it.
  const flushed = flush ? await flush() : undefined;
  if (flushed && !flushed.ok) return { ok: false, failure: explain(flushed.failure) };
  const held = await otherShops.hold({ ...wish, storeId, sessionId: actor.sessionId });
  if (!held.ok) return { ok: false, failure: explain(held.failure) };
  await store.transaction(({ reservations }) => reservations.keep(held.value));
  return viewOf(parts, held.value.reservationId);
}

function explain(failure: Failure): Failure {
  if (failure.kind !== 'offline') return failure;
  return {
    kind: 'offline',
    message:
      'What another shop has can only be promised over the connection, which is away. Nothing was reserved: try again in a while, or give the phone number of that shop.',
    reason: 'elsewhere-needs-hub',
  };
}
