/*
 * What `electron <folder or file>` runs. A stock Electron brings its own default app; the runtime taken out of the
 * npm registry has none, so setup puts this one at resources/app/. It follows the stock one: the first argument that
 * is not a flag names the app, `-r`/`--require` preloads a module, and the app's name, version and path are set
 * before its entry is loaded. It is an ES module because Electron waits for an ES module's top-level await before it
 * announces `ready`, so an app can still register schemes and switches.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** @param {readonly string[]} args */
function readArguments(args) {
  /** @type {string[]} */
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--version' || argument === '-v') return { version: true, preloads, target: undefined };
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(args[index] ?? '');
    } else if (argument.startsWith('--app=')) {
      return { version: false, preloads, target: argument.slice('--app='.length) };
    } else if (!argument.startsWith('-')) {
      return { version: false, preloads, target: argument };
    }
  }
  return { version: false, preloads, target: undefined };
}

/** @param {string} target folder with a package.json, or a script */
function locate(target) {
  const path = resolve(target);
  if (!statSync(path).isDirectory()) return { path: dirname(path), entry: path, manifest: undefined };
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  return { path, entry: resolve(path, manifest.main ?? 'index.js'), manifest };
}

const { version, preloads, target } = readArguments(process.argv.slice(1));
if (version) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (target === undefined) {
  process.stderr.write('usage: electron [flags] <folder with a package.json, or script>\n');
  process.exit(2);
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  const { path, entry, manifest } = locate(target);
  // Not in the public typings, but what the stock default app calls.
  const application = /** @type {any} */ (app);
  if (manifest?.version) application.setVersion(manifest.version);
  if (manifest?.productName ?? manifest?.name) app.setName(manifest.productName ?? manifest.name);
  if (manifest?.desktopName) application.setDesktopName(manifest.desktopName);
  application.setAppPath(path);
  for (const preload of preloads) createRequire(join(path, 'package.json'))(resolve(preload));
  await import(pathToFileURL(entry).href);
} catch (error) {
  process.stderr.write(`cannot run ${target}: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
