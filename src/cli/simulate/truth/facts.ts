import type { OperationBody } from '../../../contracts/operation.ts';
import { activeStates } from '../../../contracts/reservation.ts';
import type { LeaseMark } from '../../../core/stock/lease.ts';
import type { Connection } from '../../../platform/store/connection.ts';
import type { HubProcess } from '../world/hub.ts';
import type { KioskProcess } from '../world/kiosk.ts';

/*
 * What the harness reads in the machines' own tables, to compare it with what it knows itself. One statement a machine,
 * which gives one text: crossing into SQLite and back is what costs.
 */

/** A reservation as a machine's table has it. */
export interface HoldRow {
  readonly reservationId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** The device that made it, at the hub; null otherwise. */
  readonly origin: string | null;
}

export interface StockRow {
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
}

/** Of one device at the hub; instants in milliseconds since 1970, null when there is none. */
export interface DeviceRow {
  readonly deviceId: string;
  readonly leaseUntil: number | null;
  /** Until then a restored hub waits for the device to say what it did. */
  readonly unheardUntil: number | null;
}

/** Rights of one device for one variant. */
export interface Grant {
  readonly granted: number;
  readonly spent: number;
  readonly recall: number;
}

export interface KioskFacts {
  readonly holds: readonly HoldRow[];
  readonly stock: readonly (StockRow & Grant)[];
  /** How far it has read the feed, and in which term of the hub; null before the first time. */
  readonly cursor: string | null;
  readonly epoch: string | null;
  readonly lease: LeaseMark;
  /** Operations that wait to be sent, with what those about stock alone say. */
  readonly waiting: readonly { readonly operationId: string; readonly body: OperationBody | null }[];
  /** Operations that staff can see refused. */
  readonly refused: readonly string[];
}

export interface HubFacts {
  readonly holds: readonly HoldRow[];
  /** With the place of the row's last change in the feed. */
  readonly stock: readonly (StockRow & { readonly changedAt: number })[];
  /** By device and variant. */
  readonly grants: ReadonlyMap<string, ReadonlyMap<string, Grant>>;
  readonly devices: readonly DeviceRow[];
  readonly term: string;
  readonly refusedHolds: readonly string[];
}

type Cell = string | number | null;

const readJson = <T>(connection: Connection, sql: string): T => {
  const row = connection.prepare<{ facts: string }>(sql).first();
  if (row === undefined) throw new Error('A statement without FROM gives a row');
  return JSON.parse(row.facts) as T;
};

const toHold = ([reservationId, sku, quantity, state, expiresAt, origin]: Cell[]): HoldRow =>
  ({ reservationId, sku, quantity, state, expiresAt, origin: origin ?? null }) as HoldRow;

const list = (columns: string, from: string): string =>
  `(SELECT json_group_array(json_array(${columns})) FROM ${from})`;

const holdColumns = 'reservation.reservationId, sku, quantity, state, expiresAt';
const kioskSql = `SELECT json_array(
  ${list(holdColumns, 'reservation')},
  ${list('sku, onHand, reserved, safety, granted, spent, recall', '(SELECT * FROM stock ORDER BY sku)')},
  (SELECT json_array(cursor, epoch, lease, leaseMs, leaseWall, leaseUptime, seenAt) FROM replica),
  (SELECT json_group_array(json_array(operationId, CASE WHEN body LIKE '{"type":"stock-%' THEN json(body) END))
    FROM outbox),
  (SELECT json_group_array(operationId) FROM refusedOperation)) AS facts`;

export function readKiosk({ local }: KioskProcess): KioskFacts {
  type Mark = [string | null, string | null, number, number | null, number, number, number];
  type Read = [Cell[][], Cell[][], Mark, [string, OperationBody | null][], string[]];
  const [holds, stock, mark, waiting, refused] = readJson<Read>(local.database.connection, kioskSql);
  const [cursor, epoch, lease, leaseMs, leaseWall, leaseUptime, seenAt] = mark;
  return {
    holds: holds.map(toHold),
    stock: stock.map(
      ([sku, onHand, reserved, safety, granted, spent, recall]) =>
        ({ sku, onHand, reserved, safety, granted, spent, recall }) as StockRow & Grant,
    ),
    cursor,
    epoch,
    lease: { lease, leaseMs, leaseWall, leaseUptime, seenAt },
    waiting: waiting.map(([operationId, body]) => ({ operationId, body })),
    refused,
  };
}

const hubSql = `SELECT json_array(
  ${list(`${holdColumns}, deviceId`, 'reservation LEFT JOIN holdOrigin USING (reservationId)')},
  ${list('sku, onHand, reserved, safety, cursor', `(SELECT * FROM stock JOIN feedEntry ON kind = 'stock' AND key1 = storeId AND key2 = sku ORDER BY sku)`)},
  ${list('deviceId, sku, granted, spent, recall', 'deviceGrant')},
  ${list('deviceId, leaseUntil, unheardUntil', 'device')},
  (SELECT termId FROM term ORDER BY number DESC LIMIT 1),
  (SELECT json_group_array(failure) FROM appliedOperation
    WHERE failure IS NOT NULL AND type = 'reservation-made')) AS facts`;

export function readHub({ file }: HubProcess): HubFacts {
  type Read = [Cell[][], Cell[][], Cell[][], Cell[][], string, string[]];
  const [holds, stock, rights, devices, term, refusedHolds] = readJson<Read>(file.connection, hubSql);
  const grants = new Map<string, Map<string, Grant>>();
  for (const [deviceId, sku, granted, spent, recall] of rights) {
    const own = grants.get(String(deviceId)) ?? new Map<string, Grant>();
    grants.set(String(deviceId), own.set(String(sku), { granted, spent, recall } as Grant));
  }
  return {
    holds: holds.map(toHold),
    stock: stock.map(
      ([sku, onHand, reserved, safety, changedAt]) =>
        ({ sku, onHand, reserved, safety, changedAt }) as HubFacts['stock'][number],
    ),
    grants,
    devices: devices.map(
      ([deviceId, leaseUntil, unheardUntil]) => ({ deviceId, leaseUntil, unheardUntil }) as DeviceRow,
    ),
    term,
    refusedHolds,
  };
}

const active: ReadonlySet<string> = new Set(activeStates);
/** Whether the units of a reservation in this state are promised. */
export const isPromised = ({ state }: { readonly state: string }): boolean => active.has(state);

/** Units under a kiosk's holds that its rows do not include yet. */
export const pendingUnits = ({ local }: KioskProcess): number =>
  local.database.connection
    .prepare<{ units: number | null }>('SELECT sum(pending) AS units FROM stockPosition')
    .first()?.units ?? 0;

export interface DecidedOperation {
  readonly operationId: string;
  readonly type: string;
  readonly failure: string | null;
}

export const decidedOperations = ({ file }: HubProcess): readonly DecidedOperation[] =>
  file.connection.prepare<DecidedOperation>('SELECT operationId, type, failure FROM appliedOperation').all();
