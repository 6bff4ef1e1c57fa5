/** The agent: turns without a model, what a turn costs beside a model's own time, what MCP costs, and the first sign on the screen. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const title = 'agent: turns, tools through MCP, the first sign';

export async function run(): Promise<readonly string[]> {
  // Workers are found by what only Vite knows (`import.meta.glob`).
  const file = fileURLToPath(new URL('./support/agent/measure.ts', import.meta.url));
  const { module } = await runnerImport<typeof import('./support/agent/measure.ts')>(file, {
    configFile: false,
    publicDir: false,
  });
  return module.measure();
}
