/**
 * What setup says while it works. Everything goes to stderr, so that a command's stdout stays its own.
 */

/** Seconds between two signs of life of a step that takes long. */
const HEARTBEAT_SECONDS = 5;

/**
 * @typedef {object} Progress
 * @property {(line: string) => void} say prints one line
 * @property {<T>(title: string, work: (report: (detail: string) => void) => Promise<T>) => Promise<T>} step
 *   runs `work` under a title; prints a sign of life every five seconds with the detail reported last, and the
 *   time taken at the end; passes on what `work` returns or throws
 */

/**
 * @param {{ write(text: string): unknown }} [stream] defaults to stderr
 * @returns {Progress}
 */
export function createProgress(stream = process.stderr) {
  const say = (/** @type {string} */ line) => {
    stream.write(`${line}\n`);
  };

  return {
    say,
    async step(title, work) {
      const started = Date.now();
      const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
      let detail = '';
      say(`setup: ${title} …`);
      const heartbeat = setInterval(() => {
        say(`setup:   … ${seconds()} s${detail === '' ? '' : `  ${detail}`}`);
      }, HEARTBEAT_SECONDS * 1000);
      try {
        const result = await work((latest) => {
          detail = latest;
        });
        say(`setup: ${title}: done in ${seconds()} s`);
        return result;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}

/** A failure that the user can act on: shown as it is, without a stack. */
export class SetupError extends Error {
  /** @override */
  name = 'SetupError';
}
