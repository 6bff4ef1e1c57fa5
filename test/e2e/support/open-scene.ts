import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStage, type Stage } from '../../../src/cli/demo/stage.ts';

/** The real parts in a folder of their own, gone with `close`. */
export interface Scene extends Stage {
  readonly folder: string;
}

/** A hub on the sample shop and a browser, each a process; kiosks are opened on demand. */
export async function openScene(): Promise<Scene> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aisle-e2e-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  const environment: NodeJS.ProcessEnv = { ...process.env, AISLE_LOG_LEVEL: 'warn' };
  // Tests say themselves when a model shall serve.
  delete environment.OPENAI_API_KEY;
  delete environment.OPENAI_BASE_URL;
  const stage = await openStage({ folder, size: '1080x1920', environment, hubLog: 'ignore' }).catch(
    async (error: unknown) => {
      await remove();
      throw error;
    },
  );
  return {
    ...stage,
    folder,
    async close() {
      await stage.close();
      await remove();
    },
  };
}
