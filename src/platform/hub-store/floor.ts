import type { FloorTask } from '../../contracts/feed.ts';
import { activeStates, type Reservation } from '../../contracts/reservation.ts';
import { taskOf } from '../store/floor-tasks.ts';
import type { Query } from '../store/open-database.ts';
import { findReservation, toReservation } from '../store/reservation-repository.ts';
import { markChanged } from './feed-log.ts';
import type { TransactionSql } from './sql.ts';

/** Tells the shop's devices of a trial; what only covers a payment is not on the associates' list. */
export async function markTask(
  sql: TransactionSql,
  { kind, storeId, reservationId }: Reservation,
): Promise<void> {
  if (kind === 'trial') await markChanged(sql, 'floor-task', storeId, reservationId);
}

/** Tells them that a hold is over, of whatever kind: whose rights it had counts on them again, also when its session has left there. */
export const markEnded = (sql: TransactionSql, { storeId, reservationId }: Reservation): Promise<void> =>
  markChanged(sql, 'floor-task', storeId, reservationId);

export async function findTrial(query: Query, reservationId: string): Promise<FloorTask | undefined> {
  const found = await findReservation(query, reservationId);
  return found?.kind === 'trial' ? taskOf(found) : undefined;
}

export async function openTrials(query: Query, storeId: string): Promise<readonly FloorTask[]> {
  const rows = await query
    .selectFrom('reservation')
    .selectAll()
    .where('storeId', '=', storeId)
    .where('kind', '=', 'trial')
    .where((row) =>
      row.or([
        row('state', 'in', activeStates),
        row.and([row('state', 'in', ['cancelled', 'expired']), row('pickedAt', 'is not', null)]),
      ]),
    )
    .orderBy('number')
    .execute();
  return rows.map((row) => taskOf(toReservation(row)));
}
