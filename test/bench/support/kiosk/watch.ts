import type { Page } from 'playwright-core';

/** Instants of the page's own clock, milliseconds since it was loaded; absent what did not happen. */
export interface ScanTimes {
  readonly tapped: number;
  /** The first frame of the camera was shown. */
  readonly cameraOn: number;
  /** The camera's first frame that holds the code: when the camera gave it, and when the page showed it. */
  readonly inView: number;
  readonly shown: number;
  /** The text was decoded and sent to main. */
  readonly decoded: number;
  /** The restored session is painted. */
  readonly restored: number;
}

/**
 * Watches the next visit of the scan screen from within the page, until the restored session is painted: by mutations of
 * the document and by `requestVideoFrameCallback` (https://wicg.github.io/video-rvfc/), whose `captureTime` is when the
 * camera gave the frame.
 */
export async function startWatching(page: Page): Promise<void> {
  // esbuild, which tsx runs, wraps named functions in this helper; the page has none.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(() => {
    const times: Record<string, number> = {};
    const once = (name: string, at = performance.now()): void => {
      times[name] ??= at;
    };
    const canvas = new OffscreenCanvas(1, 1);
    const pixel = canvas.getContext('2d', { willReadFrequently: true });
    let video: HTMLVideoElement | null = null;
    const onFrame: VideoFrameRequestCallback = (_now, frame) => {
      once('cameraOn');
      if (!video || !pixel || 'inView' in times) return;
      // Of the frame's corner, where the video has its marker.
      pixel.drawImage(video, 8, 8, 8, 8, 0, 0, 1, 1);
      if ((pixel.getImageData(0, 0, 1, 1).data[0] ?? 255) < 64) {
        once('inView', frame.captureTime ?? performance.now());
        once('shown');
      } else video.requestVideoFrameCallback(onFrame);
    };
    const look = (): void => {
      const current = document.querySelector('video');
      if (current && current !== video) {
        video = current;
        video.requestVideoFrameCallback(onFrame);
      }
      if (document.querySelector('[data-testid="scan-view"][data-reading="true"]')) once('decoded');
      if (!document.querySelector('[data-testid="home"]')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => {
          once('restored');
          Object.assign(window, { scanTimes: times });
        };
        painted.port2.postMessage(null);
      });
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    document.addEventListener('pointerdown', () => once('tapped'), { once: true, capture: true });
  });
}

/** What {@link startWatching} saw. */
export async function watched(page: Page, timeout = 20_000): Promise<ScanTimes> {
  const seen = await page.waitForFunction(() => (window as { scanTimes?: ScanTimes }).scanTimes, undefined, {
    timeout,
  });
  const times = await seen.jsonValue();
  await page.evaluate(() => Reflect.deleteProperty(window, 'scanTimes'));
  if (times === undefined) throw new Error('Nothing was seen');
  return times;
}
