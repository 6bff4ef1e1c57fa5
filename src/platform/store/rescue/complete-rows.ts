import { operationBody } from '../../../contracts/operation.ts';
import { reservation } from '../../../contracts/reservation.ts';
import { stockChangeOf } from '../operation-numbers.ts';
import type { Row } from './vital-rows.ts';

/** What is put into the new file. */
export interface SavedRows {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Operations that wait for the hub and are there. */
  readonly operations: number;
  /** Operations that waited for the hub and are gone for good; as many as is known. */
  readonly lost: number;
}

/** Far beyond any number that was given out: the hub then finds a gap, and says where to go on. */
const unknownSequence = 1_000_000;

/**
 * Makes rows that were found one by one fit together again. An operation and the hold that it made each tell of the other,
 * so one that is gone is made anew from the one that is there. What else is gone leaves a gap in the numbers, over which the
 * hub and the outbox come to terms by themselves.
 */
export function completeRows(found: ReadonlyMap<string, readonly Row[]>, newId: () => string): SavedRows {
  const of = (table: string): readonly Row[] => found.get(table) ?? [];
  const [replica] = of('replica');
  const confirmed = Number(replica?.confirmedSequence ?? 0);
  const outbox = of('outbox').filter(
    ({ sequence }) =>
      Number(sequence) > confirmed && (!replica || Number(sequence) <= Number(replica.lastSequence)),
  );
  const holds = of('reservation');
  const madeAnew = remakeOperations(outbox, holds, confirmed, newId);
  const operations = [...outbox, ...madeAnew];
  const numbers = new Set(operations.map(({ sequence }) => Number(sequence)));
  const last = Math.max(confirmed, ...numbers, ...holds.map((hold) => Number(hold.operationSequence)));
  const first = replica ? confirmed + 1 : Math.min(last + 1, ...numbers);
  const end = replica ? Number(replica.lastSequence) : last;
  return {
    rows: new Map<string, readonly Row[]>([
      ...found,
      ['replica', [replica ? numbersOf(replica) : { id: 1, lastSequence: last + unknownSequence }]],
      ['outbox', operations],
      ['reservation', [...holds, ...remakeHolds(operations, holds)]],
      ['stockChange', remakeStockChanges(operations)],
    ]),
    operations: numbers.size,
    lost: Math.max(0, end - first + 1 - numbers.size),
  };
}

/** How far the feed was read is not kept: it is read anew, from the beginning. */
const numbersOf = ({ appliedSequence, lastSequence, confirmedSequence }: Row): Row => ({
  id: 1,
  appliedSequence: appliedSequence ?? 0,
  lastSequence: lastSequence ?? 0,
  confirmedSequence: confirmedSequence ?? 0,
});

/** An operation's body, as far as it must be understood here. */
interface Body {
  readonly type?: unknown;
  readonly reservationId?: unknown;
  readonly reservation?: unknown;
  readonly state?: unknown;
  readonly expiresAt?: unknown;
}

const bodyOf = (row: Row): Body => JSON.parse(String(row.body));

/** A promise that the hub may never have heard of goes out again, at its own place. */
function remakeOperations(
  outbox: readonly Row[],
  holds: readonly Row[],
  confirmed: number,
  newId: () => string,
): readonly Row[] {
  const there = new Set(outbox.map(({ sequence }) => sequence));
  return holds.flatMap(({ operationSequence: sequence = null, replaces, ...hold }) => {
    if (Number(sequence) <= confirmed || there.has(sequence)) return [];
    const made = reservation.safeParse({
      ...hold,
      state: 'requested',
      createdAt: new Date(Number(hold.createdAt)).toISOString(),
      expiresAt: new Date(Number(hold.expiresAt)).toISOString(),
      pickedAt: null,
      ...(typeof replaces === 'string' && { replaces }),
    }).data;
    if (made === undefined) return [];
    const { sessionId } = made;
    const body = JSON.stringify({ type: 'reservation-made', sessionId, reservation: made });
    return [{ sequence, operationId: newId(), sessionId, at: Date.parse(made.createdAt), body }];
  });
}

/** Units that an operation promises leave what can be promised here, in the state that the operations behind it lead to. */
function remakeHolds(operations: readonly Row[], holds: readonly Row[]): readonly Row[] {
  const there = new Set(holds.map(({ reservationId }) => reservationId));
  const bodies = operations.map((row) => ({ row, body: bodyOf(row) }));
  return bodies.flatMap(({ row, body }) => {
    const made = body.type === 'reservation-made' ? reservation.safeParse(body.reservation).data : undefined;
    if (made === undefined || there.has(made.reservationId)) return [];
    const released = bodies.find(
      (one) => one.body.type === 'reservation-released' && one.body.reservationId === made.reservationId,
    );
    const ends = bodies.flatMap((one) =>
      one.body.type === 'reservation-extended' && one.body.reservationId === made.reservationId
        ? [Date.parse(String(one.body.expiresAt))]
        : [],
    );
    return [
      {
        ...made,
        state: String(released?.body.state ?? made.state),
        createdAt: Date.parse(made.createdAt),
        expiresAt: Math.max(Date.parse(made.expiresAt), ...ends),
        pickedAt: null,
        replaces: made.replaces ?? null,
        operationSequence: row.sequence ?? null,
      },
    ];
  });
}

/** What the hub's rows, which are read anew, may not include yet. */
const remakeStockChanges = (operations: readonly Row[]): readonly Row[] =>
  operations.flatMap((row) => {
    const body = operationBody.safeParse(bodyOf(row)).data;
    const change = body && stockChangeOf(body);
    return change ? [{ sequence: row.sequence ?? null, ...change }] : [];
  });
