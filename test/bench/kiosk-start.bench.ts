/** From the start of the program to its first screen, and the memory it takes; beside Electron with an empty window. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHub, stopProcess } from '../../src/cli/processes.ts';
import { openDisplay } from '../../src/cli/start/display.ts';
import { kioskArguments } from '../../src/cli/start/kiosk-process.ts';
import { type Memory, memoryOf } from './support/kiosk/memory.ts';
import { emptyWindow, type ProbedProcess, startProbed } from './support/kiosk/process.ts';
import { median, spread } from './support/statistics.ts';

export const title = 'kiosk: start to first screen, first sync, memory';

const rounds = 5;
const settleMs = 3_000;

/** As a guest: looks at everything, opens a piece, asks the agent for something, leaves. */
const journey = `
  const part = (name) => '[data-testid="' + name + '"]';
  const tap = async (name) => { await painted(part(name)); document.querySelector(part(name)).click(); };
  await tap('attract-guest');
  await tap('browse-all');
  await tap('product-card');
  await painted(part('product'));
  await tap('to-home');
  await tap('suggestion');
  await painted(part('agent-message'));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await tap('end-session');
  await tap('thanks-done');
  await painted(part('attract-guest'));
`;

interface Start {
  readonly attractMs: number;
  /** From the page to the shop being whole on this machine. */
  readonly syncMs: number;
  /** The longest that the main process stood still meanwhile. */
  readonly stoodStillMs: number;
}

export async function run(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  const environment = { ...process.env, AISLE_PAIRING_CODE: 'BENCH-PAIRING' };
  const display = await openDisplay(environment);
  const hub = await startHub({ port: 0, dataFolder: join(folder, 'hub'), environment }, 'ignore');
  const start = (program: readonly string[]) =>
    startProbed(program, { ...environment, ...display.environment });
  const kiosk = (name: string) =>
    start(
      kioskArguments({
        dataFolder: join(folder, name),
        hubAddress: hub.url,
        storeId: undefined,
        size: '1080x1920',
        fullScreen: false,
        screenshot: undefined,
      }),
    );
  try {
    const cold: Start[] = [];
    const warm: Start[] = [];
    const empty: Start[] = [];
    // The first of each reads Electron from the disk.
    for (let round = 0; round <= rounds; round += 1) {
      const results = [
        await measured(start(emptyWindow(join(folder, `empty-${round}`)))),
        await measured(kiosk(`kiosk-${round}`)),
        await measured(kiosk(`kiosk-${round}`)),
      ] as const;
      if (round === 0) continue;
      empty.push(results[0]);
      cold.push(results[1]);
      warm.push(results[2]);
    }
    const attract = (starts: readonly Start[]) => starts.map(({ attractMs }) => attractMs);
    const ratio = (starts: readonly Start[]) =>
      `${(median(attract(starts)) / median(attract(empty))).toFixed(1)} x the empty window`;
    return [
      `process start to first screen painted, median (least–most) of ${rounds}`,
      `  empty Electron window:                      ${spread(attract(empty))}`,
      `  warm (restart on its data):                 ${spread(attract(warm))}, ${ratio(warm)}`,
      `  cold (new folder; pairs, fetches the shop): ${spread(attract(cold))}, ${ratio(cold)}`,
      'first sync of the sample shop, for information',
      `  page loaded to shop known:                  ${spread(cold.map(({ syncMs }) => syncMs))}`,
      `  longest the main process stood still:       ${spread(cold.map(({ stoodStillMs }) => stoodStillMs))}`,
      ...(process.platform === 'linux'
        ? await memory(
            () => start(emptyWindow(join(folder, 'empty-0'))),
            () => kiosk('kiosk-0'),
          )
        : []),
    ];
  } finally {
    await stopProcess(hub.process);
    display.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measured(program: ProbedProcess): Promise<Start> {
  try {
    const [page, attract, ready] = [
      await program.until('page'),
      await program.until('attract'),
      await program.until('ready'),
    ];
    const stoodStill = program.events
      .filter(({ event, at }) => event === 'stood-still' && at >= page.at && at <= ready.at)
      .map(({ forMs }) => forMs ?? 0);
    return {
      attractMs: attract.at - program.startedAt,
      syncMs: ready.at - page.at,
      stoodStillMs: Math.max(0, ...stoodStill),
    };
  } finally {
    await program.stop();
  }
}

/** One after the other: programs that run at the same time share pages, which would count half. */
async function memory(
  startEmpty: () => ProbedProcess,
  startKiosk: () => ProbedProcess,
): Promise<readonly string[]> {
  const [nothing] = await memoryIdle(startEmpty(), []);
  const [before, after] = await memoryIdle(startKiosk(), [journey]);
  if (!nothing || !before || !after) throw new Error('Some memory was not measured');
  const line = (name: string, { proportional, resident, kinds }: Memory) => {
    const parts = [...kinds].map(([kind, size]) => `${kind} ${Math.round(size)}`).join(', ');
    const ratio = (proportional / nothing.proportional).toFixed(2);
    return `  ${name.padEnd(26)} ${Math.round(proportional)} MiB, ${ratio} x (resident ${Math.round(resident)}; ${parts})`;
  };
  return [
    'memory of all processes, shared pages counted once',
    line('empty Electron window:', nothing),
    line('idle at the first screen:', before),
    line('there after a journey:', after),
  ];
}

/** At the first screen, and after each script. */
async function memoryIdle(program: ProbedProcess, scripts: readonly string[]): Promise<readonly Memory[]> {
  const settled = async (): Promise<Memory> => {
    await sleep(settleMs);
    return memoryOf(program.process.pid ?? 0);
  };
  try {
    await program.until('ready');
    await program.until('attract');
    const found = [await settled()];
    for (const script of scripts) {
      await program.act(script);
      found.push(await settled());
    }
    return found;
  } finally {
    await program.stop();
  }
}
