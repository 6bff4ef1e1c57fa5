/*
 * `npm run eval [-- OPTIONS]`: plays the dialogues of test/evals and compares with their baseline; `--help` says with what.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

await ensureOrExit({ for: 'checks' });
const run = spawnSync(
  process.execPath,
  ['--import', 'tsx', join(projectRoot, 'test', 'evals', 'main.ts'), ...process.argv.slice(2)],
  { cwd: projectRoot, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
