import type { OperationBody } from '../../contracts/operation.ts';
import { fail } from '../../contracts/result.ts';
import { applyOperation } from '../operations/apply-operation.ts';
import type { Environment } from '../ports/environment.ts';
import type { Operations } from '../ports/operations.ts';
import type { ShopStore } from '../ports/shop-store.ts';

export interface FakeOperations extends Operations {
  /** Every operation that succeeded, oldest first. */
  readonly executed: readonly OperationBody[];
  /** Operations of this type fail from now on, as if the disk were full; null heals. */
  failOn(type: OperationBody['type'] | null): void;
}

/** The real rules over the given store, with a log in place of an outbox. */
export function createFakeOperations(store: ShopStore, environment: Environment): FakeOperations {
  const executed: OperationBody[] = [];
  let failing: OperationBody['type'] | null = null;
  return {
    executed,
    async execute(body) {
      if (body.type === failing) return fail('internal', 'The disk is full', { reason: 'test-failure' });
      const result = await store.transaction((transaction) =>
        applyOperation(transaction, body, environment.now()),
      );
      if (result.ok) executed.push(body);
      return result;
    },
    failOn(type) {
      failing = type;
    },
  };
}
