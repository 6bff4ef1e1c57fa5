/*
 * `npm run --silent aisle -- COMMAND` and `npm start`: sees to the packages, then runs the command line from source
 * in this very process, so that stdio, signals and the exit code are the command's own.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOrExit } from './setup/ensure.mjs';
import { projectRoot } from './setup/paths.mjs';

/** Commands that open the kiosk. */
const withKiosk = ['start', 'demo'];

await ensureOrExit({ for: withKiosk.includes(process.argv[2] ?? '') ? 'start' : 'cli' });

const entry = join(projectRoot, 'src', 'cli', 'main.ts');
process.argv[1] = entry;
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(entry).href);
