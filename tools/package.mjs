/*
 * `npm run package`: builds the kiosk and puts it into `dist/` as a folder that runs without this checkout. What ships to
 * shops is made with the Electron that package.json pins (docs/adr/0003-electron-runtime.md); with the stand-in, it says so.
 */
import { build } from 'electron-builder';
import { electronRuntime } from './electron-path.mjs';
import { ensureOrExit } from './setup/ensure.mjs';

await ensureOrExit({ for: 'start' });
const runtime = electronRuntime();
if (runtime.source === 'registry') {
  process.stderr.write(`package: with the stand-in Electron ${runtime.version}; not for shops\n`);
}
const { default: config } = await import('../electron-builder.config.mjs');
await build({ config, dir: true, publish: 'never' });
