import { z } from 'zod';
import { lineQuantity } from '../../contracts/primitives.ts';
import { isActive, type ReservationView, reservationView } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import { choiceShape, nameOf, oneVariant } from '../shared/choice.ts';

export const reserveForTrial = (shop: Shop): Tool =>
  defineTool({
    name: 'reserve_for_trial',
    description:
      'Holds one variant for trying on in this shop: gives a number, a fitting room and a time limit. Size and colour must be known; ask when they are not.',
    effect: 'write',
    input: z.strictObject({
      ...choiceShape,
      quantity: lineQuantity.min(1).optional().describe('1 when left out'),
    }),
    output: reservationView,
    consent: async ({ quantity, ...choice }) => {
      const found = await oneVariant(shop, choice);
      if (!found.ok) return found;
      const name = nameOf(found.value.product, found.value.variant);
      return succeed({ key: 'confirm.reserve', values: { name, quantity: quantity ?? 1 } });
    },
    run: async ({ quantity, ...choice }, { actor }) => {
      const found = await oneVariant(shop, choice);
      return found.ok ? shop.holds.reserveForTrial(actor, found.value.variant.sku, quantity ?? 1) : found;
    },
    present: (made) => ({ type: 'reservations', items: [made] }),
  });

/** The trial that is meant: by id, by the number on the card, or the only one held. */
async function heldReservation(
  shop: Shop,
  actor: Actor,
  named: { readonly reservationId?: string | undefined; readonly number?: number | undefined },
): Promise<Result<ReservationView>> {
  const listed = await shop.holds.list(actor);
  if (!listed.ok) return listed;
  const held = listed.value.filter((row) => isActive(row) && row.kind === 'trial');
  const matching = held.filter(
    (row) =>
      (named.reservationId === undefined || row.reservationId === named.reservationId) &&
      (named.number === undefined || row.number === named.number),
  );
  const [first, ...others] = matching;
  if (first === undefined) {
    return fail('not-found', 'There is no such reservation. Ask list_reservations what is held.', {
      reason: 'no-reservation',
    });
  }
  if (others.length === 0) return succeed(first);
  return fail('invalid', 'Several pieces are held. Ask which, then pass its number.', {
    reason: 'several-reservations',
    details: { numbers: held.map((row) => row.number) },
  });
}

const heldShape = {
  reservationId: z.uuid().optional(),
  number: z.int().positive().optional(),
};

export const extendReservation = (shop: Shop): Tool =>
  defineTool({
    name: 'extend_reservation',
    description:
      'Gives the shopper more time with a piece on trial: its clock starts anew, up to the longest time that the shop allows. By reservationId, or by the number on the card; without either, the only one held.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject(heldShape),
    output: reservationView,
    consent: async (input, { actor }) => {
      const found = await heldReservation(shop, actor, input);
      if (!found.ok) return found;
      const { number, title, size, colour } = found.value;
      return succeed({ key: 'confirm.extend', values: { number, name: { title, size, colour } } });
    },
    run: async (input, { actor }) => {
      const found = await heldReservation(shop, actor, input);
      return found.ok ? shop.holds.extend(actor, found.value.reservationId) : found;
    },
    present: (held) => ({ type: 'reservations', items: [held] }),
  });

export const requestOtherSize = (shop: Shop): Tool =>
  defineTool({
    name: 'request_other_size',
    description:
      'Has another size of a piece on trial brought to the same fitting room; the first one stays until the associate takes it back. The piece by reservationId, or by the number on the card; without either, the only one held. Ask for the size when it is not known.',
    effect: 'write',
    input: z.strictObject({
      ...heldShape,
      size: z.string().min(1).max(40).describe('As the product lists it, e.g. L or 40'),
    }),
    output: reservationView,
    consent: async ({ size, ...named }, { actor }) => {
      const found = await heldReservation(shop, actor, named);
      if (!found.ok) return found;
      const { title, colour } = found.value;
      return succeed({
        key: 'confirm.otherSize',
        values: { name: { title, size: size.toUpperCase(), colour } },
      });
    },
    run: async ({ size, ...named }, { actor }) => {
      const found = await heldReservation(shop, actor, named);
      return found.ok ? shop.holds.requestOtherSize(actor, found.value.reservationId, size) : found;
    },
    present: (made) => ({ type: 'reservations', items: [made] }),
  });

export const cancelReservation = (shop: Shop): Tool =>
  defineTool({
    name: 'cancel_reservation',
    description:
      'Gives a held piece back. By reservationId, or by the number on the card; without either, the only one held.',
    effect: 'write',
    hints: { destructive: true, idempotent: true },
    input: z.strictObject(heldShape),
    output: reservationView,
    consent: async (input, { actor }) => {
      const found = await heldReservation(shop, actor, input);
      if (!found.ok) return found;
      const { number, title, size, colour } = found.value;
      return succeed({ key: 'confirm.cancel', values: { number, name: { title, size, colour } } });
    },
    run: async (input, { actor }) => {
      // What has ended already can be named by its id only, and is cancelled again without harm.
      if (input.reservationId !== undefined) return shop.holds.cancel(actor, input.reservationId);
      const found = await heldReservation(shop, actor, input);
      return found.ok ? shop.holds.cancel(actor, found.value.reservationId) : found;
    },
    present: (ended) => ({ type: 'reservations', items: [ended] }),
  });

export const listReservations = (shop: Shop): Tool =>
  defineTool({
    name: 'list_reservations',
    description: 'The shopper’s pieces held for trial: number, fitting room, and until when.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({ reservations: z.array(reservationView) }),
    run: async (_input, { actor }) => {
      const listed = await shop.holds.list(actor);
      return listed.ok
        ? succeed({ reservations: listed.value.filter((row) => row.kind === 'trial') })
        : listed;
    },
    present: ({ reservations }) =>
      reservations.length === 0 ? undefined : { type: 'reservations', items: reservations },
  });
