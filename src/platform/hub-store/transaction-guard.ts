import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sql } from './sql.ts';

/** Turns what would wait for ever, or would read and write beside its transaction, into an error at once. */
export interface TransactionGuard {
  /** Runs `work` as the inside of a transaction; the `Sql` that it gets refuses its service once it is over. */
  inside<T>(sql: Sql, work: (sql: Sql) => Promise<T>): Promise<T>;
  /** An `Sql` that refuses its service inside of a transaction, for which it would wait. */
  outside(sql: Sql): Sql;
  /** Throws inside of a transaction. */
  assertOutside(): void;
}

/** One for all: each storage makes every promise of the process dearer, for as long as it lives. */
const running = new AsyncLocalStorage<{ readonly guard: TransactionGuard; open: boolean }>();

export function createTransactionGuard(): TransactionGuard {
  const assertOutside = (): void => {
    const inside = running.getStore();
    if (inside?.open && inside.guard === guard) {
      throw new Error("Inside a transaction its own 'sql' is to be used; this call would wait for ever");
    }
  };
  const guard: TransactionGuard = {
    assertOutside,
    inside: (sql, work) => {
      const state = { guard, open: true };
      const own = checked(sql, () => {
        if (!state.open) throw new Error('This transaction is over; a call inside of it was not awaited');
      });
      return running
        .run(state, () => work(own))
        .finally(() => {
          state.open = false;
        });
    },
    outside: (sql) => checked(sql, assertOutside),
  };
  return guard;
}

function checked(sql: Sql, check: () => void): Sql {
  return {
    all: async (text, ...values) => {
      check();
      return sql.all(text, ...values);
    },
    first: async (text, ...values) => {
      check();
      return sql.first(text, ...values);
    },
    run: async (text, ...values) => {
      check();
      return sql.run(text, ...values);
    },
  };
}
