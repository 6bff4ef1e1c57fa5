import type { OperationBody } from '../../contracts/operation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { ShopTransaction, StockPosition } from '../ports/shop-store.ts';
import { shownAvailable } from '../stock/position.ts';

type Body<T extends OperationBody['type']> = Extract<OperationBody, { type: T }>;

async function positionOf(
  { stock }: ShopTransaction,
  { storeId, sku }: { readonly storeId: string; readonly sku: string },
): Promise<Result<StockPosition>> {
  const position = await stock.position(storeId, sku);
  if (position) return succeed(position);
  return fail('not-found', 'This shop does not keep this piece. Check the number on its label.', {
    reason: 'not-kept-here',
    details: { sku, storeId },
  });
}

export async function correctStock(
  transaction: ShopTransaction,
  body: Body<'stock-corrected'>,
): Promise<Result<void>> {
  const position = await positionOf(transaction, body);
  if (!position.ok) return position;
  const difference = body.counted - body.shown;
  if (difference !== 0) await transaction.stock.correct(body.storeId, body.sku, difference);
  return succeed(undefined);
}

export async function sellStock(
  transaction: ShopTransaction,
  body: Body<'stock-sold'>,
): Promise<Result<void>> {
  const position = await positionOf(transaction, body);
  if (!position.ok) return position;
  if (position.value.promisable < body.quantity) {
    return fail(
      'conflict',
      'These pieces are promised to someone else. Look at the list of reservations, or count the rail anew.',
      {
        reason: 'not-promisable',
        details: { sku: body.sku, wanted: body.quantity, available: shownAvailable(position.value) },
      },
    );
  }
  await transaction.stock.sell(body.storeId, body.sku, body.quantity);
  return succeed(undefined);
}

/** Never more than this side has unspent: the rest may be promised. */
export async function returnRights(
  transaction: ShopTransaction,
  body: Body<'rights-returned'>,
): Promise<Result<void>> {
  const position = await positionOf(transaction, body);
  if (!position.ok) return position;
  if (position.value.promisable < body.quantity) {
    return fail('conflict', 'These rights are spent.', { reason: 'not-promisable' });
  }
  await transaction.stock.returnRights(body.storeId, body.sku, body.quantity);
  return succeed(undefined);
}
