import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit, setTheme, settle } from '../renderer-preview/audit.ts';
import { scenes } from '../renderer-preview/scenes.ts';
import { openStage, type Stage, sizes } from '../renderer-preview/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const grave = (findings: readonly string[]): readonly string[] =>
  findings.filter((finding) => /^(serious|critical)/.test(finding));

/** Controls smaller than a finger; those out of the tab order are for screen readers only. */
const smallControls = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('button, input, [role="button"]')]
    .filter((control) => control.checkVisibility() && control.tabIndex >= 0)
    .filter((control) => {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      return width > 1 && Math.min(width, height) < 63.5;
    })
    .map((control) => `${control.dataset.testid ?? control.textContent ?? ''}`);

describe.each(Object.entries(scenes))('screen %s', (_name, scene) => {
  it('works, and axe-core finds nothing serious in either theme', async () => {
    const errors: string[] = [];
    const page = await stage.open(scene, sizes.portrait, (message) => errors.push(message));
    await scene.act(page);
    await settle(page);
    const light = grave(await audit(page));
    const small = await page.evaluate(smallControls);
    await setTheme(page, 'dark');
    const dark = grave(await audit(page, 'colours'));
    expect({ errors, light, dark, small }).toEqual({ errors: [], light: [], dark: [], small: [] });
  });
});
