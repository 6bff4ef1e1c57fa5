/*
 * `npm run bench [-- NAME…]`: runs test/bench/*.bench.ts one after the other, each in a process of its own so that
 * none warms the machine for the next. Each prints what it found on stdout; the machine is named first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

await ensureOrExit({ for: 'test' });

const folder = join(projectRoot, 'test', 'bench');
const names = process.argv.slice(2);
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
  .sort();
if (files.length === 0) process.stderr.write('bench: nothing to measure by that name\n');

const load = loadavg().map((value) => value.toFixed(1));
process.stdout.write(
  `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ` +
    `${process.platform}-${process.arch}, Node ${process.version}; load before: ${load.join(' ')}\n`,
);

const failed = files.filter((file) => {
  process.stdout.write(`\n— ${file}\n`);
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'tools', 'bench-one.mjs'), join(folder, file)],
    {
      cwd: projectRoot,
      stdio: 'inherit',
    },
  );
  return run.status !== 0;
});
for (const file of failed) process.stderr.write(`bench: ${file} failed\n`);
process.exitCode = files.length === 0 || failed.length > 0 ? 1 : 0;
