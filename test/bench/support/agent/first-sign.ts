import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { heardOut, part, waitForShop } from '../../../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera } from '../../../../src/cli/demo/hold-up.ts';
import { openStage } from '../../../../src/cli/demo/stage.ts';

const rounds = 15;

/** Milliseconds in the page's own clock. */
export interface Signs {
  /** From the tap on 'send' until a sign of work is painted. */
  readonly working: readonly number[];
  /** Until the whole answer of the offline planner is. */
  readonly answer: readonly number[];
}

/** A real kiosk with the sample shop, without a model. */
export async function firstSigns(): Promise<Signs> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  const stage = await openStage({ folder, size: '1080x1920', environment: process.env, hubLog: 'ignore' });
  try {
    await clearCamera(stage.phone, stage.cameraFile);
    const { page } = await stage.openKiosk();
    await waitForShop(page);
    await part(page, 'attract-guest').click();
    const working: number[] = [];
    const answer: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await part(page, 'chat-input').fill(round % 2 === 0 ? 'kurtas under 2000' : 'what is in my bag?');
      await watchSigns(page);
      await part(page, 'chat-send').click();
      const seen = await page.waitForFunction(() => (window as { signs?: [number, number] }).signs);
      const [first, last] = (await seen.jsonValue()) ?? [0, 0];
      await page.evaluate(() => Reflect.deleteProperty(window, 'signs'));
      await heardOut(page);
      // The first turn opens the screen of the conversation.
      if (round === 0) continue;
      working.push(first);
      answer.push(last);
    }
    return { working, answer };
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Watches the next turn from within the page, by mutations of the document; painted is the frame after the one that shows it. */
async function watchSigns(page: Page): Promise<void> {
  // esbuild, which tsx runs, wraps named functions in this helper; the page has none.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(() => {
    const selector = '[data-testid="agent-message"]';
    const before = document.querySelectorAll(selector).length;
    let tapped = 0;
    let first = 0;
    const painted = (then: (at: number) => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => then(performance.now() - tapped);
        channel.port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(() => {
      const answers = document.querySelectorAll(selector);
      const working = document.querySelector('[data-testid="chat-working"]');
      if (first === 0 && (working !== null || answers.length > before)) {
        first = -1;
        painted((at) => {
          first = at;
        });
      }
      const busy = document.querySelector('[data-testid="chat-stop"]');
      if (answers.length <= before || working !== null || busy !== null) return;
      observer.disconnect();
      painted((at) => Object.assign(window, { signs: [Math.min(at, first > 0 ? first : at), at] }));
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      characterData: true,
    });
    document.addEventListener(
      'pointerdown',
      (down) => {
        tapped = down.timeStamp;
      },
      { once: true, capture: true },
    );
  });
}
