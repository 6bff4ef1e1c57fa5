/*
 * `npm run bench [-- NAME… --OPTION…]`: runs test/bench/*.bench.ts one after the other, each in a process of
 * its own so that none warms the machine for the next. Options are for the measurements. Each prints what it found on
 * stdout; the machine is named first.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

await ensureOrExit({ for: 'test' });

/**
 * `store` is store.bench.ts and not kiosk-restore.bench.ts, `kiosk` both that have it in their names.
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} all
 */
function isMeant(file, name, all) {
  const whole = `${name}.bench.ts`;
  return all.includes(whole) ? file === whole : file.includes(name);
}

const folder = join(projectRoot, 'test', 'bench');
const given = process.argv.slice(2);
const names = given.filter((one) => !one.startsWith('--'));
const options = given.filter((one) => one.startsWith('--'));
const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file, _, all) => names.length === 0 || names.some((name) => isMeant(file, name, all)))
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
    ['--import', 'tsx', join(projectRoot, 'tools', 'bench-one.mjs'), join(folder, file), ...options],
    {
      cwd: projectRoot,
      stdio: 'inherit',
    },
  );
  return run.status !== 0;
});
for (const file of failed) process.stderr.write(`bench: ${file} failed\n`);
process.exitCode = files.length === 0 || failed.length > 0 ? 1 : 0;
