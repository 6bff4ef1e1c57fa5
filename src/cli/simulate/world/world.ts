import type { Operation } from '../../../contracts/operation.ts';
import type { Connection } from '../../../platform/store/connection.ts';
import type { Engine } from '../engines/engine.ts';
import type { Plan } from '../plan/plan.ts';
import { createRandom, type Random } from '../random.ts';
import { type CoverageCounter, createCoverage } from '../truth/coverage.ts';
import { createDemand, type Demand } from '../truth/demand.ts';
import { createLedger, type Ledger } from '../truth/ledger.ts';
import { createOperationBook, type OperationBook } from '../truth/operation-book.ts';
import { createUnits, type Units } from '../truth/units.ts';
import type { Violation } from '../truth/violation.ts';
import type { DiskImage } from './disk.ts';
import { createHub, type Hub } from './hub.ts';
import { createKiosk, type Kiosk } from './kiosk.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';
import type { Templates } from './templates.ts';
import { createTrace, type Trace } from './trace.ts';

/** Everything of one run: the machines, the lines between them, and what the harness itself knows. */
export interface World {
  readonly plan: Plan;
  /** For what the harness itself leaves to chance. */
  readonly random: Random;
  /** Events so far. */
  events(): number;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly hub: Hub;
  readonly kiosks: readonly Kiosk[];
  readonly ledger: Ledger;
  readonly units: Units;
  readonly operations: OperationBook;
  readonly demand: Demand;
  readonly coverage: CoverageCounter;
  readonly backup: Backup;
  /** What broke an invariant, once something has. */
  violation(): Violation | undefined;
  report(violation: Violation): void;
  /** Takes away everything that is open. */
  close(): void;
}

/** The last copy of the hub's file, where someone has kept one. */
export interface Backup {
  image: DiskImage | undefined;
}

export interface WorldOptions {
  readonly plan: Plan;
  readonly engine: Engine;
  readonly templates: Templates;
  readonly folder: string;
  readonly storeId: string;
  readonly keepTrace: boolean;
  /** Runs after each event, when everything waits. */
  readonly check: () => void;
}

/** Events of a run that has gone astray: the longest of a hundred thousand sound ones have a tenth of it. */
const mostEvents = 60_000;

export function createWorld(options: WorldOptions): World {
  const { plan, engine, templates, folder, storeId } = options;
  const random = createRandom(`run ${plan.seed}`);
  let found: Violation | undefined;
  let events = 0;
  const report = (violation: Violation): void => {
    if (found !== undefined) return;
    if (engine.measuredBy && !engine.measuredBy.includes(violation.invariant)) return;
    found = violation;
    trace.note('harness', violation.invariant, violation.message);
  };
  const scheduler = createScheduler(() => {
    events += 1;
    if (events > mostEvents) {
      report({ invariant: 'does not come to rest', message: `${events} events and no end.` });
    }
    for (const machine of [hub, ...kiosks]) machine.bury();
    if (found === undefined) options.check();
    return found === undefined;
  });
  const trace = createTrace(scheduler.now, { keep: options.keepTrace });
  const units = createUnits(plan.stock);
  const operations = createOperationBook();
  const ledger = createLedger(scheduler.now);
  const coverage = createCoverage();
  const onBug = (where: string) => (error: unknown) => {
    const message = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
    report({ invariant: 'crashed', message: `${where}: ${message}` });
  };
  const shared = {
    folder,
    scheduler,
    engine,
    coverage,
    wrapConnection: engine.connection ?? ((connection: Connection) => connection),
  };
  const hubImage = plan.till ? templates.hubWithTill : templates.hub;
  const hub = createHub({ ...shared, image: hubImage, random: random.split('hub'), onBug: onBug('hub') });
  const devices = plan.kiosks + (plan.till ? 1 : 0);
  const kiosks = Array.from({ length: devices }, (_, position) => {
    const index = position + 1;
    const deviceId = templates.deviceIds[index > plan.kiosks ? templates.deviceIds.length - 1 : position];
    if (deviceId === undefined) throw new Error(`The templates are for fewer kiosks than ${plan.kiosks}`);
    const name = index > plan.kiosks ? 'till' : `kiosk ${index}`;
    return createKiosk({
      ...shared,
      name,
      index,
      deviceId,
      storeId,
      hub,
      image: templates.device,
      random: random.split(name),
      onBug: onBug(name),
      onPowerCut: () => ledger.powerCut(name),
      onAcknowledged: ({ operationId, body }: Operation) => {
        operations.acknowledge(operationId, { device: name, type: body.type });
        units.book(operationId, body);
        trace.note(name, body.type, operationId);
      },
    });
  });
  const world: World = {
    plan,
    random: random.split('harness'),
    events: () => events,
    scheduler,
    trace,
    hub,
    kiosks,
    ledger,
    units,
    operations,
    demand: createDemand(),
    coverage,
    backup: { image: undefined },
    violation: () => found,
    report,
    close: () => {
      for (const machine of [hub, ...kiosks]) {
        machine.discard();
        machine.bury();
      }
    },
  };
  return world;
}
