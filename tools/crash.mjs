/*
 * `npm run test:crash [-- --kills N --seed N]`: the crash test of `npm test` at length, 200 kills of real kiosks instead of
 * 25. Prints its seeds; a seed repeats what is done and in which order, though not the machine's timing.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './setup/paths.mjs';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } },
});
for (const [name, value] of Object.entries(values)) {
  if (/^[1-9]\d{0,8}$/.test(value)) continue;
  process.stderr.write(`crash: --${name} wants a whole number from 1, not '${value}'\n`);
  process.exit(2);
}
const run = spawnSync(process.execPath, [join(projectRoot, 'tools', 'test.mjs'), 'test/e2e/crash.test.ts'], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: {
    ...process.env,
    AISLE_CRASH_KILLS: values.kills,
    ...(values.seed === undefined ? {} : { AISLE_CRASH_SEED: values.seed }),
  },
});
process.exitCode = run.status ?? 1;
