import type { OperationBody } from '../../contracts/operation.ts';
import { fail, succeed } from '../../contracts/result.ts';
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
  const executeDraft: Operations['executeDraft'] = async (draft) => {
    const result = await store.transaction(async (transaction) => {
      const drafted = await draft(transaction);
      if (!drafted.ok) return drafted;
      const body = drafted.value;
      if (body.type === failing) return fail('internal', 'The disk is full', { reason: 'test-failure' });
      const applied = await applyOperation(transaction, body, environment.now());
      return applied.ok ? drafted : applied;
    });
    if (result.ok) executed.push(result.value);
    return result;
  };
  return {
    executed,
    async execute(body) {
      const executed = await executeDraft(async () => succeed(body));
      return executed.ok ? succeed(undefined) : executed;
    },
    executeDraft,
    failOn(type) {
      failing = type;
    },
  };
}
