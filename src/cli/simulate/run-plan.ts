import { rmSync } from 'node:fs';
import path from 'node:path';
import { defaultStockPolicy } from '../../contracts/stock-policy.ts';
import { createCatalogueWriter } from '../../platform/hub-store/catalogue-writer.ts';
import { putStockPolicy } from '../../platform/hub-store/safety-stock.ts';
import { doDeed } from './deeds.ts';
import type { Engine } from './engines/engine.ts';
import { doFault } from './faults.ts';
import { isFault, type Plan } from './plan/plan.ts';
import { createTicks } from './ticks.ts';
import { checkAtRest, firstDifference } from './truth/convergence.ts';
import type { Coverage } from './truth/coverage.ts';
import type { DemandFigures } from './truth/demand.ts';
import { createObserver } from './truth/observer.ts';
import type { Violation } from './truth/violation.ts';
import { goodLine } from './world/line.ts';
import type { Machine } from './world/machine.ts';
import { skus, storeId, type Templates } from './world/templates.ts';
import { createWorld, type World } from './world/world.ts';

export interface RunOutcome {
  readonly seed: number;
  readonly steps: number;
  readonly events: number;
  /** Virtual milliseconds. */
  readonly lasted: number;
  readonly traceHash: string;
  readonly violation: Violation | null;
  readonly demand: DemandFigures;
  /** Of those who asked at a machine that could not reach the hub. */
  readonly cutOffDemand: DemandFigures;
  readonly coverage: Coverage;
  /** In words, where asked for. */
  readonly trace: readonly string[];
}

export interface RunOptions {
  readonly engine: Engine;
  readonly templates: Templates;
  /** For this run's databases; emptied when it is over. */
  readonly folder: string;
  readonly keepTrace?: boolean;
}

const second = 1000;
const minute = 60 * second;
/** The shortest that the policy knows: kiosks that are silent for longer are part of a run. */
const leaseHours = 1;
/** All must agree this long after the last fault is over. */
const healingTime = 15 * minute;
/** Longer than any hold lasts. */
const allHoldsOver = 30 * minute;

/** Plays one plan from beginning to end, or to the first thing that must never be. */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RunOutcome> {
  const folder = path.join(options.folder, `run-${plan.seed}`);
  const observer = createObserver();
  const world = createWorld({
    ...options,
    plan,
    folder,
    storeId,
    keepTrace: options.keepTrace ?? false,
    check: () => afterEvent(),
  });
  const ticks = createTicks(world, observer);
  const afterEvent = (): void => {
    for (const machine of observer.look(world)) ticks.plan(machine);
  };
  try {
    await play(world, ticks.plan);
  } catch (error) {
    world.report({
      invariant: 'crashed',
      message: error instanceof Error ? (error.stack ?? '') : String(error),
    });
  }
  // Before everything is closed, which is no crash that the run is about.
  const coverage = world.coverage.counts();
  try {
    world.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    seed: plan.seed,
    steps: plan.items.length,
    events: world.events(),
    lasted: world.scheduler.now(),
    traceHash: world.trace.hash(),
    violation: world.violation() ?? null,
    demand: world.demand.figures('all'),
    cutOffDemand: world.demand.figures('cut-off'),
    coverage,
    trace: world.trace.lines(),
  };
}

async function play(world: World, planTick: (machine: Machine<unknown>) => void): Promise<void> {
  const { scheduler, plan, hub, kiosks, trace, report } = world;
  scheduler.at(0, () => {
    hub.start();
  });
  scheduler.at(1, () => {
    void fillShop(world);
  });
  for (const kiosk of kiosks) scheduler.at(kiosk.index * 100, kiosk.start);
  for (const item of plan.items) {
    scheduler.at(item.time, () => {
      if (isFault(item.what)) {
        doFault(world, item.what);
        for (const machine of kiosks) planTick(machine);
        return;
      }
      doDeed(world, item.what).catch((error: unknown) =>
        report({
          invariant: 'crashed',
          message: error instanceof Error ? (error.stack ?? '') : String(error),
        }),
      );
    });
  }
  const end = (plan.items.at(-1)?.time ?? 0) + 10 * second;
  if (!(await scheduler.runUntil(end))) return;
  scheduler.after(0, () => {
    trace.note('harness', 'heals everything');
    heal(world);
    for (const machine of [hub, ...kiosks]) planTick(machine);
  });
  if (!(await untilAgreed(world))) return;
  if (!(await scheduler.runUntil(scheduler.now() + allHoldsOver))) return;
  if (!(await untilAgreed(world))) return;
  const violation = checkAtRest(world);
  if (violation) report(violation);
  trace.note('harness', 'at rest');
}

async function fillShop({ hub, plan }: World): Promise<void> {
  const process = hub.process();
  if (!process) return;
  await process.database.transaction((transaction) =>
    putStockPolicy(transaction, { ...defaultStockPolicy, leaseHours, scarce: plan.scarce }),
  );
  await createCatalogueWriter(process.database).write(
    async (catalogue) => {
      for (const sku of skus) {
        await catalogue.putStock({ storeId, sku, onHand: plan.stock[sku], location: null });
      }
    },
    { dryRun: false },
  );
}

function heal({ hub, kiosks }: World): void {
  for (const machine of [hub, ...kiosks]) {
    machine.disarm();
    machine.clock.correct();
    machine.start();
  }
  for (const { line } of kiosks) {
    line.setQuality(goodLine);
    line.mend();
  }
}

/** Goes on until all machines agree. Gives false when that does not come about. */
async function untilAgreed(world: World): Promise<boolean> {
  const { scheduler, report } = world;
  const { hub, kiosks } = world;
  let deadline = scheduler.now() + healingTime;
  for (let step = 2 * second; ; step = Math.min(2 * step, minute)) {
    if (!(await scheduler.runUntil(scheduler.now() + step))) return false;
    const difference = firstDifference(world);
    if (difference === undefined) {
      const violation = checkAtRest(world);
      if (violation) report(violation);
      return violation === undefined;
    }
    // A copy takes its time to be put in place, also when all else is well.
    if ([hub, ...kiosks].some((machine) => !machine.process())) deadline = scheduler.now() + healingTime;
    if (scheduler.now() < deadline) continue;
    report({
      invariant: 'not converged',
      message: `${healingTime / minute} minutes after healing, ${difference}.`,
    });
    return false;
  }
}
