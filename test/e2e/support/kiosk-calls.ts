import type { Page } from 'playwright-core';
import { staffPin } from '../../../src/cli/demo/stage.ts';
import type { KioskBridge, KioskState, StaffHealth } from '../../../src/contracts/kiosk-ipc.ts';

declare global {
  interface Window {
    /** What the kiosk's preload script puts there. */
    readonly aisle: KioskBridge;
  }
}

/** The kiosk's state, asked for through the page's own bridge. */
export async function stateOf(page: Page): Promise<KioskState> {
  const answer = await page.evaluate(() => window.aisle.call('kiosk.state', {}));
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

/** What staff see on the health page. */
export async function healthOf(page: Page): Promise<StaffHealth> {
  const answer = await page.evaluate((pin) => window.aisle.call('staff.health', { pin }), staffPin);
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

/** Types as a keyboard-wedge scanner does: quicker than any hand, with Enter at the end. */
export async function scanByWedge(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
