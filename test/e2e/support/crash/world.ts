import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type KioskLaunch, pairingCode } from '../../../../src/cli/demo/launch-kiosk.ts';
import { createHubImports } from '../../../../src/cli/import/hub-catalogue.ts';
import { createOpenHubData } from '../../../../src/cli/open-hub-data.ts';
import { startHub, stopProcess } from '../../../../src/cli/processes.ts';
import type { CatalogueWriter } from '../../../../src/core/ports/catalogue-writer.ts';
import { openStallingProxy, type StallingProxy } from '../../../support/stalling-proxy.ts';
import { hubFile, rows } from '../databases.ts';

/** The sample shop's first, which is also the web shop's unless a visitor chooses another. */
export const storeId = 'hyd-banjara';

/** A real hub process, and a line of its own to each kiosk. */
export interface World {
  readonly hubUrl: string;
  readonly hubFile: string;
  /** Writes into the hub's file beside the running hub, as an import does. */
  readonly catalogue: CatalogueWriter;
  /** Pieces that everybody wants: every third is scarce. */
  readonly skus: readonly string[];
  /** All that the shop keeps. */
  readonly everySku: readonly string[];
  openLine(): Promise<StallingProxy>;
  launch(name: string, line: StallingProxy): KioskLaunch;
  stopHub(how: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** On the same port and data as before. */
  startHub(): Promise<void>;
  close(): Promise<void>;
}

const wanted = 24;

export async function openWorld(random: () => number): Promise<World> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aisle-crash-'));
  const environment: NodeJS.ProcessEnv = { ...process.env, AISLE_LOG_LEVEL: 'warn' };
  delete environment.OPENAI_API_KEY;
  delete environment.OPENAI_BASE_URL;
  const hubFolder = path.join(folder, 'hub');
  const start = (port: number) =>
    startHub(
      { port, dataFolder: hubFolder, environment: { ...environment, AISLE_PAIRING_CODE: pairingCode } },
      'ignore',
    );
  const hub = await start(0);
  const { port } = new URL(hub.url);
  const lines: StallingProxy[] = [];
  let running: ChildProcess = hub.process;

  const opened = await createHubImports(createOpenHubData({})).openCatalogue(hubFolder, { make: false });
  if (!opened) throw new Error('The hub made no store');
  const kept = await rows<{ sku: string; onHand: number }>(
    hubFile(hubFolder),
    'SELECT sku, onHand FROM stock WHERE storeId = ? ORDER BY sku',
    storeId,
  );
  const choose = (count: number, from: readonly { readonly sku: string }[]) =>
    Array.from({ length: count }, () => from[Math.floor(random() * from.length)]?.sku ?? '');
  const scarce = kept.filter(({ onHand }) => onHand >= 1 && onHand <= 3);
  const ample = kept.filter(({ onHand }) => onHand >= 5);

  return {
    hubUrl: hub.url,
    hubFile: hubFile(hubFolder),
    catalogue: opened.writer,
    skus: [...new Set([...choose(wanted / 3, scarce), ...choose((wanted * 2) / 3, ample)])],
    everySku: kept.map(({ sku }) => sku),
    async openLine() {
      const line = await openStallingProxy({ target: { host: '127.0.0.1', port: Number(port) }, random });
      lines.push(line);
      return line;
    },
    launch: (name, line) => ({
      name,
      dataFolder: path.join(folder, name),
      hubAddress: line.url,
      storeId,
      size: '360x640',
      environment,
    }),
    stopHub: (how) => (how === 'SIGKILL' ? killAlone(running) : stopProcess(running)),
    async startHub() {
      ({ process: running } = await start(Number(port)));
    },
    async close() {
      await opened.close();
      await Promise.all(lines.map((line) => line.close()));
      await killAlone(running);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function killAlone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}
