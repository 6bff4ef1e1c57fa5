import type { Insertable, Selectable } from 'kysely';
import type { FloorTask } from '../../contracts/feed.ts';
import { activeStates, type Reservation } from '../../contracts/reservation.ts';
import { localDay, nextReservationNumber } from '../../core/sync/reservation-numbers.ts';
import type { Query } from './open-database.ts';
import { prepareQuery } from './prepared-query.ts';
import type { Tables } from './tables.ts';

export function toReservation(row: Selectable<Tables['reservation']>): Reservation {
  const { operationSequence: _, createdAt, expiresAt, pickedAt, replaces, ...rest } = row;
  return {
    ...rest,
    ...(replaces !== null && { replaces }),
    createdAt: new Date(createdAt).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    pickedAt: pickedAt === null ? null : new Date(pickedAt).toISOString(),
  };
}

const byId = prepareQuery((query, { reservationId }: { reservationId: string }) =>
  query.selectFrom('reservation').selectAll().where('reservationId', '=', reservationId),
);

export async function findReservation(query: Query, reservationId: string): Promise<Reservation | undefined> {
  const [row] = await byId(query, { reservationId });
  return row && toReservation(row);
}

const bySession = prepareQuery((query, { sessionId }: { sessionId: string }) =>
  query
    .selectFrom('reservation')
    .selectAll()
    .where('sessionId', '=', sessionId)
    .orderBy('createdAt')
    .orderBy('reservationId'),
);

/** Oldest first. */
export async function reservationsOfSession(
  query: Query,
  sessionId: string,
): Promise<readonly Reservation[]> {
  return (await bySession(query, { sessionId })).map(toReservation);
}

/** Held ones whose time is over; `madeHere` leaves out those that this device only heard of. */
export async function dueReservations(
  query: Query,
  at: number,
  { madeHere }: { readonly madeHere: boolean } = { madeHere: false },
): Promise<readonly Reservation[]> {
  const rows = await query
    .selectFrom('reservation')
    .selectAll()
    .where('state', 'in', activeStates)
    .where('expiresAt', '<=', at)
    .$if(madeHere, (due) => due.where('operationSequence', 'is not', null))
    .orderBy('expiresAt')
    .execute();
  return rows.map(toReservation);
}

const putRow = prepareQuery((query, row: Insertable<Tables['reservation']>) =>
  query
    .insertInto('reservation')
    .values({
      reservationId: row.reservationId,
      kind: row.kind,
      state: row.state,
      number: row.number,
      sessionId: row.sessionId,
      storeId: row.storeId,
      sku: row.sku,
      quantity: row.quantity,
      fittingRoom: row.fittingRoom,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      pickedAt: row.pickedAt,
      replaces: row.replaces,
      operationSequence: row.operationSequence,
    })
    .onConflict((conflict) =>
      conflict
        .column('reservationId')
        .doUpdateSet({ state: row.state, expiresAt: row.expiresAt, pickedAt: row.pickedAt })
        .where('reservation.state', 'in', activeStates),
    ),
);

/**
 * Writes a new reservation; one that is there keeps its quantity and, once ended, its state.
 * `operationSequence` is given where it was made on this device.
 */
export async function putReservation(
  query: Query,
  reservation: Reservation,
  operationSequence: number | null,
): Promise<void> {
  const row = {
    ...reservation,
    createdAt: Date.parse(reservation.createdAt),
    expiresAt: Date.parse(reservation.expiresAt),
    pickedAt: reservation.pickedAt === null ? null : Date.parse(reservation.pickedAt),
    replaces: reservation.replaces ?? null,
    operationSequence,
  };
  await putRow(query, row);
}

/** An associate's step, on a reservation that is kept here. */
export async function updateTrial(
  query: Query,
  { reservationId, state, expiresAt, pickedAt }: FloorTask,
): Promise<void> {
  await query
    .updateTable('reservation')
    .set({
      state,
      expiresAt: Date.parse(expiresAt),
      pickedAt: pickedAt === null ? null : Date.parse(pickedAt),
    })
    .where('reservationId', '=', reservationId)
    .execute();
}

/** Gives a held one a later end. Gives what it is now, or undefined when it was not held. */
export async function prolongReservation(
  query: Query,
  reservationId: string,
  expiresAt: string,
): Promise<Reservation | undefined> {
  const row = await query
    .updateTable('reservation')
    .set({ expiresAt: Date.parse(expiresAt) })
    .where('reservationId', '=', reservationId)
    .where('state', 'in', activeStates)
    .returningAll()
    .executeTakeFirst();
  return row && toReservation(row);
}

/** Whether it was made on this device. */
export async function isMadeHere(query: Query, reservationId: string): Promise<boolean> {
  const [row] = await byId(query, { reservationId });
  return row !== undefined && row.operationSequence !== null;
}

export async function moveReservation(
  query: Query,
  reservationId: string,
  toSessionId: string,
): Promise<void> {
  await query
    .updateTable('reservation')
    .set({ sessionId: toSessionId })
    .where('reservationId', '=', reservationId)
    .execute();
}

/** Ends a held one. Gives what it was, or undefined when it was not held. */
export async function endReservation(
  query: Query,
  reservationId: string,
  state: 'cancelled' | 'expired' | 'bought',
): Promise<Reservation | undefined> {
  const row = await query
    .updateTable('reservation')
    .set({ state })
    .where('reservationId', '=', reservationId)
    .where('state', 'in', activeStates)
    .returningAll()
    .executeTakeFirst();
  return row && toReservation(row);
}

const lastNumber = prepareQuery((query, { storeId, day }: { storeId: string; day: string }) =>
  query.selectFrom('reservationNumber').select('last').where('storeId', '=', storeId).where('day', '=', day),
);
const heldNumbers = prepareQuery((query, { storeId }: { storeId: string }) =>
  query
    .selectFrom('reservation')
    .select('number')
    .where('storeId', '=', storeId)
    .where('state', 'in', activeStates),
);
const putLastNumber = prepareQuery(
  (query, { storeId, day, last }: { storeId: string; day: string; last: number }) =>
    query
      .insertInto('reservationNumber')
      .values({ storeId, day, last })
      .onConflict((conflict) => conflict.columns(['storeId', 'day']).doUpdateSet({ last })),
);

/** Gives out the next number of this side's range for the shop's local day; undefined when 99 of them are held at once. */
export async function takeReservationNumber(
  query: Query,
  {
    storeId,
    timeZone,
    deviceIndex,
    at,
  }: { storeId: string; timeZone: string; deviceIndex: number; at: number },
): Promise<number | undefined> {
  const day = localDay(at, timeZone);
  const [row] = await lastNumber(query, { storeId, day });
  const held = await heldNumbers(query, { storeId });
  const number = nextReservationNumber(deviceIndex, row?.last, new Set(held.map((one) => one.number)));
  if (number === undefined) return undefined;
  if (row === undefined) {
    await query
      .deleteFrom('reservationNumber')
      .where('storeId', '=', storeId)
      .where('day', '<', day)
      .execute();
  }
  await putLastNumber(query, { storeId, day, last: number });
  return number;
}
