import type { Connection, SqlValue } from '../connection.ts';
import type { Pages } from './pages.ts';
import { type RawRow, rowsOfPage } from './records.ts';

export type Row = Readonly<Record<string, SqlValue>>;

interface VitalTable {
  readonly name: string;
  /** Values that its rows have at least: the columns that the table began with. */
  readonly least: number;
  /** What tells its rows from those of other tables and from damage. */
  readonly accepts: (row: Row) => boolean;
}

const isUuid = (value: SqlValue | undefined): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
const isPositive = (value: SqlValue | undefined): boolean => Number.isSafeInteger(value) && Number(value) > 0;

function jsonOf(value: SqlValue | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(String(value));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** What exists nowhere else: promises, what the hub has not heard, and the numbers that both are told apart by. */
const vitalTables: readonly VitalTable[] = [
  {
    name: 'replica',
    least: 8,
    accepts: ({ id, lastSequence, confirmedSequence }) =>
      id === 1 && Number(lastSequence) >= Number(confirmedSequence) && Number(confirmedSequence) >= 0,
  },
  {
    name: 'outbox',
    least: 5,
    accepts: ({ sequence, operationId, body }) =>
      isPositive(sequence) && isUuid(operationId) && typeof jsonOf(body).type === 'string',
  },
  {
    name: 'refusedOperation',
    least: 6,
    accepts: ({ operationId, type, at }) =>
      isUuid(operationId) && isPositive(at) && /^[a-z-]+$/.test(String(type)),
  },
  {
    name: 'reservation',
    least: 12,
    accepts: ({ reservationId, quantity, number, operationSequence }) =>
      isUuid(reservationId) && isPositive(quantity) && isPositive(number) && isPositive(operationSequence),
  },
  {
    name: 'reservationNumber',
    least: 3,
    accepts: ({ day, last }) => /^\d{4}-\d\d-\d\d$/.test(String(day)) && isPositive(last),
  },
  {
    name: 'journal',
    least: 4,
    accepts: ({ sequence, operationId, body }) =>
      isPositive(sequence) && isUuid(operationId) && typeof jsonOf(body).type === 'string',
  },
  {
    name: 'usedCode',
    least: 2,
    accepts: ({ tokenId, usedAt }) => /^[\w-]{8}$/.test(String(tokenId)) && Number(usedAt) > 1e12,
  },
  {
    name: 'session',
    least: 3,
    accepts: ({ sessionId, document }) => isUuid(sessionId) && jsonOf(document).sessionId === sessionId,
  },
];

export const vitalNames: readonly string[] = vitalTables.map(({ name }) => name);

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  /** Its place in the primary key, from 1; 0: none. */
  readonly pk: number;
}

/** Reads the vital tables' rows out of a damaged file, by the columns that a whole one of its version has. */
export function findVitalRows(pages: Pages, whole: Connection): ReadonlyMap<string, readonly Row[]> {
  const tables = vitalTables
    .map((table) => ({
      ...table,
      columns: whole.prepare<Column>(`PRAGMA table_info(${table.name})`).all(),
      found: new Map<string, Row>(),
    }))
    .filter(({ columns }) => columns.length > 0);
  for (const raw of allRows(pages)) {
    for (const { columns, least, accepts, found } of tables) {
      const row = raw.values.length >= least ? fitColumns(raw, columns) : undefined;
      if (row === undefined || !accepts(row)) continue;
      const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => row[name]);
      found.set(JSON.stringify(key), row);
    }
  }
  return new Map(tables.map(({ name, found }) => [name, [...found.values()]]));
}

/** Of all pages; a row that is found more than once, in its last state at the end. */
function* allRows(pages: Pages): Generator<RawRow> {
  for (let number = 1; number <= pages.count; number += 1) {
    for (const page of pages.earlier(number)) yield* rowsOfPage(pages, number, page);
  }
  for (let number = 1; number <= pages.count; number += 1) yield* rowsOfPage(pages, number);
}

/** Names of the migrations that a damaged file has seen, as far as they can be read. */
export function findMigrations(pages: Pages): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { values } of allRows(pages)) {
    const [name, at] = values;
    if (values.length !== 2 || typeof at !== 'number') continue;
    if (typeof name === 'string') names.add(name);
  }
  return names;
}

/** Undefined where the values are not of such a table. Columns that were added later may be missing. */
function fitColumns({ rowid, values }: RawRow, columns: readonly Column[]): Row | undefined {
  if (values.length > columns.length) return undefined;
  const row: Record<string, SqlValue> = {};
  for (const [index, stored] of values.entries()) {
    const column = columns[index];
    if (column === undefined) return undefined;
    const isRowid = column.pk === 1 && column.type === 'INTEGER' && rowid !== null;
    const value = isRowid ? rowid : (stored ?? null);
    const fits = column.type === 'INTEGER' ? Number.isSafeInteger(value) : typeof value === 'string';
    if (value === null ? column.notnull === 1 : !fits) return undefined;
    row[column.name] = value;
  }
  return row;
}
