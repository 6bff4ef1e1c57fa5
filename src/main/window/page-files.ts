import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { contentSecurityPolicy } from './lockdown.ts';
import { resolveInside } from './resolve-inside.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
};

/** Must run before the application is ready. `secure` makes the camera available, `standard` gives the page an origin. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'aisle', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'aisle-image', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built renderer from `folder` at the page's origin; what is outside the folder does not exist. */
export function servePageFiles(pageSession: Session, folder: string): void {
  pageSession.protocol.handle('aisle', async (request) => {
    const file = resolveInside(folder, new URL(request.url).pathname);
    const mediaType = mediaTypes[path.extname(file ?? '')];
    if (!file || !mediaType) return new Response('Not found', { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'Content-Type': mediaType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}
