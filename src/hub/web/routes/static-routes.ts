import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Hono } from 'hono';
import { drawIllustration, parseIllustrationUri } from '../../../core/illustration/index.ts';
import { brandFolder, staticFolder } from '../../folders.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Font packages and the style sheet of each that is served. */
const fonts: Readonly<Record<string, readonly string[]>> = {
  '@fontsource-variable/fraunces': ['opsz.css'],
  '@fontsource-variable/hanken-grotesk': ['index.css'],
  '@fontsource/ibm-plex-sans-devanagari': ['400.css', '500.css', '600.css'],
  '@fontsource/ibm-plex-sans-arabic': ['400.css', '500.css', '600.css'],
};

const resolver = createRequire(import.meta.url);
const packageFolder = (name: string): string => path.dirname(resolver.resolve(`${name}/package.json`));

const oneDay = 'public, max-age=86400';
const oneYear = 'public, max-age=31536000, immutable';

/** Styles, scripts, fonts and drawn pictures. Names are matched against what there is: no path comes from the address. */
export function staticRoutes(): Hono {
  const app = new Hono();
  const files = new Map<string, { readonly body: Buffer<ArrayBuffer>; readonly type: string }>();
  const add = (name: string, body: Buffer<ArrayBuffer>): void => {
    files.set(name, { body, type: types[path.extname(name)] ?? 'application/octet-stream' });
  };
  for (const name of staticNames) add(name, readFileSync(path.join(staticFolder, name)));
  add('tokens.css', readFileSync(path.join(brandFolder, 'tokens.css')));
  add('fonts.css', fontStyles());

  app.get('/static/:name', (context) => {
    const file = files.get(context.req.param('name'));
    if (!file) return context.notFound();
    return context.body(file.body, 200, {
      'content-type': file.type,
      'cache-control': 'public, max-age=300',
    });
  });

  app.get('/static/fonts/:file', (context) => {
    const file = path.basename(context.req.param('file'));
    if (!/^[a-z0-9-]+\.woff2$/.test(file)) return context.notFound();
    for (const name of Object.keys(fonts)) {
      try {
        const body = readFileSync(path.join(packageFolder(name), 'files', file));
        return context.body(body, 200, { 'content-type': 'font/woff2', 'cache-control': oneYear });
      } catch {
        // In another package, or in none.
      }
    }
    return context.notFound();
  });

  const drawings = new Map<string, string>();
  app.get('/pictures/:source', (context) => {
    const source = context.req.param('source');
    const spec = parseIllustrationUri(source);
    if (!spec) return context.notFound();
    const drawing = drawings.get(source) ?? drawIllustration(spec);
    if (drawings.size < maximumDrawings) drawings.set(source, drawing);
    return context.body(drawing, 200, { 'content-type': 'image/svg+xml', 'cache-control': oneDay });
  });
  return app;
}

const maximumDrawings = 2000;
const staticNames = [
  'base.css',
  'shop.css',
  'live.js',
  'chat.js',
  'product.js',
  'countdown.js',
  'follow.js',
  'mark.svg',
] as const;

/** The packages' own style sheets in one, their files under our own path. */
function fontStyles(): Buffer<ArrayBuffer> {
  const sheets = Object.entries(fonts).flatMap(([name, names]) =>
    names.map((sheet) => readFileSync(path.join(packageFolder(name), sheet), 'utf8')),
  );
  return Buffer.from(sheets.join('\n').replaceAll('./files/', '/static/fonts/'));
}
