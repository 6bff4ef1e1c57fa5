import { type FloorTask, isOpenTask } from '../../contracts/feed.ts';
import type { Connection } from './connection.ts';
import { taskRow } from './floor-tasks.ts';

/** What the hub says of trials; synchronous, inside a transaction. */
export interface FloorRows {
  /**
   * A hold of this device follows what the hub says of it. While an operation about it is on its way the row is kept for later:
   * the hub may not have decided that one yet, or its receipt may come after the row.
   */
  take(task: FloorTask, generation: number): void;
  /** Takes over what was kept, of trials about which nothing is on its way any more: after a receipt. Gives how many. */
  takeLater(): number;
  /** After a snapshot: what it did not bring is done, but for what the hub has not heard of yet. */
  removeOlder(generation: number): void;
}

export function createFloorRows(connection: Connection): FloorRows {
  const onItsWay = connection.prepare('SELECT 1 FROM outbox WHERE instr(body, ?) > 0 LIMIT 1');
  const keep = connection.prepare(
    'INSERT OR REPLACE INTO laterTask (reservationId, document, generation) VALUES (?, ?, ?)',
  );
  const drop = connection.prepare('DELETE FROM laterTask WHERE reservationId = ?');
  const kept = connection.prepare<{ document: string; generation: number }>(
    `SELECT document, generation FROM laterTask
     WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE instr(outbox.body, laterTask.reservationId) > 0)`,
  );
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
  const take: FloorRows['take'] = (task, generation) => {
    const { reservationId, storeId, sku, quantity, number, fittingRoom, ...row } = taskRow(task);
    if (onItsWay.first(reservationId) !== undefined) {
      stamp.run(generation, reservationId);
      keep.run(reservationId, JSON.stringify(task), generation);
      return;
    }
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
    take,
    takeLater: () => {
      const rows = kept.all();
      for (const { document, generation } of rows) take(JSON.parse(document) as FloorTask, generation);
      return rows.length;
    },
    removeOlder: (generation) => {
      removeOlder.run(generation);
    },
  };
}
