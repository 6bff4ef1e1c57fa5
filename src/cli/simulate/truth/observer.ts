import type { Machine } from '../world/machine.ts';
import type { World } from '../world/world.ts';
import { checkCursor, checkHub, checkKiosk, checkPromises } from './checks.ts';
import { type HubFacts, type KioskFacts, readHub, readKiosk } from './facts.ts';
import type { Violation } from './violation.ts';

/** Looks into the machines after each event, and keeps what it saw last. */
export interface Observer {
  /** Reads what was written to and checks what that may have changed. Gives the machines that were written to. */
  look(world: World): ReadonlySet<Machine<unknown>>;
  hub(): HubFacts | undefined;
  kiosk(kiosk: Machine<unknown>): KioskFacts | undefined;
}

const openTransaction = (name: string): Violation => ({
  invariant: 'open transaction',
  message: `A transaction of ${name} stays open while everything waits.`,
});

export function createObserver(): Observer {
  let hubFacts: HubFacts | undefined;
  const kioskFacts = new Map<Machine<unknown>, KioskFacts>();

  const lookAtHub = (world: World): Violation | undefined => {
    const process = world.hub.process();
    if (!process) return undefined;
    if (process.file.connection.raw.inTransaction) return openTransaction(world.hub.name);
    hubFacts = readHub(process);
    return checkHub(world, hubFacts);
  };

  const lookAtKiosks = (world: World, written: ReadonlySet<Machine<unknown>>): Violation | undefined => {
    for (const kiosk of world.kiosks) {
      const process = kiosk.process();
      if (!process) continue;
      if (written.has(kiosk)) {
        if (process.local.database.connection.raw.inTransaction) return openTransaction(kiosk.name);
        const facts = readKiosk(process);
        kioskFacts.set(kiosk, facts);
        for (const { operationId, body } of facts.waiting) {
          world.operations.note(operationId);
          if (body) world.units.book(operationId, body);
        }
        const violation = checkKiosk(world, kiosk, facts);
        if (violation) return violation;
      }
      const known = kioskFacts.get(kiosk);
      const violation = known && hubFacts && checkCursor(kiosk, known, hubFacts);
      if (violation) return violation;
    }
    return undefined;
  };

  return {
    hub: () => hubFacts,
    kiosk: (kiosk) => kioskFacts.get(kiosk),
    look: (world) => {
      const written = new Set<Machine<unknown>>();
      for (const machine of [world.hub, ...world.kiosks]) {
        if (machine.process()?.life.disk.takeChanged()) written.add(machine);
      }
      if (written.size === 0) return written;
      const violation =
        (written.has(world.hub) ? lookAtHub(world) : undefined) ??
        lookAtKiosks(world, written) ??
        checkPromises(world);
      if (violation) world.report(violation);
      return written;
    },
  };
}
