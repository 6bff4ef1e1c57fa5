import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createServer } from 'vite';
import { scenes } from './scenes.ts';

/*
 * Pictures of every screen, and what axe-core finds on them:
 *   npx tsx test/renderer-preview/shoot.ts FOLDER [scene,scene…] [portrait|landscape] [light|dark]
 */
const [folder = 'preview-pictures', wanted = '', orientation = 'portrait', theme = 'light', language = 'en'] =
  process.argv.slice(2);
const size = orientation === 'portrait' ? { width: 1080, height: 1920 } : { width: 1920, height: 1080 };

async function audit(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: path.resolve('node_modules/axe-core/axe.min.js') });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'color-contrast-enhanced': { enabled: true } },
    });
    return violations.map(
      ({ id, impact, nodes }) =>
        `${impact} ${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.target.join(' '))
          .join(' | ')}`,
    );
  });
}

const server = await createServer({
  configFile: path.resolve(import.meta.dirname, 'vite.config.ts'),
  server: { port: 0 },
  logLevel: 'error',
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
});
await mkdir(folder, { recursive: true });
const report: string[] = [];
for (const [name, scene] of Object.entries(scenes)) {
  if (wanted && !wanted.split(',').includes(name)) continue;
  const context = await browser.newContext({ viewport: size, permissions: ['camera'] });
  const page = await context.newPage();
  page.on('pageerror', (error) => report.push(`${name}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && report.push(`${name}: ${message.text()}`));
  await page.goto(`${address}?${scene.parameters ?? ''}`);
  await page.waitForSelector('[data-testid="attract"]');
  if (language !== 'en') await page.getByTestId(`language-${language}`).click();
  try {
    await scene.act(page);
    if (theme === 'dark')
      await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    await page.waitForTimeout(700);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    for (const finding of await audit(page)) report.push(`${name}: ${finding}`);
  } catch (error) {
    report.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    await page.screenshot({ path: path.join(folder, `${name}-failed.png`) });
  }
  await context.close();
}
await browser.close();
await server.close();
await writeFile(path.join(folder, 'report.txt'), report.join('\n'));
console.log(report.join('\n') || 'no findings');
process.exit(0);
