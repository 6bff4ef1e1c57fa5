import { makePlan } from '../plan/make-plan.ts';
import { openPlayGround, type PlayGround } from './play-ground.ts';
import type { RunRecord, WorkOrder } from './run-record.ts';

/*
 * A process of its own that plays runs: gets orders, and sends back the records of each.
 */

let ground: PlayGround | undefined;

async function carryOut({ seeds, kiosks, steps, engines }: WorkOrder): Promise<readonly RunRecord[]> {
  ground ??= await openPlayGround(kiosks);
  const records: RunRecord[] = [];
  for (const seed of seeds) {
    for (const engine of engines) {
      const began = performance.now();
      const { trace: _, ...outcome } = await ground.play(makePlan(seed, kiosks, steps), engine);
      records.push({ ...outcome, engine, took: performance.now() - began });
    }
  }
  return records;
}

const leave = (): void => {
  ground?.close();
  process.exit();
};

// Ctrl-C reaches the whole group; the parent decides when the work is over.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', leave);
process.on('disconnect', leave);
process.on('message', (order: WorkOrder) => {
  carryOut(order).then(
    (records) => process.send?.(records),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      ground?.close();
      process.exit(1);
    },
  );
});
