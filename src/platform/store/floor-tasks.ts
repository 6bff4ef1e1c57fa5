import type { Selectable } from 'kysely';
import { type FloorTask, isOpenTask } from '../../contracts/feed.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

type Row = Omit<Selectable<Tables['floorTask']>, 'generation'>;

const columns = [
  'reservationId',
  'storeId',
  'sku',
  'quantity',
  'number',
  'fittingRoom',
  'state',
  'createdAt',
  'expiresAt',
  'pickedAt',
  'replaces',
] as const;

const instant = (at: number): string => new Date(at).toISOString();

function toTask({ createdAt, expiresAt, pickedAt, replaces, ...row }: Row): FloorTask {
  return {
    ...row,
    ...(replaces !== null && { replaces }),
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    pickedAt: pickedAt === null ? null : instant(pickedAt),
  };
}

export const taskRow = (task: FloorTask): Row => ({
  ...task,
  createdAt: Date.parse(task.createdAt),
  expiresAt: Date.parse(task.expiresAt),
  pickedAt: task.pickedAt === null ? null : Date.parse(task.pickedAt),
  replaces: task.replaces ?? null,
});

/** What associates need to know of a reservation. */
export function taskOf({ sessionId: _, kind: __, ...task }: Reservation): FloorTask {
  return task;
}

export async function findTask(query: Query, reservationId: string): Promise<FloorTask | undefined> {
  const row = await query
    .selectFrom('floorTask')
    .select(columns)
    .where('reservationId', '=', reservationId)
    .executeTakeFirst();
  return row && toTask(row);
}

export async function openTasks(query: Query, storeId: string): Promise<readonly FloorTask[]> {
  const rows = await query
    .selectFrom('floorTask')
    .select(columns)
    .where('storeId', '=', storeId)
    .orderBy('number')
    .execute();
  return rows.map(toTask);
}

const putRow = prepareQuery((query, parameters: Row) => {
  const row = Object.fromEntries(columns.map((column) => [column, parameters[column]])) as Row;
  return query
    .insertInto('floorTask')
    .values(row)
    .onConflict((conflict) => conflict.column('reservationId').doUpdateSet(row));
});

/** Keeps it as long as there is something to do about it. */
export async function putTask(query: Query, task: FloorTask): Promise<void> {
  if (!isOpenTask(task)) {
    await query.deleteFrom('floorTask').where('reservationId', '=', task.reservationId).execute();
    return;
  }
  await putRow(query, taskRow(task));
}
