import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { Order, OrderLine } from '../../contracts/order.ts';
import type { Swap } from '../../contracts/order-change.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';

/** Units of one line. */
export interface LineItem {
  readonly sku: string;
  readonly quantity: number;
}

/** The units of an order that are meant; without a quantity all of the line. Each line once, and no more than it has. */
export function itemsOf(
  order: Order,
  items: readonly { readonly sku: string; readonly quantity?: number | undefined }[],
): Result<readonly LineItem[]> {
  const named = new Set(items.map(({ sku }) => sku));
  if (named.size < items.length) {
    return fail('invalid', 'Name each piece of the order once, with how many of it.', {
      reason: 'piece-named-twice',
    });
  }
  const meant: LineItem[] = [];
  for (const { sku, quantity } of items) {
    const line = order.lines.find((one) => one.sku === sku);
    if (!line) {
      return fail('not-found', `Order ${order.number} has no piece ${sku}. Choose one of its lines.`, {
        reason: 'not-in-order',
        details: { skus: order.lines.map((one) => one.sku) },
      });
    }
    if ((quantity ?? 1) > line.quantity) {
      return fail('invalid', `Order ${order.number} has ${line.quantity} of this piece. Ask for no more.`, {
        reason: 'too-many-pieces',
        details: { sku, quantity: line.quantity },
      });
    }
    meant.push({ sku, quantity: quantity ?? line.quantity });
  }
  return succeed(meant);
}

export const subtotalOf = (lines: readonly Pick<OrderLine, 'quantity' | 'unitPrice'>[]): number =>
  lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);

/** Minor units for delivery. They go back with an order that is cancelled, and not with pieces that had been delivered. */
export const feeOf = ({ fulfilment }: Pick<Order, 'fulfilment'>): number => fulfilment?.fee ?? 0;

/**
 * An order with other lines: its discount and then its points stay as they are in money, and never take off more than there is left;
 * its delivery as it was paid.
 */
export function withLines<T extends Order>(order: T, lines: readonly OrderLine[]): T {
  const subtotal = subtotalOf(lines);
  const discount = Math.min(order.discount, subtotal);
  const worth = Math.min(order.redeemed?.worth ?? 0, subtotal - discount);
  return {
    ...order,
    ...{ lines, subtotal, discount },
    ...(order.redeemed && { redeemed: { ...order.redeemed, worth } }),
    total: subtotal - discount - worth + feeOf(order),
  };
}

/** The lines that stand in the place of swapped pieces, at the prices of now. */
export function replacementsOf(
  order: Order,
  swaps: readonly Swap[],
  products: readonly Product[],
): Result<readonly OrderLine[]> {
  const lines: OrderLine[] = [];
  for (const { sku, newSku, quantity } of swaps) {
    const line = order.lines.find((one) => one.sku === sku);
    const product = products.find(({ handle }) => handle === line?.handle);
    const variant = product?.variants.find((one) => one.sku === newSku);
    if (!line || !product || !variant || newSku === sku) return otherVariant(product, sku);
    if (product.currency !== order.currency) {
      return fail('conflict', 'This piece is sold in another currency now. Ask an associate.', {
        reason: 'currency-changed',
      });
    }
    lines.push({
      sku: newSku,
      handle: product.handle,
      title: product.title,
      size: variant.size,
      colour: variant.colour,
      quantity: quantity ?? line.quantity,
      unitPrice: variant.price,
    });
  }
  return succeed(lines);
}

function otherVariant(product: Product | undefined, sku: string): Result<never> {
  if (!product) {
    return fail('not-found', 'This piece is not sold any more. Offer a return, or another piece.', {
      reason: 'sku-unknown',
    });
  }
  const others = product.variants.filter((one: Variant) => one.sku !== sku);
  return fail(
    'invalid',
    `Choose another size or colour of ${product.title}; another product is a return and a new order.`,
    {
      reason: 'other-variant-only',
      details: { variants: others.map((one) => ({ sku: one.sku, size: one.size, colour: one.colour })) },
    },
  );
}

/** Lines with some units out and others in. The same piece at another price than before stays a line that cannot be told apart. */
export function exchangeLines(
  lines: readonly OrderLine[],
  out: readonly LineItem[],
  inPlace: readonly OrderLine[],
): Result<readonly OrderLine[]> {
  const left = lines.flatMap((line) => {
    const gone = out.find(({ sku }) => sku === line.sku)?.quantity ?? 0;
    return line.quantity > gone ? [{ ...line, quantity: line.quantity - gone }] : [];
  });
  const merged = [...left];
  for (const line of inPlace) {
    const index = merged.findIndex(({ sku }) => sku === line.sku);
    const before = merged[index];
    if (!before) merged.push(line);
    else if (before.unitPrice === line.unitPrice) {
      merged[index] = { ...before, quantity: before.quantity + line.quantity };
    } else {
      return fail(
        'conflict',
        `The order has ${line.title} in that size and colour already, at another price. Buy it separately, and return this one.`,
        { reason: 'in-order-already', details: { sku: line.sku } },
      );
    }
  }
  return succeed(merged);
}
