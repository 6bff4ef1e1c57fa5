import type { Page } from 'playwright-core';

/** A control or region of the kiosk's screen. */
export const part = (page: Page, testId: string) => page.getByTestId(testId).first();

/** The first screen with its shop: the kiosk has synced. */
export async function waitForShop(page: Page, timeout = 60_000): Promise<void> {
  await part(page, 'attract-guest').waitFor({ timeout });
}

/** Taps 'Scan' and waits until the session is on the screen. Milliseconds from tap to session. */
export async function scan(page: Page): Promise<number> {
  const tappedAt = Date.now();
  await part(page, 'attract-scan').click();
  await part(page, 'home').waitFor({ timeout: 20_000 });
  return Date.now() - tappedAt;
}

/** Says something to the agent and waits until its turn is over. */
export async function say(page: Page, words: string): Promise<void> {
  const input = part(page, 'chat-input');
  if (!(await input.isVisible())) await part(page, 'open-chat').click();
  await input.fill(words);
  await part(page, 'chat-send').click();
}
