import { mkdirSync } from 'node:fs';
import { actorOf, openDevice, sku } from '../support/device.ts';

/** `reserve FOLDER COUNT CHECKPOINT`: makes reservations one by one; each begins and ends with a call that strace shows. */
const [folder = '', count = '', checkpointPages = ''] = process.argv.slice(2);

function mark(text: string): void {
  try {
    mkdirSync(`/nowhere/${text}`);
  } catch {
    // It is only to be seen.
  }
}

async function run(): Promise<void> {
  const opened = await openDevice(folder);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { local, shop, sync } = opened.value;
  if (checkpointPages !== '')
    local.database.connection.execute(`PRAGMA wal_autocheckpoint = ${checkpointPages}`);
  await sync.pull();
  const started = await shop.sessions.start('en');
  if (!started.ok) throw new Error(started.failure.message);
  const actor = actorOf(started.value.sessionId);
  for (let round = -3; round < Number(count); round += 1) {
    if (round >= 0) mark('begin');
    const made = await shop.holds.reserveForTrial(actor, sku, 1);
    if (round >= 0) mark('end');
    if (!made.ok) throw new Error(made.failure.message);
    await shop.holds.cancel(actor, made.value.reservationId);
  }
  process.stdout.write('done\n');
  process.kill(process.pid, 'SIGKILL');
}

void run();
