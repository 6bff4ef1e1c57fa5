/** The agent: offline turns, and what MCP costs in-process. Times are of this machine; the ratio is what counts. */

import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const title = 'agent: offline turns, and what MCP costs in-process';

export async function run(): Promise<readonly string[]> {
  // Workers are found by what only Vite knows (`import.meta.glob`).
  const file = fileURLToPath(new URL('./support/agent/measure.ts', import.meta.url));
  const { module } = await runnerImport<typeof import('./support/agent/measure.ts')>(file, {
    configFile: false,
    publicDir: false,
  });
  return module.measure();
}
