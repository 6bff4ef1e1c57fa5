import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { chromiumPath } from '../../tools/chromium-path.mjs';
import type { Scene } from './gestures.ts';

export const sizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;

export interface Stage {
  /** A page of its own at the scene's beginning; errors of the page are given to `onError`. */
  open(
    scene: Scene,
    size: { readonly width: number; readonly height: number },
    onError: (message: string) => void,
  ): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the preview and starts a browser with a camera that shows a moving picture. */
export async function openStage(): Promise<Stage> {
  const executablePath = chromiumPath();
  const server = await createServer({
    configFile: path.resolve(import.meta.dirname, 'vite.config.ts'),
    server: { port: 0 },
    logLevel: 'error',
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  });
  return {
    async open(scene, size, onError) {
      const context = await browser.newContext({ viewport: size });
      const page = await context.newPage();
      page.on('pageerror', (error) => onError(error.message));
      page.on('console', (message) => message.type() === 'error' && onError(message.text()));
      await page.goto(`${address}?${scene.parameters ?? ''}`);
      await page.getByTestId('attract').waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
