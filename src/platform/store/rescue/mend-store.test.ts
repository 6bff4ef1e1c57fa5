import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseMigrations } from '../migrations/base.ts';
import { kioskMigrations } from '../migrations/kiosk.ts';
import { type Database, openDatabase } from '../open-database.ts';
import { shop, testId } from '../testing/samples.ts';
import { readHistory } from './marks.ts';
import { mendStore } from './mend-store.ts';
import {
  type FilledStore,
  fillStore,
  holdsOf,
  liesIn,
  operations,
  outboxOf,
  writeOperation,
} from './testing/fill-store.ts';

const migrations = [...baseMigrations, ...kioskMigrations];
let store: FilledStore;
beforeAll(async () => {
  store = await fillStore();
});
afterAll(() => store.remove());

const warnings: string[] = [];
let lastId = 0;
const nextId = (): string => {
  lastId += 1;
  return testId(0xabc000 + lastId);
};
const mend = (file: string) =>
  mendStore(file, migrations, { now: () => 1000, newId: nextId, onWarning: (text) => warnings.push(text) });

function openMended(file: string): Database {
  const opened = openDatabase(file, migrations);
  if (!opened.ok) throw new Error(opened.failure.message);
  expect(opened.value.connection.prepare('PRAGMA integrity_check').all()).toEqual([
    { integrity_check: 'ok' },
  ]);
  return opened.value;
}

const pageSize = 4096;

/** A generator of the same numbers for a seed (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'damage at a place of seed %i: the store can be used, and what lay elsewhere is there',
  async (seed) => {
    const file = store.layOut('closed');
    const random = createRandom(seed);
    const bytes = readFileSync(file);
    const pages = bytes.length / pageSize;
    // Half of the time where operations lie: they are a small part of the file.
    const holding = Array.from({ length: pages }, (_, index) => index).filter((index) =>
      store.outbox.some((row) => liesIn(bytes.subarray(index * pageSize, (index + 1) * pageSize), row)),
    );
    const hit = seed % 2 === 0 ? (holding[random(holding.length)] ?? 0) : random(pages);
    const page = bytes.subarray(hit * pageSize, (hit + 1) * pageSize);
    const before = Buffer.from(page);
    const length = seed % 3 === 0 ? pageSize : 16 + random(1000);
    const at = random(pageSize - length + 1);
    for (let index = at; index < at + length; index += 1) page[index] = seed % 5 === 0 ? 0 : random(256);
    writeFileSync(file, bytes);

    expect(await mend(file)).toMatchObject({ ok: true });
    const database = openMended(file);
    const there = new Map(outboxOf(database).map((row) => [row.sequence, row]));
    for (const row of store.outbox) if (!liesIn(before, row)) expect(there.get(row.sequence)).toEqual(row);
    const held = new Map(holdsOf(database).map((hold) => [hold.reservationId, hold]));
    for (const hold of store.holds) {
      if (!before.includes(hold.reservationId + hold.sessionId))
        expect(held.get(hold.reservationId)).toEqual(hold);
    }
    const { restored } = readHistory(file);
    // What is overwritten from end to end is seen; a few bytes may have lain where there is nothing.
    if (length === pageSize && holding.includes(hit)) expect(restored).not.toBeNull();
    if (restored) expect(restored.operations + restored.lost).toBe(operations);
    await writeOperation(database, operations + 1);
    await database.close();
  },
);

test('a file whose first page is gone gives everything else, and is kept aside', async () => {
  const file = store.layOut('closed');
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 0, pageSize));
  expect(await mend(file)).toEqual({
    ok: true,
    value: { checkedAt: 1000, restored: { at: 1000, operations, lost: 0 } },
  });
  const aside = path.join(path.dirname(file), 'damaged', '1970-01-01T00-00-01-000Z');
  expect(warnings.at(-1)).toBe(
    `${file} was damaged (SQLITE_NOTADB). Operations that waited for the hub: 300 saved, 0 not readable. The damaged file is in ${aside}; the hub brings the rest.`,
  );
  expect(readFileSync(path.join(aside, 'shop.sqlite')).equals(bytes)).toBe(true);
  const database = openMended(file);
  expect(outboxOf(database)).toEqual(store.outbox);
  expect(holdsOf(database)).toEqual(store.holds);
  const all = async (table: 'session' | 'refusedOperation' | 'reservationNumber' | 'replica' | 'product') =>
    database.query.selectFrom(table).selectAll().execute();
  expect(await all('session')).toMatchObject([{ sessionId: testId(800) }]);
  expect(await all('refusedOperation')).toMatchObject([{ operationId: testId(600), reason: 'no' }]);
  expect(await all('reservationNumber')).toEqual([{ storeId: shop.storeId, day: '2026-11-22', last: 142 }]);
  expect(await all('replica')).toMatchObject([
    { epoch: null, cursor: null, syncedAt: null, lastSequence: operations, confirmedSequence: 0 },
  ]);
  expect(await all('product')).toEqual([]);
  await database.close();
});

test('a log that is cut off anywhere gives what was committed before', async () => {
  const log = readFileSync(path.join(store.folder, 'killed', 'shop.sqlite-wal'));
  const random = createRandom(77);
  for (let round = 0; round < 12; round += 1) {
    const file = store.layOut('killed');
    const left = log.subarray(0, round === 0 ? 0 : random(log.length));
    writeFileSync(`${file}-wal`, left);
    expect(await mend(file)).toMatchObject({ ok: true, value: { restored: null } });
    const database = openMended(file);
    const there = outboxOf(database);
    expect(there).toEqual(store.outbox.slice(0, there.length));
    expect(there.length).toBeGreaterThanOrEqual(operations - 20);
    expect(holdsOf(database)).toHaveLength(there.filter(({ sequence }) => sequence % 3 === 0).length);
    await writeOperation(database, there.length + 1);
    await database.close();
  }
});

test('a log that is damaged before its end, which SQLite passes over, gives what lies in its other frames', async () => {
  const frame = pageSize + 24;
  const random = createRandom(78);
  for (let round = 0; round < 12; round += 1) {
    const file = store.layOut('killed');
    const log = readFileSync(`${file}-wal`);
    const frames = (log.length - 32) / frame;
    const hit = random(frames - 12);
    for (let index = 0; index < 200; index += 1) log[32 + hit * frame + 24 + random(pageSize)] = random(256);
    writeFileSync(`${file}-wal`, log);
    expect(await mend(file)).toMatchObject({ ok: true, value: { restored: { operations, lost: 0 } } });
    const database = openMended(file);
    expect(outboxOf(database)).toEqual(store.outbox);
    expect(holdsOf(database)).toEqual(store.holds);
    await database.close();
  }
});
