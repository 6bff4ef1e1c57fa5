import type { Locator, Page } from 'playwright-core';
import { part, waitForShop } from '../../../src/cli/demo/at-the-kiosk.ts';
import type { KioskOnStage } from '../../../src/cli/demo/launch-kiosk.ts';
import { scanByWedge } from './kiosk-calls.ts';

/** What stands there; empty where there is nothing. */
export const textOf = async (place: Locator): Promise<string> => (await place.textContent()) ?? '';

/** 'Just look around', from the first screen. */
export async function enterAsGuest(page: Page): Promise<void> {
  await part(page, 'attract-guest').click();
  await part(page, 'home').waitFor();
}

/** Opens the product whose price tag is scanned; from the first screen a guest session begins with it. */
export async function scanTag(kiosk: KioskOnStage, barcode: string): Promise<void> {
  await scanByWedge(kiosk, barcode);
  await part(kiosk.page, 'product').waitFor();
}

/** Ends whatever session there is by touch, and waits for the first screen. */
export async function leave(page: Page): Promise<void> {
  await part(page, 'end-session').click();
  const goodbye = part(page, 'thanks-done');
  const question = part(page, 'leave-end');
  await goodbye.or(question).first().waitFor();
  if (await question.isVisible()) await question.click();
  await goodbye.click();
  await waitForShop(page);
}

/** Number of the hold that the screen shows. */
export async function holdNumber(page: Page): Promise<number> {
  const text = await textOf(part(page, 'reservation-number'));
  return Number(/\d+/.exec(text)?.[0]);
}
