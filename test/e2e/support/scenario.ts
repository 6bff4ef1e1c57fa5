import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'vitest';

/** Screens that a failing test should leave a picture of, by name. */
export type Screens = () => Readonly<Record<string, Page | undefined>>;

async function takePictures(title: string, screens: Screens): Promise<string[]> {
  const stem = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  const taken = Object.entries(screens()).map(async ([name, page]) => {
    const file = path.join(tmpdir(), `aisle-e2e-${stem}-${name}.png`);
    if (!page || page.isClosed()) return `${name}: closed`;
    return page.screenshot({ path: file, timeout: 5000 }).then(
      () => `${name}: ${file}`,
      () => `${name}: no picture could be taken`,
    );
  });
  return Promise.all(taken);
}

/** Does the work; its error names pictures of the screens as they were when it failed. */
export async function pictured(title: string, screens: Screens, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const pictures = await takePictures(title, screens);
    if (error instanceof Error) error.message += `\n${pictures.join('\n')}`;
    throw error;
  }
}

/** `test`, with pictures. */
export const scenarios =
  (screens: Screens) =>
  (title: string, work: () => Promise<void>): void => {
    test(title, () => pictured(title, screens, work));
  };
