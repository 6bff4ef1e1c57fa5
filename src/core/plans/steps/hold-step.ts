import { isActive, type ReservationView } from '../../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import { type PlanRoom, priceStands, type StepOf, type StepRules } from '../plan-room.ts';

/** A fitting room is where the shopper stands: a phone at home cannot go on with that. */
const onTheFloor = ({ actor }: PlanRoom, { place, storeId }: StepOf<'hold'>): boolean =>
  place === 'elsewhere' ||
  (actor.storeId === storeId && actor.channel !== 'web' && actor.channel !== 'whatsapp');

export const holdStep: StepRules<StepOf<'hold'>> = {
  async begin(step, room) {
    if (!onTheFloor(room, step)) {
      return fail(
        'denied',
        `This step needs the fitting rooms of ${step.storeName}: go on at a kiosk there, or ask an associate. Nothing was changed.`,
        { reason: 'needs-shop-floor', details: { storeId: step.storeId, storeName: step.storeName } },
      );
    }
    const stands = await priceStands(room, step.piece);
    return stands.ok ? succeed(step) : stands;
  },
  async perform(step, room) {
    const made = await hold(step, room);
    if (!made.ok) return made;
    const { reservationId, number, fittingRoom, expiresAt } = made.value;
    if (!isActive(made.value)) {
      return fail('conflict', 'The piece was put aside and has been let go since. Make the plan anew.', {
        reason: 'reservation-over',
      });
    }
    const own = reservationId === step.reservationId;
    return succeed({ ...step, held: { own, number, fittingRoom, expiresAt } });
  },
  /** What the shopper held before stays theirs. */
  async undo(step, room) {
    const { held, reservationId } = step;
    const { actor, shop } = room;
    if (held?.own === false) return succeed(undefined);
    if (held === null && step.state === 'doing' && step.storeId !== actor.storeId) {
      // The other shop may have it: asked for once more it is known here, and can be let go.
      const known = await hold(step, room);
      const unknown = !known.ok && (known.failure.kind === 'offline' || known.failure.kind === 'timeout');
      if (unknown) return known;
    }
    const cancelled = await shop.holds.cancel(actor, reservationId);
    if (cancelled.ok || cancelled.failure.reason === 'reservation-unknown') return succeed(undefined);
    return cancelled;
  },
};

function hold(step: StepOf<'hold'>, { actor, shop }: PlanRoom): Promise<Result<ReservationView>> {
  const { holds } = shop;
  const { piece, quantity, replaces, reservationId, storeId } = step;
  if (replaces !== null) return holds.requestOtherSize(actor, replaces, piece.size ?? '', reservationId);
  // Who has come to the other shop meanwhile is in it.
  if (storeId === actor.storeId) return holds.reserveForTrial(actor, piece.sku, quantity, reservationId);
  return holds.reserveElsewhere(actor, storeId, piece.sku, quantity, reservationId);
}
