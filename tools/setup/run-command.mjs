import { spawn } from 'node:child_process';

/** Characters kept of a command's output, at either end: some tools name the failure first, some last. */
const KEPT_OUTPUT = 2000;

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
 * @returns {Promise<{ ok: boolean, output: string }>} `output` is what both streams said, without the middle
 *   where that is long; a command that cannot be started, or is killed, is not ok
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    let start = '';
    let end = '';
    const output = () => (end.length < KEPT_OUTPUT ? start + end : `${start}\n…\n${end}`);
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    });
    const collect = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString('utf8');
      const room = KEPT_OUTPUT - start.length;
      start += text.slice(0, room);
      end = (end + text.slice(room)).slice(-KEPT_OUTPUT);
      const last = text
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1);
      if (last !== undefined && last !== '') options.onLine?.(last.slice(0, 120));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: `${output()}${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output() }));
  });
}
