import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KioskLaunch, type KioskOnStage, kioskCommand } from '../../../../src/cli/demo/launch-kiosk.ts';
import type { SyncStatus } from '../../../../src/contracts/kiosk-ipc.ts';
import { stateOf } from '../kiosk-calls.ts';

const patienceMs = 60_000;

/** SIGKILL to the main process and all that it started; resolves when it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  // It leads a process group of its own: its renderer and helpers die with it.
  process.kill(-pid, 'SIGKILL');
  await gone;
}

/** A kiosk that nobody looks at: no debugger, no page in hand. Ends by being killed only. */
export function spawnKiosk(launch: KioskLaunch): ChildProcess {
  const { executablePath, args, env } = kioskCommand(launch);
  return spawn(executablePath, args, { env, stdio: 'ignore', detached: true });
}

/** Waits until the kiosk answers and says that it has a shop; quicker than waiting for what is drawn. */
export async function shopOpen({ page }: KioskOnStage): Promise<void> {
  await syncIs(page, ({ phase }) => phase === 'current');
}

export async function syncIs(
  page: KioskOnStage['page'],
  expected: (sync: SyncStatus) => boolean,
): Promise<SyncStatus> {
  const until = Date.now() + patienceMs;
  let last: unknown;
  while (Date.now() < until) {
    // Before the page is loaded there is no bridge.
    const state = await stateOf(page).catch((error: unknown) => {
      last = error;
      return undefined;
    });
    if (state && expected(state.sync)) return state.sync;
    if (state) last = state.sync;
    if (page.isClosed()) break;
    await sleep(30);
  }
  throw new Error(
    `The kiosk did not come that far: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  );
}
