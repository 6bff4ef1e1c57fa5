import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { ExpectedVisitor } from '../../contracts/visitor.ts';
import type { Connection } from './connection.ts';
import type { Query } from './open-database.ts';

/**
 * Longer than any code lives, and than a clock is likely to be wrong by: until then a code that was used here without the
 * hub is known again.
 */
const usedCodeLifeMs = 7 * 24 * 60 * 60_000;

/** Notes that a code was opened here without the hub, once and for ever. `conflict` (`code-used`) when it was before. */
export async function spendCode(query: Query, tokenId: string, at: number): Promise<Result<void>> {
  const { numInsertedOrUpdatedRows } = await query
    .insertInto('usedCode')
    .values({ tokenId, usedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return succeed(undefined);
  return fail('conflict', 'This code was used already. Show a new one on your phone.', {
    reason: 'code-used',
  });
}

/** The visitor whom a code belongs to, if the hub has told of them and their time is not over. */
export async function findVisitor(
  query: Query,
  lookupId: string,
  now: number,
): Promise<ExpectedVisitor | undefined> {
  const row = await query
    .selectFrom('expectedVisitor')
    .select(['lookupId', 'sealed', 'expiresAt'])
    .where('lookupId', '=', lookupId)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row && { ...row, expiresAt: new Date(row.expiresAt).toISOString() };
}

export interface VisitorRows {
  put(visitor: ExpectedVisitor, generation: number): void;
  end(lookupId: string): void;
  /** Who has not come with the snapshot of this stamp. */
  endOlder(generation: number): void;
}

/** What the feed says of visitors. Who is to go is over at once; `eraseOver` takes the rows out of the file. */
export function createVisitorRows(connection: Connection): VisitorRows {
  const put = connection.prepare(
    `INSERT INTO expectedVisitor (lookupId, sealed, expiresAt, generation) VALUES (?, ?, ?, ?)
     ON CONFLICT (lookupId) DO UPDATE SET sealed = excluded.sealed, expiresAt = excluded.expiresAt,
       generation = excluded.generation`,
  );
  const end = connection.prepare('UPDATE expectedVisitor SET expiresAt = 0 WHERE lookupId = ?');
  const endOlder = connection.prepare('UPDATE expectedVisitor SET expiresAt = 0 WHERE generation < ?');
  return {
    put: ({ lookupId, sealed, expiresAt }: ExpectedVisitor, generation: number) =>
      void put.run(lookupId, sealed, Date.parse(expiresAt), generation),
    end: (lookupId: string) => void end.run(lookupId),
    endOlder: (generation: number) => void endOlder.run(generation),
  };
}

/** Erases visitors and used codes whose time is over. Gives whether there were any. */
export async function eraseOver(query: Query, now: number): Promise<boolean> {
  const visitors = await query.deleteFrom('expectedVisitor').where('expiresAt', '<=', now).executeTakeFirst();
  const codes = await query
    .deleteFrom('usedCode')
    .where('usedAt', '<=', now - usedCodeLifeMs)
    .executeTakeFirst();
  return visitors.numDeletedRows + codes.numDeletedRows > 0n;
}
