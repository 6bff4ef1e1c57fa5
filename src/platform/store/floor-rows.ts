import { type FloorTask, isOpenTask } from '../../contracts/feed.ts';
import type { Connection } from './connection.ts';
import { taskRow } from './floor-tasks.ts';

/** What the hub says of trials; synchronous, inside a transaction. */
export interface FloorRows {
  /**
   * A row about a hold of this device, or about which an operation of it is on its way, is kept for later: it may be from before
   * the hub decided that operation, and a hold that has ended here never comes back.
   */
  take(task: FloorTask, generation: number): void;
  /**
   * Takes over what was kept, of trials about which nothing is on its way any more, once the rows here include all that the hub has
   * decided: after a receipt, and with a checkpoint. Gives how many.
   */
  takeLater(): number;
  /** Whether something is kept about which nothing is on its way: another reading of the feed tells whether it still holds. */
  waitsForFeed(): boolean;
  /** After a snapshot: what it did not bring is done, but for what the hub has not heard of yet. */
  removeOlder(generation: number): void;
}

export function createFloorRows(connection: Connection): FloorRows {
  const onItsWay = connection.prepare('SELECT 1 FROM outbox WHERE instr(body, ?) > 0 LIMIT 1');
  const keep = connection.prepare(
    'INSERT OR REPLACE INTO laterTask (reservationId, document, generation) VALUES (?, ?, ?)',
  );
  const drop = connection.prepare('DELETE FROM laterTask WHERE reservationId = ?');
  const decided = 'NOT EXISTS (SELECT 1 FROM outbox WHERE instr(outbox.body, laterTask.reservationId) > 0)';
  const kept = connection.prepare<{ document: string; generation: number }>(
    `SELECT document, generation FROM laterTask
     WHERE ${decided} AND (SELECT appliedSequence >= confirmedSequence FROM replica)`,
  );
  const left = connection.prepare(`SELECT 1 FROM laterTask WHERE ${decided} LIMIT 1`);
  const own = connection.prepare('SELECT 1 FROM reservation WHERE reservationId = ?');
  const ownEnd = connection.prepare<{ expiresAt: number }>(
    'SELECT expiresAt FROM reservation WHERE reservationId = ?',
  );
  const stamp = connection.prepare('UPDATE floorTask SET generation = ? WHERE reservationId = ?');
  const remove = connection.prepare('DELETE FROM floorTask WHERE reservationId = ?');
  const put = connection.prepare(
    `INSERT OR REPLACE INTO floorTask (reservationId, storeId, sku, quantity, number, fittingRoom, state, createdAt,
       expiresAt, pickedAt, replaces, generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const follow = connection.prepare(
    `UPDATE reservation SET state = ?, expiresAt = ?, pickedAt = ?
     WHERE reservationId = ? AND state IN ('requested', 'picked', 'handed-over')`,
  );
  const removeOlder = connection.prepare(
    `DELETE FROM floorTask WHERE generation < ?
       AND NOT EXISTS (SELECT 1 FROM outbox WHERE instr(outbox.body, floorTask.reservationId) > 0)`,
  );
  const apply = (task: FloorTask, generation: number): void => {
    const { reservationId, storeId, sku, quantity, number, fittingRoom, ...row } = taskRow(task);
    drop.run(reservationId);
    const { state, createdAt, pickedAt, replaces } = row;
    // A row that was kept for a while may be of before this device gave the shopper more time.
    const expiresAt = Math.max(row.expiresAt, ownEnd.first(reservationId)?.expiresAt ?? 0);
    const place = [storeId, sku, quantity, number, fittingRoom] as const;
    if (isOpenTask(task)) {
      put.run(reservationId, ...place, state, createdAt, expiresAt, pickedAt, replaces, generation);
    } else remove.run(reservationId);
    follow.run(state, expiresAt, pickedAt, reservationId);
  };
  return {
    take: (task, generation) => {
      const { reservationId } = task;
      if (onItsWay.first(reservationId) === undefined && own.first(reservationId) === undefined) {
        apply(task, generation);
        return;
      }
      stamp.run(generation, reservationId);
      keep.run(reservationId, JSON.stringify(task), generation);
    },
    takeLater: () => {
      const rows = kept.all();
      for (const { document, generation } of rows) apply(JSON.parse(document) as FloorTask, generation);
      return rows.length;
    },
    waitsForFeed: () => left.first() !== undefined,
    removeOlder: (generation) => {
      removeOlder.run(generation);
    },
  };
}
