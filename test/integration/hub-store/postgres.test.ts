import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Announcement } from '../../../src/platform/hub-store/hub-database.ts';
import { readIdentity } from '../../../src/platform/hub-store/hub-identity.ts';
import { openHubStorage } from '../../../src/platform/hub-store/hub-storage.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { openPostgresHub, type PostgresHub } from '../../../src/platform/hub-store/postgres/postgres-hub.ts';
import { createSqliteCatalogue } from '../../../src/platform/store/catalogue.ts';
import { newReservation, stock, storeId } from './fixtures.ts';
import { askDatabase, freshDatabase } from './test-server.ts';

const environment = { now: Date.now, newId: v7 };

describe('two processes on one PostgreSQL', () => {
  let url: string;
  let one: PostgresHub;
  let two: PostgresHub;
  const problems: Error[] = [];
  const open = async () => {
    const opened = await openPostgresHub(url, environment, (error) => problems.push(error));
    if (!opened.ok) throw new Error(opened.failure.message);
    return opened.value;
  };
  const listenTo = (hub: PostgresHub) => {
    const heard: { readonly announcement: Announcement; readonly here: boolean }[] = [];
    const stop = hub.subscribe((announcement, here) => heard.push({ announcement, here }));
    stopping.push(stop);
    return heard;
  };
  const stopping: (() => void)[] = [];

  beforeAll(async () => {
    url = await freshDatabase();
    [one, two] = await Promise.all([open(), open()]);
  });
  afterEach(() => {
    for (const stop of stopping.splice(0)) stop();
  });
  afterAll(async () => {
    await one.close();
    await two.close();
  });

  test('opened at the same moment on an empty database they are one hub', async () => {
    expect(await readIdentity(two.sql)).toEqual(await readIdentity(one.sql));
  });

  test('what one says the other hears, once, and knows that it came from elsewhere', async () => {
    const [here, there] = [listenTo(one), listenTo(two)];
    await one.transaction(async ({ announce }) => {
      announce({ type: 'session-changed', sessionId: 's-1', by: null });
      announce({ type: 'handover-used', sessionId: 's-1' });
    });
    await expect.poll(() => there).toHaveLength(2);
    expect(there).toEqual([
      { announcement: { type: 'session-changed', sessionId: 's-1', by: null }, here: false },
      { announcement: { type: 'handover-used', sessionId: 's-1' }, here: false },
    ]);
    await stock(two, 'kurta', 1);
    await expect
      .poll(() => here.at(-1))
      .toMatchObject({ announcement: { type: 'feed-advanced' }, here: false });
    expect(here.filter((one) => one.here)).toHaveLength(2);
    const rolledBack = one.transaction(async ({ announce }) => {
      announce({ type: 'message-waiting' });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await two.transaction(async ({ announce }) => announce({ type: 'handover-used', sessionId: 's-2' }));
    await expect.poll(() => here.at(-1)?.announcement.type).toBe('handover-used');
    expect(there.map(({ announcement }) => announcement.type)).not.toContain('message-waiting');
  });

  test('of five units that both promise at once, sixteen times, five are promised', async () => {
    const sku = await stock(one, 'scarce', 5);
    const made = await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const operations = createHubOperations(index % 2 === 0 ? one : two);
        const sessionId = v7();
        await operations.execute({ type: 'session-started', sessionId, language: 'en' });
        const reservation = newReservation(sessionId, sku, Date.now());
        return operations.execute({ type: 'reservation-made', sessionId, reservation });
      }),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(5);
    expect(
      await two.transaction((transaction) => transaction.shop(null).stock.position(storeId, sku)),
    ).toMatchObject({ onHand: 5, reserved: 5, promisable: 0 });
    // Cursors have no gap and none is given twice.
    const entries = await one.sql.all<{ cursor: number }>('SELECT cursor FROM feedEntry ORDER BY cursor');
    expect(new Set(entries.map(({ cursor }) => cursor)).size).toBe(entries.length);
  });

  test('when connections are lost they come back, and nobody trusts what was not heard', async () => {
    const heard = listenTo(two);
    problems.length = 0;
    await askDatabase(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aisle hub'`,
    );
    await expect
      .poll(() => heard.map(({ announcement }) => announcement.type), { timeout: 10_000 })
      .toContain('announcements-missed');
    expect(problems.length).toBeGreaterThan(0);
    await expect.poll(() => one.transaction(async () => 'works').catch(() => 'not yet')).toBe('works');
    await expect
      .poll(
        async () => {
          await one.transaction(async ({ announce }) =>
            announce({ type: 'handover-used', sessionId: 's-3' }),
          );
          return heard.map(({ announcement }) => announcement.type);
        },
        { timeout: 10_000 },
      )
      .toContain('handover-used');
  });

  test('a connection that ends in the middle of a transaction ends it, and the next one works', async () => {
    const failing = one.transaction(async ({ sql }) => {
      await sql.run('UPDATE hub SET lastOrderNumber = 77');
      const own = await sql.first<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await askDatabase(url, `SELECT pg_terminate_backend(${own?.pid})`);
      await sql.run('UPDATE hub SET lastOrderNumber = 78');
    });
    await expect(failing).rejects.toThrow('PostgreSQL');
    expect(await one.sql.first('SELECT lastOrderNumber FROM hub')).toEqual({ lastOrderNumber: 10_000 });
    await one.transaction(({ sql }) => sql.run('UPDATE hub SET lastOrderNumber = 10001'));
  });

  test('one that PostgreSQL breaks off because of a deadlock is run again from its beginning', async () => {
    await one.transaction(({ sql }) => sql.run(`INSERT INTO offer (code, document) VALUES ('D', '{}')`));
    const operator = new pg.Client({ connectionString: url });
    await operator.connect();
    let attempts = 0;
    let waiting: Promise<unknown> | undefined;
    await one.transaction(async ({ sql }) => {
      attempts += 1;
      if (waiting === undefined) {
        await operator.query(`BEGIN; SET LOCAL deadlock_timeout = '1min'; UPDATE offer SET generation = 1`);
        waiting = operator
          .query('UPDATE hub SET "sampleImportedAt" = NULL')
          .then(() => operator.query('COMMIT'));
      }
      await sql.run('UPDATE offer SET generation = generation + 10');
    });
    await waiting;
    await operator.end();
    // Whoever of the two gets the row of the hub first after that, it can come to a deadlock once more.
    expect(attempts).toBeGreaterThanOrEqual(2);
    expect(await one.sql.first(`SELECT generation FROM offer WHERE code = 'D'`)).toEqual({ generation: 11 });
  });

  test('a statement that failed is never taken for done, and its values are in no message', async () => {
    const phone = '+919800000009';
    const insert = `INSERT INTO customer (customerId, phone, document) VALUES (?, ?, '{}')`;
    await one.transaction(({ sql }) => sql.run(insert, 'c-1', phone));
    const swallowed = one.transaction(async ({ sql }) => {
      await sql.run('UPDATE hub SET lastOrderNumber = 99');
      await sql.run(insert, 'c-2', phone).catch((error: Error) => {
        expect(error.message).toContain('customer_phone_key');
        expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(phone);
      });
    });
    await expect(swallowed).rejects.toThrow('nothing of it is kept');
    expect(await one.sql.first('SELECT lastOrderNumber FROM hub')).toEqual({ lastOrderNumber: 10_001 });
  });
});

