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

/** Says something to the agent. */
export async function say(page: Page, words: string): Promise<void> {
  await part(page, 'chat-input').fill(words);
  await part(page, 'chat-send').click();
  await part(page, 'chat').waitFor();
}

/** Waits until the agent has said what it had to say: the button that would stop it is gone. */
export async function heardOut(page: Page): Promise<void> {
  await part(page, 'agent-message').waitFor();
  await part(page, 'chat-stop').waitFor({ state: 'hidden' });
}
