/*
 * `npm run --silent aisle -- COMMAND` and `npm start`: sees to packages and builds, then runs the command line
 * in this very process, so that stdio, signals and the exit code are the command's own.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

/** Commands that open the kiosk. */
const withKiosk = ['start', 'demo'];

await ensureOrExit({ for: withKiosk.includes(process.argv[2] ?? '') ? 'start' : 'cli' });

const entry = join(projectRoot, 'out', 'node', 'cli.js');
process.argv[1] = entry;
await import(pathToFileURL(entry).href);
