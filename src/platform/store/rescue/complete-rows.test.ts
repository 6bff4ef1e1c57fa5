import { expect, test } from 'vitest';
import { makeReservation, testId } from '../testing/samples.ts';
import { completeRows } from './complete-rows.ts';
import type { Row } from './vital-rows.ts';

const sessionId = testId(800);
const replica: Row = {
  id: 1,
  appliedSequence: 4,
  lastSequence: 9,
  confirmedSequence: 5,
  epoch: 'e',
  cursor: 'c',
};
const made = (sequence: number, number: number): Row => ({
  sequence,
  operationId: testId(sequence),
  sessionId,
  at: 5,
  body: JSON.stringify({
    type: 'reservation-made',
    sessionId,
    reservation: makeReservation({ reservationId: testId(number) }),
  }),
});
const other = (sequence: number, body: object): Row => ({
  sequence,
  operationId: testId(sequence),
  sessionId,
  at: 5,
  body: JSON.stringify(body),
});
function holdRow(number: number, operationSequence: number, state = 'requested'): Row {
  const {
    createdAt,
    expiresAt,
    replaces = null,
    ...hold
  } = makeReservation({
    reservationId: testId(number),
  });
  return {
    ...hold,
    replaces,
    state,
    createdAt: Date.parse(createdAt),
    expiresAt: Date.parse(expiresAt),
    operationSequence,
  };
}
const complete = (found: Readonly<Record<string, readonly Row[]>>) => {
  const { rows, ...counts } = completeRows(new Map(Object.entries(found)), () => testId(0xabc));
  return { ...counts, rows: Object.fromEntries(rows) };
};

test('an operation that is gone is made anew of the hold that it made, at its own place', () => {
  const kept = holdRow(900, 7, 'picked');
  const { rows, operations, lost } = complete({
    replica: [replica],
    outbox: [made(6, 901)],
    reservation: [kept],
  });
  expect({ operations, lost }).toEqual({ operations: 2, lost: 2 });
  const { body, ...operation } = rows.outbox?.at(-1) ?? {};
  expect(operation).toEqual({
    sequence: 7,
    operationId: testId(0xabc),
    sessionId,
    at: Date.parse(makeReservation().createdAt),
  });
  expect(JSON.parse(String(body))).toEqual({
    type: 'reservation-made',
    sessionId,
    reservation: makeReservation({ reservationId: testId(900) }),
  });
});

test('a hold that is gone is made anew of its operation, as ended as the operations behind it say', () => {
  const released = {
    type: 'reservation-released',
    sessionId,
    reservationId: testId(901),
    state: 'cancelled',
  };
  const { rows } = complete({
    replica: [replica],
    outbox: [made(6, 900), made(7, 901), other(8, released), other(9, { type: 'cart-line-set' })],
  });
  expect(rows.reservation).toMatchObject([
    { reservationId: testId(900), state: 'requested', operationSequence: 6 },
    { reservationId: testId(901), state: 'cancelled', operationSequence: 7 },
  ]);
});

test('a hold that is gone lasts as long as the shopper was told last', () => {
  const later = '2026-11-24T09:40:00.000Z';
  const { rows } = complete({
    replica: [replica],
    outbox: [
      made(6, 901),
      other(7, { type: 'reservation-extended', sessionId, reservationId: testId(901), expiresAt: later }),
    ],
  });
  expect(rows.reservation).toMatchObject([{ reservationId: testId(901), expiresAt: Date.parse(later) }]);
});

test('what the hub has confirmed, and what was never given out, is not sent', () => {
  const { rows, operations, lost } = complete({
    replica: [replica],
    outbox: [made(5, 900), made(6, 901), made(10, 902)],
  });
  expect(rows.outbox).toMatchObject([{ sequence: 6 }]);
  expect({ operations, lost }).toEqual({ operations: 1, lost: 3 });
  expect(rows.replica).toEqual([{ id: 1, appliedSequence: 4, lastSequence: 9, confirmedSequence: 5 }]);
});

test('without the numbers, new ones begin where none has been', () => {
  const { rows, operations, lost } = complete({ outbox: [made(41, 900), made(43, 901)] });
  expect(rows.replica).toEqual([{ id: 1, lastSequence: 1_000_043 }]);
  expect({ operations, lost }).toEqual({ operations: 2, lost: 1 });
  expect(complete({})).toMatchObject({
    operations: 0,
    lost: 0,
    rows: { replica: [{ lastSequence: 1_000_000 }] },
  });
});

test('rights that are on their way back stay given away', () => {
  const returned = { type: 'rights-returned', storeId: 'hyd-banjara', sku: 'kurta-M-Red', quantity: 2 };
  const { rows } = complete({ replica: [replica], outbox: [other(6, returned)] });
  expect(rows.stockChange).toEqual([
    { sequence: 6, storeId: 'hyd-banjara', sku: 'kurta-M-Red', onHand: 0, rights: -2 },
  ]);
});
