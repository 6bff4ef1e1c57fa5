import path from 'node:path';
import react from '@vitejs/plugin-react';
import { type Connect, defineConfig, type Plugin } from 'vite';
import { drawIllustration, parseIllustrationUri } from '../../src/core/illustration/index.ts';

const pictures = '/picture/';

const servePicture: Connect.NextHandleFunction = (request, response, next) => {
  if (!request.url?.startsWith(pictures)) return next();
  // The shop in memory names a few garments that nobody drew; a plain one stands in.
  const spec = parseIllustrationUri(decodeURIComponent(request.url.slice(pictures.length))) ?? {
    garment: 'kurta',
    colour: 'ivory',
    pattern: 'plain',
  };
  response.setHeader('Content-Type', 'image/svg+xml');
  response.end(drawIllustration(spec));
};

/** What main does for `aisle-image:`, over HTTP. */
const drawnPictures = (): Plugin => ({
  name: 'drawn-pictures',
  transform: (code) => code.replaceAll('aisle-image://picture/', pictures),
  configureServer: ({ middlewares }) => {
    middlewares.use(servePicture);
  },
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use(servePicture);
  },
});

/** The kiosk's screens in a browser, on a shop in memory: for looking at them, never shipped. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), drawnPictures()],
  server: { fs: { allow: [path.resolve(import.meta.dirname, '../..')] } },
  cacheDir: path.resolve(import.meta.dirname, '../../node_modules/.vite-preview'),
});
