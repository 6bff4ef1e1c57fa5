/*
 * The installable kiosk: `npm run package`. Main is bundled, so the archive needs nothing of node_modules but the native
 * store, which cannot be loaded from inside an archive and lies beside it.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { electronRuntime } from './tools/electron-path.mjs';

const native = ['libsql', '@libsql', '@neon-rs', 'detect-libc'];
const runtime = electronRuntime();

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'shop.aisle.kiosk',
  productName: 'Aisle Kiosk',
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'out/{main,preload,renderer}/**',
    'package.json',
    '!node_modules/**',
    ...native.map((name) => `node_modules/${name}/**`),
  ],
  asarUnpack: native.map((name) => `node_modules/${name}/**`),
  // libsql's binaries fit every Electron that has Node-API: nothing to rebuild.
  npmRebuild: false,
  electronVersion: runtime.version,
  electronDist: runtime.distPath,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: process.platform !== 'linux',
  },
  // The stand-in runtime brings a default app of its own, which a packaged kiosk must not carry.
  afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
  linux: { target: ['dir'], category: 'Office', executableName: 'aisle-kiosk' },
  win: { target: ['dir'] },
  mac: { target: ['dir'] },
};
