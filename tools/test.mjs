/*
 * `npm test [-- vitest options and filters]`: sets up what is missing, runs vitest, and ends with one line of counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensure } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { SetupError } from './setup/progress.mjs';
import { exitCode, summaryLine } from './testing/summary-line.mjs';

/** Kinds of test that need nothing but the packages. */
const LIGHT_PROJECTS = new Set(['unit', 'renderer']);

/** @param {readonly string[]} args */
function needsEverything(args) {
  const projects = args.flatMap((argument, index) => {
    if (argument.startsWith('--project=')) return [argument.slice('--project='.length)];
    return argument === '--project' ? [args[index + 1] ?? ''] : [];
  });
  return projects.length === 0 || projects.some((project) => !LIGHT_PROJECTS.has(project));
}

/**
 * @param {readonly string[]} args
 * @param {string} summaryFile
 * @returns {Promise<number | null>}
 */
function runVitest(args, summaryFile) {
  return new Promise((resolve) => {
    const script = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [script, 'run', ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
      env: { ...process.env, AISLE_TEST_SUMMARY: summaryFile },
    });
    // Ctrl-C reaches the child by itself; this process stays to print the last line.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
}

const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'aisle-test-'));
const summaryFile = join(folder, 'summary.json');
/** @type {import('./testing/summary-reporter.mjs').TestCounts} */
let counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {number | null} */
let code = 1;
try {
  await ensure({ for: needsEverything(args) ? 'test' : 'checks' });
  code = await runVitest(args, summaryFile);
  if (existsSync(summaryFile)) counts = JSON.parse(readFileSync(summaryFile, 'utf8'));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`setup: ${error.message}\n`);
  counts = { ...counts, failed: 1 };
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${summaryLine(counts)}\n`);
process.exitCode = exitCode(counts, code);
