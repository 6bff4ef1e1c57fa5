import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = path.resolve(fileURLToPath(import.meta.url), '../../../..');
const program = path.join(project, 'tools/aisle.mjs');

/** Nothing of the machine's own settings, so that tests mean the same everywhere. */
function environment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _base, AISLE_HUB_URL: _hub, ...rest } = process.env;
  return { ...rest, AISLE_LOG_LEVEL: 'warn', ...extra };
}

export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** The command as `npm run --silent aisle -- …` runs it. */
export const startAisle = (argv: readonly string[], extra: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [program, ...argv], { cwd: project, env: environment(extra), stdio: 'pipe' });

/** Runs a command to its end with these bytes on stdin. */
export function aisle(
  argv: readonly string[],
  input: string | Buffer = '',
  extra: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = startAisle(argv, extra);
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  // A command that refuses its options does not read what we write.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, output, errors })));
}

export interface RunningHub {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly url: string;
  /** All lines of stdout until now. */
  readonly lines: readonly string[];
}

export function startHub(folder: string, port = 0): Promise<RunningHub> {
  const child = startAisle(['hub', '--port', String(port), '--data', folder]);
  child.stdin.end();
  child.stderr.resume();
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`The hub ended with ${status}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      if (lines.length > 1) return;
      const { url, pid } = JSON.parse(line) as { url: string; pid: number };
      resolve({ process: child, pid, url, lines });
    });
  });
}

/** Exit status, or the signal's name. */
export const ended = (child: ChildProcess): Promise<number | string | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode ?? child.signalCode)
    : new Promise((resolve) => child.once('exit', (status, signal) => resolve(status ?? signal)));

export const eventsOf = (output: string): readonly Readonly<Record<string, unknown>>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
