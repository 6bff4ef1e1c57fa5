/* `npm run setup`: everything that starting and testing need, ahead of time. */
import { electronRuntime } from '../electron-path.mjs';
import { ensureOrExit } from './ensure.mjs';

await ensureOrExit({ for: 'test' });
const { version, executablePath } = electronRuntime();
process.stderr.write(`setup: all there; Electron ${version} at ${executablePath}\n`);
