/*
 * `npm run check [-- STEP…]`: everything that must hold before a commit. All steps run, so that one look shows all.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

/** @type {Readonly<Record<string, readonly string[]>>} a script, relative to the checkout, and its arguments */
const steps = {
  lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  types: ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.json'],
  boundaries: ['tools/check-boundaries.mjs'],
  unused: ['node_modules/knip/bin/knip.js', '--no-progress'],
  unit: ['tools/test.mjs', '--project', 'unit', '--project', 'renderer'],
};

await ensureOrExit({ for: 'checks' });

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  process.stderr.write(
    `check: no such step: ${unknown.join(', ')}; there are ${Object.keys(steps).join(', ')}\n`,
  );
  process.exit(2);
}

const results = Object.entries(steps)
  .filter(([name]) => asked.length === 0 || asked.includes(name))
  .map(([name, [script = '', ...args]]) => {
    process.stdout.write(`\n— ${name}\n`);
    const started = Date.now();
    const run = spawnSync(process.execPath, [join(projectRoot, script), ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
    return { name, ok: run.status === 0, seconds: (Date.now() - started) / 1000 };
  });

process.stdout.write('\n');
for (const { name, ok, seconds } of results) {
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${seconds.toFixed(1)} s\n`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
