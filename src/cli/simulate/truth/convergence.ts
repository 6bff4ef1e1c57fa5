import type { Kiosk } from '../world/kiosk.ts';
import type { World } from '../world/world.ts';
import { decidedOperations, type HoldRow, isPromised, pendingUnits, readHub, readKiosk } from './facts.ts';
import type { Violation } from './violation.ts';

/**
 * An associate at a machine that had not heard of the hold's end went for the piece, or handed it over: at the hub the hold goes on
 * (`decideStep`), while its kiosk, which has ended it, only has the rows of the stock that count it.
 */
const isTakenOn = (own: HoldRow, atHub: HoldRow): boolean =>
  own.state === 'expired' && (atHub.state === 'picked' || atHub.state === 'handed-over');

/** What a kiosk and the hub do not agree on yet; undefined when they do. */
function difference(world: World, kiosk: Kiosk): string | undefined {
  const [hubProcess, process] = [world.hub.process(), kiosk.process()];
  if (!hubProcess || !process) return 'a machine is down';
  const [hub, own] = [readHub(hubProcess), readKiosk(process)];
  // Rows may agree by chance with those of a hub that has been restored meanwhile.
  if (own.epoch !== hub.term) return 'it has not heard the hub since that was started';
  const device = hub.devices.find(({ deviceId }) => deviceId === kiosk.deviceId);
  if (device?.unheardUntil != null) return 'the hub has not heard again what it had done';
  if (own.waiting.length > 0) return `${own.waiting.length} operations wait`;
  const pending = pendingUnits(process);
  if (pending > 0) return `of its holds ${pending} units are not in its rows`;
  const grants = hub.grants.get(kiosk.deviceId);
  const rows = hub.stock.map(({ changedAt: _, ...row }) => ({
    ...row,
    ...(grants?.get(row.sku) ?? { granted: 0, spent: 0, recall: 0 }),
  }));
  if (JSON.stringify(own.stock) !== JSON.stringify(rows)) {
    return `its stock is ${JSON.stringify(own.stock)}, the hub's ${JSON.stringify(rows)}`;
  }
  const atHub = new Map(hub.holds.map((row) => [row.reservationId, row]));
  for (const hold of own.holds) {
    const known = atHub.get(hold.reservationId);
    if (known !== undefined && (isPromised(hold) === isPromised(known) || isTakenOn(hold, known))) continue;
    return `its hold of ${hold.quantity} ${hold.sku} is ${hold.state}, at the hub it is ${known?.state ?? 'missing'}`;
  }
  return undefined;
}

/** Whether all machines agree: the first difference in words, undefined when there is none. */
export function firstDifference(world: World): string | undefined {
  for (const kiosk of world.kiosks) {
    const found = difference(world, kiosk);
    if (found) return `${kiosk.name}: ${found}`;
  }
  return undefined;
}

/** What must hold whenever all has come to rest: sums, and each acknowledged operation decided once. */
export const checkAtRest = (world: World): Violation | undefined => checkSums(world) ?? checkDecided(world);

function checkSums({ hub, units }: World): Violation | undefined {
  const process = hub.process();
  if (!process) return undefined;
  const facts = readHub(process);
  for (const { sku, onHand, reserved } of facts.stock) {
    const held = facts.holds
      .filter((hold) => hold.sku === sku && isPromised(hold))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    if (reserved !== held) {
      return { invariant: 'not converged', message: `Of ${sku} ${reserved} are reserved, and ${held} held.` };
    }
    const existing = units.onHand(sku);
    if (onHand !== existing) {
      return {
        invariant: 'not converged',
        message: `Of ${sku} ${onHand} are on hand, and ${existing} exist.`,
      };
    }
  }
  return undefined;
}

/** Each acknowledged operation is decided at the hub, none that no kiosk made is, and staff can see those refused. */
function checkDecided({ hub, kiosks, operations }: World): Violation | undefined {
  const process = hub.process();
  if (!process) return undefined;
  const decided = new Map(decidedOperations(process).map((row) => [row.operationId, row]));
  for (const [operationId, { device, type }] of operations.acknowledged()) {
    if (decided.has(operationId) || operations.mayBeLost(type)) continue;
    return {
      invariant: 'lost',
      message: `${type} ${operationId} of ${device} was acknowledged, and the hub has never decided it.`,
    };
  }
  const visible = new Set(
    kiosks.flatMap((kiosk) => {
      const running = kiosk.process();
      return running ? readKiosk(running).refused : [];
    }),
  );
  for (const { operationId, type, failure } of decided.values()) {
    if (!operations.isKnown(operationId)) {
      return {
        invariant: 'unknown operation',
        message: `The hub has decided ${type} ${operationId}, which no one made.`,
      };
    }
    if (failure === null || visible.has(operationId)) continue;
    return { invariant: 'lost', message: `The hub refused ${type} ${operationId}, and no staff can see it.` };
  }
  return undefined;
}
