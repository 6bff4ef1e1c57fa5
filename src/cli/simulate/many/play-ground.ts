import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findEngine } from '../engines/by-name.ts';
import type { Plan } from '../plan/plan.ts';
import { type RunOutcome, runPlan } from '../run-plan.ts';
import { makeTemplates, type Templates } from '../world/templates.ts';

/** A folder for databases and what they begin as: where one process plays its runs. */
export interface PlayGround {
  play(plan: Plan, engine: string, options?: { readonly keepTrace: boolean }): Promise<RunOutcome>;
  close(): void;
}

/** Memory where the system has a file system of it: what a crash loses is simulated, so no real disk is needed. */
function fastFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK | constants.X_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

export async function openPlayGround(kiosks: number): Promise<PlayGround> {
  const folder = mkdtempSync(path.join(fastFolder(), 'aisle-simulate-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  let templates: Templates;
  try {
    templates = await makeTemplates(path.join(folder, 'templates'), kiosks);
  } catch (error) {
    close();
    throw error;
  }
  return {
    play: (plan, name, { keepTrace } = { keepTrace: false }) => {
      const engine = findEngine(name);
      if (engine === undefined) throw new Error(`There is no engine ${name}`);
      return runPlan(plan, { engine, templates, folder, keepTrace });
    },
    close,
  };
}