describe('search on a PostgreSQL hub', () => {
  test('reads a copy in the data folder, which follows the feed and is made anew when it is damaged', async () => {
    const url = await freshDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'aisle-search-'));
    const open = async () => {
      const opened = await openHubStorage({
        folder,
        databaseUrl: url,
        environment,
        onProblem: (error) => {
          throw error;
        },
      });
      if (!opened.ok) throw new Error(opened.failure.message);
      return opened.value;
    };
    const other = await openPostgresHub(url, environment, () => undefined);
    if (!other.ok) throw new Error(other.failure.message);
    const first = await open();
    const search = createSqliteCatalogue(first.catalogue);
    const found = async (text: string) => (await search.search(storeId, { text })).total;
    await stock(first.hub, 'silk', 2);
    await first.catchUp();
    expect(await found('silk')).toBe(1);
    await stock(other.value, 'linen', 2);
    await expect.poll(() => found('linen')).toBe(1);
    expect(await search.variant('linen-M-Red')).toMatchObject({ handle: 'linen', size: 'M' });
    await first.close();

    writeFileSync(path.join(folder, 'search.sqlite'), 'this is no database, whatever its name says');
    const second = await open();
    await second.catchUp();
    const again = createSqliteCatalogue(second.catalogue);
    expect((await again.search(storeId, { text: 'linen' })).total).toBe(1);
    await second.close();
    await other.value.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what cannot be opened is one line that says what to do, without the password', () => {
  const message = async (url: string) => {
    const opened = await openPostgresHub(url, environment, () => undefined);
    if (opened.ok) {
      await opened.value.close();
      throw new Error('It was opened');
    }
    expect(opened.failure.message).not.toContain('s3cret');
    expect(opened.failure.message).not.toContain('\n');
    return opened.failure.message;
  };

  test.each([
    'shop',
    'http://aisle:s3cret@db/shop',
    'postgres://aisle:s3cret@db',
    'postgres://aisle:s3cret@d b/x',
  ])('%s', async (url) => {
    expect(await message(url)).toBe('DATABASE_URL must be like postgres://user:password@host:5432/database.');
  });

  test('a server that is not there, a database that is not there', async () => {
    expect(await message('postgres://aisle:s3cret@127.0.0.1:1/shop')).toBe(
      'postgres://aisle@127.0.0.1:1/shop cannot be reached (ECONNREFUSED). Start PostgreSQL, or correct DATABASE_URL.',
    );
    const url = new URL(await freshDatabase());
    url.pathname = '/nowhere';
    url.password = 's3cret';
    expect(await message(url.href)).toContain('/nowhere does not exist. Create it with');
  });

  test('a newer schema, and one that cannot keep every text', async () => {
    const url = await freshDatabase();
    const opened = await openPostgresHub(url, environment, () => undefined);
    if (!opened.ok) throw new Error(opened.failure.message);
    await opened.value.close();
    await askDatabase(url, `INSERT INTO migration VALUES ('hub-999', 0)`);
    expect(await message(url)).toContain('was written by a newer version of Aisle (hub-999)');
    const name = new URL(url).pathname.slice(1);
    await askDatabase(url, `CREATE DATABASE ${name}_ascii ENCODING 'SQL_ASCII' TEMPLATE template0`);
    const ascii = new URL(url);
    ascii.pathname = `/${name}_ascii`;
    expect(await message(ascii.href)).toContain('keeps texts as SQL_ASCII');
  });
});
