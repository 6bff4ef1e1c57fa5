import type { Operation, OperationBody } from '../../contracts/operation.ts';
import { type Failure, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { OperationDraft, Operations } from '../../core/ports/operations.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import type { KioskStore } from './kiosk-store.ts';
import { appendOperation } from './operation-numbers.ts';
import { unwrittenFailure } from './store-failure.ts';
import { spendCode } from './visitor-rows.ts';

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

function orRefuse<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result.failure);
  return result.value;
}

/** Change and outbox entry in one transaction. */
export function createKioskOperations({
  store,
  environment,
  applyOperation,
}: KioskOperationsOptions): KioskOperations {
  const listeners = new Set<(operation: Operation) => void>();

  const executeDraft = async <Body extends OperationBody>(
    draft: OperationDraft<Body>,
  ): Promise<Result<Body>> => {
    const at = environment.now();
    try {
      const { body, operation } = await store.transaction(async (transaction) => {
        const body = orRefuse(await draft(transaction));
        orRefuse(await applyOperation(transaction, body, at));
        if (body.type === 'session-started' && body.capsule !== undefined) {
          orRefuse(await spendCode(transaction.query, body.capsule, at));
        }
        const operation = await appendOperation(transaction.query, body, {
          at,
          operationId: environment.newId(),
        });
        return { body, operation };
      });
      for (const listener of listeners) listener(operation);
      return succeed(body);
    } catch (error) {
      if (error instanceof Refused) return { ok: false, failure: error.failure };
      const unwritten = unwrittenFailure(error);
      if (unwritten === undefined) throw error;
      return unwritten;
    }
  };

  return {
    execute: async (body) => {
      const executed = await executeDraft(async () => succeed(body));
      return executed.ok ? succeed(undefined) : executed;
    },
    executeDraft,
    onCommitted: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
