import { spawn } from 'node:child_process';

/** Wide and high enough for a 1080 by 1920 kiosk either way up. */
const SCREEN = '1920x1920x24';
const START_TIMEOUT_MS = 10_000;

/**
 * Starts an X server without a screen, on a display number that it finds free itself.
 *
 * @returns {Promise<{ display: string, stop: () => void }>} `display` such as `:99`, for DISPLAY in a child's environment
 * @throws {Error} when Xvfb is not installed or does not come up within ten seconds
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    // The third stream is where Xvfb writes the number that it chose.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const stop = () => {
      process.off('exit', stop);
      server.kill('SIGTERM');
    };
    const timer = setTimeout(
      () => fail(new Error('Xvfb did not come up within ten seconds')),
      START_TIMEOUT_MS,
    );
    const fail = (/** @type {Error} */ error) => {
      clearTimeout(timer);
      stop();
      reject(error);
    };
    process.on('exit', stop);
    server.on('error', fail);
    server.on('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (/** @type {Buffer} */ number) => {
      clearTimeout(timer);
      server.unref();
      resolve({ display: `:${number.toString().trim()}`, stop });
    });
  });
}
