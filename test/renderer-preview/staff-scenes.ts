import type { Page } from 'playwright-core';
import { guest, type Scene, scan, tap } from './gestures.ts';

async function enterStaff(page: Page): Promise<void> {
  for (let taps = 0; taps < 5; taps += 1) await page.mouse.click(20, 20);
  for (const digit of '2468') await tap(page, `digit-${digit}`);
  await tap(page, 'staff-enter');
  await page.getByTestId('floor-task').first().waitFor();
}
async function openHealthPage(page: Page): Promise<void> {
  await guest(page);
  await enterStaff(page);
  await tap(page, 'staff-page-health');
  await page.getByTestId('staff-health').waitFor();
}
async function recount(page: Page): Promise<void> {
  await scan(page, 'indigo-block-kurta/indigo/m');
  await page.getByTestId('recount-form').waitFor();
}

/** The staff's screens. */
export const staffScenes: Readonly<Record<string, Scene>> = {
  'staff-pin': {
    act: async (page) => {
      for (let taps = 0; taps < 5; taps += 1) await page.mouse.click(20, 20);
    },
  },
  staff: { act: openHealthPage },
  'staff-full': { parameters: 'storage=full', act: openHealthPage },
  'staff-read-only': { parameters: 'storage=read-only', act: openHealthPage },
  'staff-damaged': { parameters: 'storage=damaged,3,1', act: openHealthPage },
  'staff-restored': { parameters: 'storage=well,12,0', act: openHealthPage },
  'staff-floor': { act: enterStaff },
  'staff-recount': {
    act: async (page) => {
      await enterStaff(page);
      await recount(page);
      await tap(page, 'count-less');
      await tap(page, 'recount-reason-damaged');
    },
  },
  'staff-recount-done': {
    act: async (page) => {
      await enterStaff(page);
      await recount(page);
      await tap(page, 'count-more-ten');
      await tap(page, 'recount-reason-delivery');
      await tap(page, 'recount-confirm');
      await page.locator('[data-testid="recount-piece"][data-corrected="true"]').waitFor();
    },
  },
  'staff-recount-typing': {
    act: async (page) => {
      await enterStaff(page);
      await tap(page, 'staff-page-recount');
      await page.getByTestId('recount-input').fill('NO-SUCH-PIECE');
      await tap(page, 'recount-find');
      await page.getByTestId('error-message').waitFor();
      await tap(page, 'recount-input');
      await page.getByTestId('keyboard').waitFor();
    },
  },
};
