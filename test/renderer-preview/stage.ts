import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { chromiumPath } from '../../tools/chromium-path.mjs';
import type { Scene } from './gestures.ts';

export const sizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;

export interface Stage {
  /**
   * The page at the scene's beginning, loaded anew in the one browser: to start another one takes longer than to play a scene.
   * Errors of the page are given to `onError` until the next scene.
   */
  open(
    scene: Scene,
    size: { readonly width: number; readonly height: number },
    onError: (message: string) => void,
  ): Promise<Page>;
  close(): Promise<void>;
}

const configFile = path.resolve(import.meta.dirname, 'vite.config.ts');

/** Builds the preview, which pages load many times faster than hundreds of modules, serves it, and starts a browser with a camera. */
export async function openStage(): Promise<Stage> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'aisle-preview-'));
  await build({ configFile, build: { outDir, minify: false }, logLevel: 'error' });
  const server = await preview({
    configFile,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'error',
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  });
  const page = await browser.newPage();
  return {
    async open(scene, size, onError) {
      await page.goto('about:blank');
      page.removeAllListeners('pageerror');
      page.removeAllListeners('console');
      page.on('pageerror', (error) => onError(error.message));
      page.on('console', (message) => message.type() === 'error' && onError(message.text()));
      await page.setViewportSize(size);
      await page.goto(`${address}?${scene.parameters ?? ''}`);
      await page.getByTestId('attract').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
