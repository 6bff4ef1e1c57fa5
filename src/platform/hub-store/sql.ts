import type { SqlValue } from '../store/connection.ts';

/**
 * The hub's way to its database. Texts are such that SQLite 3.45 and PostgreSQL 15 both take them: placeholders `?` or
 * `?1` (not both in one text); `ON CONFLICT` with its columns named before `DO UPDATE`, where a column of the row that is
 * there carries its table's name; `CASE` for the larger of two; `listOf` for lists; no `OR IGNORE`, `OR REPLACE`, `rowid`
 * and `json_…`. A number is a JavaScript number on the way in and out.
 */
export interface Sql {
  /** `Row` is what the caller knows its columns to be. */
  all<Row>(text: string, ...values: readonly SqlValue[]): Promise<readonly Row[]>;
  first<Row>(text: string, ...values: readonly SqlValue[]): Promise<Row | undefined>;
  /** Gives the number of rows changed. */
  run(text: string, ...values: readonly SqlValue[]): Promise<number>;
}

/** Of one transaction; of no use once it is over. */
export interface TransactionSql extends Sql {
  readonly feed: FeedEnd;
}

/**
 * The feed's end as this transaction moves it; written down once, at its end. A row that is updated with every change would
 * leave a version each that PostgreSQL has to walk over.
 */
export interface FeedEnd {
  readonly cursor: number;
  /** Gives the next place. */
  advance(): number;
}

/**
 * A list for `IN`: `SELECT … WHERE sku IN ${list.text}` with `...list.values`. Filled up to a power of two with its last
 * value, so that lists of any length are a handful of statements to prepare. An empty one holds NULL, which equals nothing.
 */
export function listOf(items: readonly SqlValue[]): {
  readonly text: string;
  readonly values: readonly SqlValue[];
} {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, items.length)));
  const values = Array.from({ length }, (_, index) => items[Math.min(index, items.length - 1)] ?? null);
  return { text: `(${values.map(() => '?').join(', ')})`, values };
}
