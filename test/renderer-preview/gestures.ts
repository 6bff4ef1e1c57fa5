import type { Page } from 'playwright-core';

export interface Scene {
  readonly parameters?: string;
  readonly act: (page: Page) => Promise<void>;
}

export const tap = (page: Page, testId: string) => page.getByTestId(testId).first().click();
/** As quick as a scanner, also on a busy machine. */
export const scan = (page: Page, text: string) =>
  page.evaluate((keys) => {
    for (const key of [...keys, 'Enter'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, text);

/** 'Just look around'. */
export async function guest(page: Page): Promise<void> {
  await tap(page, 'attract-guest');
  await page.getByTestId('home').waitFor();
}
