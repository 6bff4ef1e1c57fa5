import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// What passes is not told: to describe it takes as long as to find it.
const resultTypes = ['violations'];
const rules = {
  all: {
    resultTypes,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Our own figure is 7:1 (docs of the kiosk's look), beyond what the tags above ask.
    rules: { 'color-contrast-enhanced': { enabled: true } },
  },
  /** What another theme can change. */
  colours: {
    resultTypes,
    runOnly: { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] },
  },
};

/** What axe-core finds on the screen as it is: impact, rule, and the first elements. */
export async function audit(page: Page, about: keyof typeof rules = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis)))
    await page.addScriptTag({ path: path.resolve('node_modules/axe-core/axe.min.js') });
  const { violations } = await page.evaluate(async (options) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: Document, options: unknown): Promise<AxeResults> };
    };
    return axe.run(document, options);
  }, rules[about]);
  return violations.map(({ id, impact, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '));
    return `${impact} ${id}: ${where.join(' | ')}`;
  });
}

/** Ends what moves on the screen and does end, so that colours are measured where they will stay. */
export const settle = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
    await new Promise(requestAnimationFrame);
  });

export async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
  await settle(page);
}
