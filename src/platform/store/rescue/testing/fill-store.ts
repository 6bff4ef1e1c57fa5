import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OperationBody } from '../../../../contracts/operation.ts';
import { createFeedWriter } from '../../feed-writer.ts';
import type { Database } from '../../open-database.ts';
import { appendOperation } from '../../operation-numbers.ts';
import { putReservation } from '../../reservation-repository.ts';
import {
  createTestEnvironment,
  makeFeed,
  makeProduct,
  makeReservation,
  makeSession,
  makeStock,
  openKioskFile,
  shop,
  testId,
  toLines,
} from '../../testing/samples.ts';

export interface OutboxRow {
  readonly sequence: number;
  readonly operationId: string;
  readonly sessionId: string;
  readonly at: number;
  readonly body: string;
}

export interface HoldRow {
  readonly reservationId: string;
  readonly sessionId: string;
  readonly state: string;
}

/** A kiosk's store with waiting operations, the holds that they made, and a catalogue. */
export interface FilledStore {
  readonly folder: string;
  readonly outbox: readonly OutboxRow[];
  readonly holds: readonly HoldRow[];
  /** Puts a copy into a new folder: as a stop in order leaves it, or a kill (the last operations are in the log). Gives the file. */
  layOut(state: 'killed' | 'closed'): string;
  remove(): void;
}

/** Operations that wait, numbered from 1. */
export const operations = 300;
const inLog = 20;
const names = ['shop.sqlite', 'shop.sqlite-wal'];

export const outboxOf = ({ connection }: Database): readonly OutboxRow[] =>
  connection.prepare<OutboxRow>('SELECT * FROM outbox ORDER BY sequence').all();
export const holdsOf = ({ connection }: Database): readonly HoldRow[] =>
  connection.prepare<HoldRow>('SELECT reservationId, sessionId, state FROM reservation ORDER BY 1').all();

/** Whether a part of an operation lies in some bytes: by what is written there, not by the structure of the file. */
export const liesIn = (bytes: Buffer, row: OutboxRow): boolean =>
  bytes.includes(row.operationId + row.sessionId) || bytes.includes(`<${row.sequence}>`);

/** Every third is a hold; every tenth is longer than a page. */
function bodyOf(number: number): OperationBody {
  const sessionId = testId(800_000 + number);
  if (number % 3 === 0) {
    const reservation = makeReservation({ reservationId: testId(900_000 + number), sessionId, number });
    return { type: 'reservation-made', sessionId, reservation };
  }
  const text = `<${number}>`.repeat(number % 10 === 1 ? 2500 : 20);
  const message = {
    messageId: testId(700_000 + number),
    role: 'shopper',
    channel: 'kiosk',
    text,
    cards: [],
  } as const;
  return { type: 'message-added', sessionId, message: { ...message, at: makeSession().startedAt } };
}

export async function writeOperation(database: Database, number: number): Promise<void> {
  await database.transaction(async (query) => {
    const body = bodyOf(number);
    const { sequence } = await appendOperation(query, body, {
      at: number * 1000,
      operationId: testId(number),
    });
    if (body.type === 'reservation-made') await putReservation(query, body.reservation, sequence);
  });
}

export async function fillStore(): Promise<FilledStore> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-damage-'));
  const database = openKioskFile(path.join(folder, 'shop.sqlite'));
  const keep = (state: string): void => {
    mkdirSync(path.join(folder, state));
    for (const name of names) copyFileSync(path.join(folder, name), path.join(folder, state, name));
  };
  await fillCatalogue(database);
  for (let number = 1; number <= operations - inLog; number += 1) await writeOperation(database, number);
  await fillTheRest(database);
  database.truncateLog();
  for (let number = operations - inLog + 1; number <= operations; number += 1) {
    await writeOperation(database, number);
  }
  // What is on the disk while the database is open is what a killed process leaves.
  keep('killed');
  database.truncateLog();
  keep('closed');
  const store = { folder, outbox: outboxOf(database), holds: holdsOf(database) };
  await database.close();
  return {
    ...store,
    layOut: (state) => {
      const copy = mkdtempSync(path.join(folder, `${state}-`));
      for (const name of names) copyFileSync(path.join(folder, state, name), path.join(copy, name));
      return path.join(copy, 'shop.sqlite');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function fillCatalogue(database: Database): Promise<void> {
  const products = Array.from({ length: 150 }, (_, index) =>
    makeProduct(`piece-${index}`, ['M/Red/1', 'L/Red/1']),
  );
  const feed = createFeedWriter(database, createTestEnvironment());
  await feed.apply(
    toLines(
      makeFeed([
        { type: 'store', store: shop },
        ...products.map((product) => ({ type: 'product' as const, product })),
        ...products.map(({ variants }) => ({
          type: 'stock' as const,
          row: makeStock(variants[0]?.sku ?? ''),
        })),
      ]),
    ),
    { requested: feed.request().clocks },
  );
}

/** A row in each of the other tables that are saved. */
async function fillTheRest({ query }: Database): Promise<void> {
  const sessionId = testId(800);
  await query
    .insertInto('session')
    .values({ sessionId, document: JSON.stringify(makeSession()), endedAt: null })
    .execute();
  await query
    .insertInto('refusedOperation')
    .values({
      operationId: testId(600),
      type: 'cart-line-set',
      at: 5,
      kind: 'conflict',
      reason: 'no',
      reservationId: null,
    })
    .execute();
  await query
    .insertInto('reservationNumber')
    .values({ storeId: shop.storeId, day: '2026-11-22', last: 142 })
    .execute();
}
