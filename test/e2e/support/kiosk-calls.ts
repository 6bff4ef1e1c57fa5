import type { Page } from 'playwright-core';
import { type KioskOnStage, staffPin } from '../../../src/cli/demo/launch-kiosk.ts';
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
  const answer = await page.evaluate(async (pin) => {
    const entered = await window.aisle.call('staff.enter', { pin });
    if (!entered.ok) return entered;
    const health = await window.aisle.call('staff.health', entered.value);
    await window.aisle.call('staff.leave', entered.value);
    return health;
  }, staffPin);
  if (!answer.ok) throw new Error(answer.failure.message);
  return answer.value;
}

/** Types as a keyboard-wedge scanner does: in one go, quicker than any hand, with Enter at the end. */
export async function scanByWedge({ application }: KioskOnStage, text: string): Promise<void> {
  await application.evaluate(({ BrowserWindow }, typed) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const press = (keyCode: string, modifiers: 'shift'[]): void => {
      contents?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      if (keyCode.length === 1) contents?.sendInputEvent({ type: 'char', keyCode, modifiers });
      contents?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
    };
    for (const character of typed) press(character, /[A-Z]/.test(character) ? ['shift'] : []);
    press('Enter', []);
  }, text);
}
