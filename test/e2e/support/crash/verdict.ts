import type { KioskLaunch } from '../../../../src/cli/demo/launch-kiosk.ts';
import { kioskFile, rows } from '../databases.ts';
import type { Ledger } from './ledger.ts';
import type { World } from './world.ts';

/** A kiosk that has been closed after it was in step with the hub, and what it had said yes to. */
export interface Witness {
  readonly launch: KioskLaunch;
  readonly ledger: Ledger;
}

/** What the issue promises, looked up in the files of the hub and of every kiosk. Words for a person; empty when all holds. */
export async function verdict(
  world: World,
  witnesses: readonly Witness[],
  webHolds: ReadonlySet<string>,
): Promise<string[]> {
  const wrong = [...(await stockAddsUp(world)), ...(await webHoldsKept(world, webHolds))];
  for (const witness of witnesses) {
    const problems = [
      ...(await acknowledgedIsThere(world, witness)),
      ...(await eachOnce(world, witness)),
      ...(await inStep(world, witness)),
    ];
    wrong.push(...problems.map((problem) => `${witness.launch.name}: ${problem}`));
  }
  return wrong;
}

const ended = `('cancelled', 'expired', 'returned', 'bought')`;

/** Never more promised than exists. */
async function stockAddsUp({ hubFile }: World): Promise<string[]> {
  const oversold = await rows<{ storeId: string; sku: string; onHand: number; promised: number }>(
    hubFile,
    `SELECT stock.storeId, stock.sku, onHand, reserved + safety + coalesce(sum(deviceGrant.granted - deviceGrant.spent), 0) AS promised
     FROM stock LEFT JOIN deviceGrant USING (storeId, sku) GROUP BY stock.storeId, stock.sku HAVING promised > onHand`,
  );
  const miscounted = await rows<{ sku: string; reserved: number; held: number }>(
    hubFile,
    `SELECT stock.sku, reserved, coalesce(sum(quantity), 0) AS held
     FROM stock LEFT JOIN reservation ON reservation.sku = stock.sku AND reservation.storeId = stock.storeId
       AND state NOT IN ${ended}
     GROUP BY stock.storeId, stock.sku HAVING held <> reserved`,
  );
  return [
    ...oversold.map((row) => `${row.promised} of ${row.sku} promised, ${row.onHand} there`),
    ...miscounted.map((row) => `${row.sku}: ${row.reserved} counted as held, holds are for ${row.held}`),
  ];
}

async function webHoldsKept({ hubFile }: World, holds: ReadonlySet<string>): Promise<string[]> {
  const active = await rows<{ reservationId: string }>(
    hubFile,
    `SELECT reservationId FROM reservation WHERE state NOT IN ${ended} OR expiresAt < ?`,
    Date.now(),
  );
  const known = new Set(active.map(({ reservationId }) => reservationId));
  return [...holds].filter((id) => !known.has(id)).map((id) => `web hold ${id} is gone`);
}

/** Nothing acknowledged is missing, and each hold is in the state that was acknowledged last. */
async function acknowledgedIsThere({ hubFile }: World, { ledger }: Witness): Promise<string[]> {
  const found = await rows<{ reservationId: string; sku: string; quantity: number; state: string }>(
    hubFile,
    'SELECT reservationId, reservation.sku, quantity, state FROM reservation',
  );
  const atHub = new Map(found.map((row) => [row.reservationId, row]));
  return ledger.all().flatMap((promised) => {
    const { reservationId, sku, quantity, cancelled, expiresAt } = promised;
    const row = atHub.get(reservationId);
    if (row === undefined) return [`acknowledged, not at the hub: ${reservationId} of ${sku}`];
    const states = [
      ...(cancelled === 'yes' ? [] : ['requested']),
      ...(cancelled === 'no' ? [] : ['cancelled']),
      ...(expiresAt < Date.now() ? ['expired'] : []),
    ];
    const asPromised = row.sku === sku && row.quantity === quantity && states.includes(row.state);
    return asPromised ? [] : [`${JSON.stringify(row)} at the hub, ${JSON.stringify(promised)} acknowledged`];
  });
}

