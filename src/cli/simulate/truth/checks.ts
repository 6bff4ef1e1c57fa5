import type { Kiosk } from '../world/kiosk.ts';
import type { Machine } from '../world/machine.ts';
import { skus } from '../world/templates.ts';
import type { World } from '../world/world.ts';
import type { HubFacts, KioskFacts } from './facts.ts';
import type { HolderClocks } from './ledger.ts';
import type { Violation } from './violation.ts';

/** What must hold at the hub after each of its writes. */
export function checkHub(world: World, facts: HubFacts): Violation | undefined {
  const { hub, ledger, units } = world;
  const [refused] = facts.refusedHolds;
  if (refused !== undefined) {
    return { invariant: 'refused', message: `The hub refused a hold that a kiosk had made: ${refused}` };
  }
  // A restored hub may still count rights that their holder has given back meanwhile.
  const recovering = facts.devices.some(({ unheardUntil }) => unheardUntil !== null);
  for (const { sku, onHand, reserved, safety } of recovering ? [] : facts.stock) {
    let bound = reserved + safety;
    for (const grants of facts.grants.values()) {
      const own = grants.get(sku);
      if (own) bound += own.granted - own.spent;
    }
    if (bound <= onHand + units.missing(sku)) continue;
    return {
      invariant: 'rights exceed stock',
      message: `Of ${sku} there are ${onHand}; the hub has held, kept back and granted ${bound}.`,
    };
  }
  const own = facts.holds.filter(({ origin }) => origin === null);
  return ledger.compare(hub.name, own, clocksOf(world, hub));
}

/** What must hold at a kiosk after each of its writes. All reservations in its file are its own. */
export const checkKiosk = (world: World, kiosk: Kiosk, facts: KioskFacts): Violation | undefined =>
  world.ledger.compare(kiosk.name, facts.holds, clocksOf(world, kiosk));

export const clocksOf = ({ scheduler, hub }: World, { clock }: Machine<unknown>): HolderClocks => ({
  wall: clock.now(),
  time: scheduler.now(),
  distrusted: clock.isSetBack(),
  hubWall: hub.clock.now(),
});

/** Units promised to people, by the harness's own book, against units that exist. */
export function checkPromises({ ledger, units }: World): Violation | undefined {
  for (const sku of skus) {
    const [kept, sold, existing] = [ledger.kept(sku), units.sold(sku), units.everThere(sku)];
    if (kept + sold <= existing) continue;
    return {
      invariant: 'oversold',
      message: `Of ${sku} there were ${existing}; sold are ${sold}, promised ${kept}: ${ledger.describe(sku)}.`,
    };
  }
  return undefined;
}

const noRights = { granted: 0, spent: 0, recall: 0 };

/**
 * A row that has not changed at the hub since a kiosk's cursor must be in the kiosk as the hub has it: otherwise the kiosk
 * would never hear of it again.
 */
export function checkCursor(kiosk: Kiosk, facts: KioskFacts, hub: HubFacts): Violation | undefined {
  // Cursors of another term may be of a past that is not this hub's.
  if (facts.cursor === null || facts.epoch !== hub.term) return undefined;
  const place = Number.parseInt(facts.cursor, 10);
  const grants = hub.grants.get(kiosk.deviceId);
  for (const row of hub.stock) {
    if (row.changedAt > place) continue;
    const own = facts.stock.find(({ sku }) => sku === row.sku);
    const { granted, spent, recall } = grants?.get(row.sku) ?? noRights;
    if (
      own?.onHand === row.onHand &&
      own.reserved === row.reserved &&
      own.safety === row.safety &&
      own.granted === granted &&
      own.spent === spent &&
      own.recall === recall
    ) {
      continue;
    }
    return {
      invariant: 'cursor ahead of rows',
      message: `${kiosk.name} has read up to ${facts.cursor}, and of ${row.sku} it has ${JSON.stringify(own)}; the hub has ${JSON.stringify({ ...row, granted, spent, recall })}.`,
    };
  }
  return undefined;
}
