import { leaseLeft } from '../../core/stock/lease.ts';
import { lapseSilentDevices } from '../../platform/hub-store/leases.ts';
import { forgetUnheard } from '../../platform/hub-store/recovery.ts';
import { isPromised } from './truth/facts.ts';
import { deviceSilenceMs } from './truth/ledger.ts';
import type { Observer } from './truth/observer.ts';
import type { Kiosk } from './world/kiosk.ts';
import type { Life, Machine } from './world/machine.ts';
import type { World } from './world/world.ts';

/** After a tick that could not end a hold, the next one is this much later. */
const againMs = 30_000;

/**
 * The timers of the machines, which end what is over once a second. Here they run only when something is due, which is
 * the same and spares the many times in between.
 */
export interface Ticks {
  /** Looks anew at when the next one is due: after a write, and when a clock was set. */
  plan(machine: Machine<unknown>): void;
}

export function createTicks(world: World, observer: Observer): Ticks {
  const { scheduler, hub, report } = world;
  const planned = new Map<Machine<unknown>, () => void>();
  const chance = world.random.split('ticks');

  const plan = (machine: Machine<unknown>, soonest: number): void => {
    planned.get(machine)?.();
    const timer = machine === hub ? hubTimer(world, observer) : kioskTimer(world, observer, machine as Kiosk);
    if (timer === undefined || timer.due === null) return;
    const time = Math.max(timer.due, soonest) + chance.whole(0, 1000);
    const run = (): void => {
      if (!timer.life.incarnation.alive) return;
      timer.tick().then(
        () => {
          if (timer.life.incarnation.alive) plan(machine, scheduler.now() + againMs);
        },
        (error: unknown) =>
          report({ invariant: 'crashed', message: `Timer of ${machine.name}: ${String(error)}` }),
      );
    };
    planned.set(machine, scheduler.at(time, run));
  };

  return { plan: (machine) => plan(machine, scheduler.now()) };
}

interface Timer {
  readonly life: Life;
  /** Virtual time; null when nothing is. */
  readonly due: number | null;
  tick(): Promise<void>;
}

const earliest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : Math.min(...times);

function hubTimer({ hub, ledger, coverage }: World, observer: Observer): Timer | undefined {
  const process = hub.process();
  if (!process) return undefined;
  const { life, shop, database } = process;
  const facts = observer.hub();
  const holds = facts?.holds.filter(isPromised) ?? [];
  const instants = [
    ...holds.map((hold) => hold.expiresAt + (hold.origin === null ? 0 : deviceSilenceMs)),
    ...(facts?.devices.flatMap(({ leaseUntil, unheardUntil }) => [leaseUntil ?? [], unheardUntil ?? []]) ??
      []),
  ].flat();
  return {
    life,
    due: earliest(instants.map(hub.clock.virtualTimeOf)),
    tick: async () => {
      for (const { reservationId } of await shop.holds.expireDue()) {
        if (life.incarnation.alive) ledger.endAcknowledged(hub.name, reservationId);
      }
      await database.transaction(async (transaction) => {
        if ((await lapseSilentDevices(transaction)) > 0) coverage.note('lease lapsed');
        await forgetUnheard(transaction);
      });
    },
  };
}

function kioskTimer({ ledger, scheduler }: World, observer: Observer, kiosk: Kiosk): Timer | undefined {
  const process = kiosk.process();
  const facts = observer.kiosk(kiosk);
  if (!process || !facts) return undefined;
  const { life, local, shop } = process;
  const ends = facts.holds.filter(isPromised).map(({ expiresAt }) => kiosk.clock.virtualTimeOf(expiresAt));
  const left = leaseLeft(facts.lease, { now: kiosk.clock.now(), uptime: kiosk.clock.uptime() });
  if (ends.length > 0 && Number.isFinite(left)) ends.push(scheduler.now() + left);
  return {
    life,
    due: earliest(ends),
    tick: async () => {
      for (const { reservationId } of await shop.holds.expireDue()) {
        if (life.incarnation.alive) ledger.endAcknowledged(kiosk.name, reservationId);
      }
      await local.store.cutLog();
    },
  };
}