/** Every operation took effect once: no gap, no refusal, as many holds as were made. */
async function eachOnce({ hubFile }: World, { launch }: Witness): Promise<string[]> {
  const [replica] = await rows<{ lastSequence: number }>(
    kioskFile(launch.dataFolder),
    'SELECT lastSequence FROM replica',
  );
  const [device] = await rows<{ deviceId: string; appliedSequence: number }>(
    hubFile,
    'SELECT deviceId, appliedSequence FROM device WHERE name = ? ORDER BY deviceIndex DESC LIMIT 1',
    launch.name,
  );
  if (!replica || !device) return ['has no row of its own at the hub'];
  const operations = await rows<{ sequence: number; type: string; failure: string | null }>(
    hubFile,
    'SELECT sequence, type, failure FROM appliedOperation WHERE deviceId = ? ORDER BY sequence',
    device.deviceId,
  );
  const made = operations.filter(({ type, failure }) => type === 'reservation-made' && failure === null);
  const [holds] = await rows<{ count: number }>(
    hubFile,
    'SELECT count(*) AS count FROM holdOrigin WHERE deviceId = ?',
    device.deviceId,
  );
  return [
    // What the hub has may still wait here for its receipt: a kiosk that closes ends its session, and does not stay for the answer.
    ...(operations.every(({ sequence }, index) => sequence === index + 1) ? [] : ['the sequence has a gap']),
    ...(operations.length === replica.lastSequence && device.appliedSequence === replica.lastSequence
      ? []
      : [`made ${replica.lastSequence} operations, ${operations.length} at the hub`]),
    ...operations.flatMap(({ type, failure }) => (failure === null ? [] : [`refused ${type}: ${failure}`])),
    ...(made.length === holds?.count ? [] : [`made ${made.length} holds, ${holds?.count} at the hub`]),
  ];
}

/** All converge: the kiosk's rows are the hub's. */
async function inStep({ hubFile }: World, { launch }: Witness): Promise<string[]> {
  const stockAtHub = await rows<{ row: string }>(
    hubFile,
    `SELECT json_array(stock.storeId, stock.sku, onHand, reserved, safety,
       coalesce(deviceGrant.granted, 0), coalesce(deviceGrant.spent, 0)) AS row
     FROM stock LEFT JOIN deviceGrant ON deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku
       AND deviceId = (SELECT deviceId FROM device WHERE name = ? ORDER BY deviceIndex DESC LIMIT 1)
     ORDER BY stock.storeId, stock.sku`,
    launch.name,
  );
  const stockHere = await rows<{ row: string }>(
    kioskFile(launch.dataFolder),
    `SELECT json_array(storeId, sku, onHand, reserved, safety, granted, spent) AS row FROM stock ORDER BY storeId, sku`,
  );
  const products = 'SELECT document AS row FROM product ORDER BY handle';
  return [
    ...differences('stock', stockAtHub, stockHere),
    ...differences(
      'product',
      await rows<{ row: string }>(hubFile, products),
      await rows<{ row: string }>(kioskFile(launch.dataFolder), products),
    ),
  ];
}

function differences(
  what: string,
  atHub: readonly { readonly row: string }[],
  here: readonly { readonly row: string }[],
): string[] {
  const hub = new Set(atHub.map(({ row }) => row));
  const kiosk = new Set(here.map(({ row }) => row));
  const missing = [...hub].filter((row) => !kiosk.has(row));
  const extra = [...kiosk].filter((row) => !hub.has(row));
  if (missing.length === 0 && extra.length === 0) return [];
  const some = [...missing.slice(0, 3), '≠', ...extra.slice(0, 3)].map((row) => row.slice(0, 120)).join(' ');
  return [`${missing.length} rows of ${what} lack, ${extra.length} are too many: ${some}`];
}
