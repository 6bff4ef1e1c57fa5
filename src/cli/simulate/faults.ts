import type { CrashTime, Fault } from './plan/plan.ts';
import type { CrashKind } from './world/disk.ts';
import type { Kiosk } from './world/kiosk.ts';
import { badLine, goodLine } from './world/line.ts';
import type { Machine } from './world/machine.ts';
import type { World } from './world/world.ts';

/** Lets go wrong what the plan says. */
export function doFault(world: World, fault: Fault): void {
  const { scheduler, hub, trace } = world;
  if (!('kiosk' in fault)) {
    if (fault.kind === 'hub-crash') crash(world, hub, fault);
    else if (fault.kind === 'hub-restore') restore(world, fault.down);
    else if (hub.process() !== undefined) {
      trace.note(hub.name, fault.kind);
      world.backup.image = hub.copyDisk();
    }
    return;
  }
  const kiosk = world.kiosks[fault.kiosk - 1];
  if (!kiosk) return;
  trace.note(kiosk.name, fault.kind);
  const { coverage } = world;
  switch (fault.kind) {
    case 'cut':
      coverage.note('line cut');
      kiosk.line.cut(scheduler.now() + fault.lasts);
      return;
    case 'bad-line':
      kiosk.line.setQuality(badLine);
      scheduler.after(fault.lasts, () => kiosk.line.setQuality(goodLine));
      return;
    case 'kiosk-crash':
      crash(world, kiosk, fault);
      return;
    case 'clock-jump':
      coverage.note('clock set');
      kiosk.clock.jump(fault.by);
      return;
    case 'clock-drift':
      coverage.note('clock drifts');
      kiosk.clock.drift(fault.perSecond);
      return;
  }
}

/** What was done at the hub since the copy was made is gone with its disk. */
function restore({ hub, backup, ledger, operations, coverage, scheduler, trace }: World, down: number): void {
  const { image } = backup;
  if (image === undefined) return;
  trace.note(hub.name, 'loses its disk');
  hub.crash('power-cut');
  hub.replaceDisk(image);
  coverage.note('hub restored');
  ledger.doubt(hub.name);
  operations.noteRestored();
  scheduler.after(down, () => {
    trace.note(hub.name, 'starts over the copy');
    hub.start();
  });
}

function crash(
  { scheduler, trace, hub, coverage }: World,
  machine: Machine<unknown> | Kiosk,
  { how, at, down }: { readonly how: CrashKind; readonly at: CrashTime | null; readonly down: number },
): void {
  if (machine.process() === undefined) return;
  const restart = (): void => {
    trace.note(machine.name, how);
    if (machine === hub) coverage.note('hub down');
    scheduler.after(down, () => {
      trace.note(machine.name, 'starts');
      machine.start();
    });
  };
  if (at !== null) {
    machine.crashAtCommit(at.commit, at.moment, how, restart);
    return;
  }
  machine.crash(how);
  restart();
}
