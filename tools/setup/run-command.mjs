import { spawn } from 'node:child_process';

/** Characters of a command's output that are kept for the message of a failure. */
const KEPT_OUTPUT = 4000;

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the whole environment
 * @property {number} [timeoutMs] after which the command is killed and counts as failed
 * @property {(line: string) => void} [onLine] sees each line of either stream as it arrives
 */

/**
 * Runs a command to its end with no stdin and nothing of its output shown.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is the tail of both streams; a command that cannot
 *   be started, or is killed, is not ok
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    });
    const collect = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-KEPT_OUTPUT);
      const last = text
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1);
      if (last !== undefined && last !== '') options.onLine?.(last.slice(0, 120));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
