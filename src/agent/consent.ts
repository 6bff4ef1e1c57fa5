import { maximumLineQuantity } from '../contracts/primitives.ts';
import { isActive } from '../contracts/reservation.ts';
import { fail, type Result, succeed } from '../contracts/result.ts';
import type { ToolRequest } from '../core/agent/planner.ts';
import type { Actor, Shop, VariantChoice } from '../core/shop.ts';
import { pieceName } from './piece-name.ts';
import type { Texts } from './texts.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * What a write will do, in the shopper's language, from the shop's own data: never from what a model says of it. A
 * write that cannot be described is not asked about and not run.
 */
export async function describeWrite(
  { tool, arguments: given }: ToolRequest,
  { shop, actor, texts }: { readonly shop: Shop; readonly actor: Actor; readonly texts: Texts },
): Promise<Result<string>> {
  const { t } = texts;
  switch (tool) {
    case 'update_cart': {
      const { quantity } = given;
      if (!isQuantity(quantity, 0)) return badQuantity(0);
      const piece = await priced(shop, given, texts);
      if (!piece.ok) return piece;
      const { name, price } = piece.value;
      return succeed(
        quantity === 0
          ? t('confirm.remove', { name })
          : t('confirm.add', { name, quantity, price: texts.money(price.amount * quantity, price.currency) }),
      );
    }
    case 'reserve_for_trial': {
      const quantity = given.quantity ?? 1;
      if (!isQuantity(quantity, 1)) return badQuantity(1);
      const piece = await priced(shop, given, texts);
      return piece.ok ? succeed(t('confirm.reserve', { name: piece.value.name, quantity })) : piece;
    }
    case 'cancel_reservation':
      return describeCancellation(given, shop, actor, texts);
    case 'create_payment_link': {
      const cart = await shop.carts.view(actor);
      if (!cart.ok) return cart;
      if (cart.value.pieces === 0) {
        return fail(
          'invalid',
          'The bag is empty: there is nothing to pay. Help the shopper to choose first.',
          {
            reason: 'cart-empty',
          },
        );
      }
      const { pieces: count, total, currency } = cart.value;
      return succeed(t('confirm.pay', { count, total: texts.money(total, currency) }));
    }
    case 'apply_offer': {
      const code = text(given.code);
      return succeed(code === undefined ? t('confirm.removeOffer') : t('confirm.offer', { code }));
    }
    default:
      return succeed(t('confirm.other', { tool }));
  }
}

const isQuantity = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= maximumLineQuantity;

const badQuantity = (least: number) =>
  fail('invalid', `quantity must be a whole number from ${least} to ${maximumLineQuantity}. Ask how many.`, {
    reason: 'bad-quantity',
    details: { maximum: maximumLineQuantity },
  });

async function priced(shop: Shop, given: Readonly<Record<string, unknown>>, texts: Texts) {
  const choice: VariantChoice = {
    sku: text(given.sku),
    handle: text(given.handle),
    size: text(given.size),
    colour: text(given.colour),
  };
  if (choice.sku === undefined && choice.handle === undefined) {
    return fail(
      'invalid',
      'Say which piece: pass sku, or handle with size and colour, from an earlier result.',
    );
  }
  const found = await shop.browsing.resolve(choice);
  if (!found.ok) return found;
  const { product, variant } = found.value;
  return succeed({
    name: pieceName({ title: product.title, size: variant.size, colour: variant.colour }, texts),
    price: { amount: variant.price, currency: product.currency },
  });
}

async function describeCancellation(
  given: Readonly<Record<string, unknown>>,
  shop: Shop,
  actor: Actor,
  texts: Texts,
): Promise<Result<string>> {
  const listed = await shop.holds.list(actor);
  if (!listed.ok) return listed;
  const held = listed.value.filter((row) => isActive(row) && row.kind === 'trial');
  const meant = held.filter(
    (row) =>
      (given.reservationId === undefined || row.reservationId === given.reservationId) &&
      (given.number === undefined || row.number === given.number),
  );
  const [only, ...others] = meant;
  if (only === undefined) {
    return fail('not-found', 'There is no such reservation to cancel. Ask list_reservations what is held.', {
      reason: 'no-reservation',
    });
  }
  if (others.length > 0) {
    return fail('invalid', 'Several pieces are held. Ask which, then pass its number.', {
      reason: 'several-reservations',
    });
  }
  return succeed(texts.t('confirm.cancel', { name: pieceName(only, texts), number: only.number }));
}
