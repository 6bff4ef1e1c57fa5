import pg from 'pg';
import { v7 } from 'uuid';

/** The server of this run; the first who asks has it started. */
async function serverUrl(): Promise<string> {
  const desk = process.env.AISLE_TEST_POSTGRES_AT;
  if (desk === undefined) throw new Error('These tests run in the vitest project "integration"');
  const answer = await fetch(desk);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** A new database on the server of this run; gives its URL. */
export const freshDatabase = (): Promise<string> => makeDatabase("ENCODING 'UTF8' TEMPLATE template0");

/** A copy of a database that nobody is connected to; gives its URL. */
export const copyDatabase = (url: string): Promise<string> =>
  makeDatabase(`TEMPLATE ${new URL(url).pathname.slice(1)}`);

async function makeDatabase(how: string): Promise<string> {
  const url = new URL(await serverUrl());
  const name = `test_${v7().replaceAll('-', '')}`;
  await askDatabase(url.href, `CREATE DATABASE ${name} ${how}`);
  url.pathname = `/${name}`;
  return url.href;
}

/** A statement beside the hub, in PostgreSQL's own words. */
export async function askDatabase<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
