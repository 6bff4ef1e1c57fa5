import { isActive } from '../../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { PlanServices } from '../../plans/plan-room.ts';
import { otherSize } from '../../reservations/other-size.ts';
import type { Actor } from '../../shop.ts';
import type { ShopParts } from '../parts.ts';
import { bagOf, holdOf, notAsked, type Proposal, pieceOf } from './proposal.ts';

/** The other size comes to the fitting room, and takes the first one's place in the bag where that is in it. */
export async function proposeSizeSwap(
  parts: ShopParts,
  { holds, stock, carts }: PlanServices,
  actor: Actor,
  reservationId: string,
  size: string,
): Promise<Result<Proposal>> {
  const listed = await holds.list(actor);
  if (!listed.ok) return listed;
  const worn = listed.value.find(
    (hold) => hold.reservationId === reservationId && hold.kind === 'trial' && isActive(hold),
  );
  const product = worn && (await parts.catalogue.product(worn.handle));
  const old = product?.variants.find(({ sku }) => sku === worn?.sku);
  if (!worn || !product || !old) {
    return fail('not-found', 'This piece is not on trial. Look at the list of reservations.', {
      reason: 'no-reservation',
    });
  }
  const wanted = otherSize(product, worn.sku, size);
  if (!wanted.ok) return wanted;
  const { sku } = wanted.value;
  const [figure] = await stock.here(worn.storeId, [sku]);
  if ((figure?.available ?? 0) < worn.quantity) {
    return fail(
      'conflict',
      `${product.title} in ${wanted.value.size ?? size} is not to be had in this shop. Offer another size, or another shop by plan_reservation_elsewhere.`,
      { reason: 'sold-out', details: { sku, size } },
    );
  }
  const bag = await carts.view(actor);
  if (!bag.ok) return bag;
  const store = await stock.store(worn.storeId);
  if (!store.ok) return store;
  const inBag = bag.value.lines.find((line) => line.sku === worn.sku)?.quantity ?? 0;
  const swapped = Math.min(inBag, worn.quantity);
  const piece = pieceOf(product, wanted.value);
  const hold = holdOf(parts, piece, {
    place: 'here',
    storeId: worn.storeId,
    storeName: store.value.name,
    quantity: worn.quantity,
    replaces: worn.reservationId,
  });
  const swap = swapped > 0 ? [bagOf(piece, swapped), bagOf(pieceOf(product, old), -swapped)] : [];
  return succeed({ kind: 'size-swap', asked: notAsked, steps: [hold, ...swap], currency: product.currency });
}
