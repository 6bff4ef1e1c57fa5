import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './setup/paths.mjs';

/** Characters of JSON to take from the checker: some megabytes for a few hundred modules. */
const LARGEST_OUTPUT = 256 * 1024 * 1024;

/**
 * @typedef {object} BoundaryReport
 * @property {string[]} violations one line each: who imports whom, and which rule forbids it
 * @property {string[]} unseen source files that the checker did not look at
 * @property {number} modules how many it did look at
 */

/**
 * @param {string} root
 * @returns {string[]} every TypeScript file under src, relative to `root`
 */
function sourceFiles(root) {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `src/${path.replaceAll('\\', '/')}`);
}

/**
 * @param {readonly string[]} files there are
 * @param {readonly string[]} seen by the checker
 * @returns {string[]}
 */
export function unseenFiles(files, seen) {
  const looked = new Set(seen);
  return files.filter((file) => !looked.has(file));
}

/**
 * Runs dependency-cruiser over `src/`. A checker that cannot read a file passes it over without a word (with the wrong
 * version of TypeScript, all of them), so the files that it saw are compared with those there are.
 *
 * @param {string} root folder with `src/` and `tsconfig.json`
 * @returns {BoundaryReport}
 * @throws {Error} when the checker does not answer
 */
export function checkBoundaries(root) {
  // Listed first: a file written while the checker runs is not its fault.
  const files = sourceFiles(root);
  const script = join(projectRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = join(projectRoot, '.dependency-cruiser.cjs');
  const run = spawnSync(process.execPath, [script, 'src', '--config', config, '--output-type', 'json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
  });
  /** @type {import('dependency-cruiser').ICruiseResult} */
  let result;
  try {
    result = JSON.parse(run.stdout);
  } catch {
    throw new Error(`dependency-cruiser did not answer:\n${run.stderr || run.stdout}`);
  }
  const comments = new Map(
    (result.summary.ruleSetUsed?.forbidden ?? []).map((rule) => [rule.name, rule.comment]),
  );
  const seen = result.modules.map((module) => module.source).filter((source) => source.startsWith('src/'));
  return {
    violations: result.summary.violations.map(
      ({ from, to, rule, cycle }) =>
        `${from} → ${cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ')}: ${comments.get(rule.name) ?? rule.name}`,
    ),
    unseen: unseenFiles(files, seen),
    modules: seen.length,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, unseen, modules } = checkBoundaries(projectRoot);
  for (const violation of violations) process.stdout.write(`${violation}\n`);
  for (const file of unseen) process.stdout.write(`${file}: not looked at\n`);
  process.stdout.write(
    `${modules} modules, ${violations.length} forbidden imports, ${unseen.length} not looked at\n`,
  );
  process.exitCode = violations.length + unseen.length > 0 || modules === 0 ? 1 : 0;
}
