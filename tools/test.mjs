/*
 * `npm test [-- vitest options and filters]`: sets up what is missing, runs vitest, and ends with one line of counts.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensure } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';
import { SetupError } from './setup/progress.mjs';
import { exitCode, summaryLine } from './testing/summary-line.mjs';

/** Kinds of test that need nothing but the packages. */
const LIGHT_PROJECTS = new Set(['unit', 'renderer']);

/** Needs nothing but time of the processors, and much of it: it gets what the tests with windows leave while they wait. */
const BACKGROUND_PROJECT = 'simulation';

/** @param {string} argument */
const namesProject = (argument) => argument.startsWith('--project');

/** @param {readonly string[]} args */
function needsEverything(args) {
  const projects = args.flatMap((argument, index) => {
    if (argument.startsWith('--project=')) return [argument.slice('--project='.length)];
    return argument === '--project' ? [args[index + 1] ?? ''] : [];
  });
  return projects.length === 0 || projects.some((project) => !LIGHT_PROJECTS.has(project));
}

/** @typedef {{ counts: import('./testing/summary-reporter.mjs').TestCounts, code: number | null, output: string }} Run */

/**
 * @param {readonly string[]} args
 * @param {string} summaryFile
 * @param {{ background: boolean }} how what runs in the background is printed by the caller
 * @returns {Promise<Run>}
 */
function runVitest(args, summaryFile, { background }) {
  return new Promise((resolve) => {
    const script = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [script, 'run', ...args], {
      cwd: projectRoot,
      stdio: background ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: { ...process.env, AISLE_TEST_SUMMARY: summaryFile },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    if (background && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    // Ctrl-C reaches the child by itself; this process stays to print the last line.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    /** @param {number | null} code */
    const end = (code) => {
      const counts = existsSync(summaryFile)
        ? JSON.parse(readFileSync(summaryFile, 'utf8'))
        : { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
      resolve({ counts, code, output });
    };
    child.on('error', () => end(1));
    child.on('close', end);
  });
}

/**
 * @param {readonly string[]} args
 * @param {string} folder for what the runs hand over
 * @returns {Promise<readonly Run[]>}
 */
async function runAll(args, folder) {
  const run = (/** @type {string} */ name, /** @type {readonly string[]} */ own, background = false) =>
    runVitest([...own, ...args], join(folder, name), { background });
  if (args.some(namesProject)) return [await run('chosen', [])];
  // A filter may leave one of them without tests.
  const background = run('background', ['--passWithNoTests', '--project', BACKGROUND_PROJECT], true);
  const main = await run('main', ['--passWithNoTests', '--project', `!${BACKGROUND_PROJECT}`]);
  const done = await background;
  process.stdout.write(done.output);
  return [main, done];
}

const args = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'aisle-test-'));
const counts = { passed: 0, failed: 0, skipped: 0 };
/** @type {number | null} */
let code = 0;
try {
  await ensure({ for: needsEverything(args) ? 'test' : 'cli' });
  for (const run of await runAll(args, folder)) {
    for (const kind of /** @type {const} */ (['passed', 'failed', 'skipped']))
      counts[kind] += run.counts[kind];
    if (run.code !== 0) code = run.code;
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`setup: ${error.message}\n`);
  counts.failed += 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${summaryLine(counts)}\n`);
process.exitCode = exitCode(counts, code);
