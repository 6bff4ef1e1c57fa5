import type { Operation, OperationBody } from '../../contracts/operation.ts';
import type { Failure, Result } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Operations } from '../../core/ports/operations.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import { returnsRights } from '../../core/stock/escrow.ts';
import { shownAvailable } from '../../core/stock/position.ts';
import type { KioskStore, KioskTransaction } from './kiosk-store.ts';
import { appendOperation } from './outbox.ts';

export interface KioskOperations extends Operations {
  /** Called after the commit. Gives the way to stop. */
  onCommitted(listener: (operation: Operation) => void): () => void;
}

export interface KioskOperationsOptions {
  readonly store: KioskStore;
  readonly environment: Environment;
  readonly applyOperation: (
    transaction: ShopTransaction,
    body: OperationBody,
    at: number,
  ) => Promise<Result<void>>;
}

/** Thrown to roll back; a failure that leaves half a change is worse than none. */
class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/**
 * Says with a release whether its rights go back to the hub. Only for holds that the rows here include already: rights of a hold that
 * the hub has not applied could be promised anew here before it hears that they are its own again.
 */
async function withRights(transaction: KioskTransaction, body: OperationBody): Promise<OperationBody> {
  if (body.type !== 'reservation-released') return body;
  const hold = await transaction.query
    .selectFrom('reservation')
    .innerJoin('replica', (join) => join.onRef('operationSequence', '<=', 'appliedSequence'))
    .select(['storeId', 'sku', 'quantity'])
    .where('reservationId', '=', body.reservationId)
    .where('state', '=', 'held')
    .executeTakeFirst();
  const position = hold && (await transaction.stock.position(hold.storeId, hold.sku));
  if (!position || !returnsRights(shownAvailable(position) + hold.quantity)) return body;
  return { ...body, returnsRights: true };
}

/** Change and outbox entry in one transaction. */
export function createKioskOperations({
  store,
  environment,
  applyOperation,
}: KioskOperationsOptions): KioskOperations {
  const listeners = new Set<(operation: Operation) => void>();
  return {
    execute: async (body) => {
      const at = environment.now();
      try {
        const operation = await store.transaction(async (transaction) => {
          const decided = await withRights(transaction, body);
          const applied = await applyOperation(transaction, decided, at);
          if (!applied.ok) throw new Refused(applied.failure);
          return appendOperation(transaction.query, decided, { at, operationId: environment.newId() });
        });
        for (const listener of listeners) listener(operation);
        return { ok: true, value: undefined };
      } catch (error) {
        if (error instanceof Refused) return { ok: false, failure: error.failure };
        throw error;
      }
    },
    onCommitted: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
