import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type BrowserContext, chromium } from 'playwright-core';
import { chromiumPath } from '../../../../tools/chromium-path.mjs';
import { rootFlags } from '../../../../tools/electron-path.mjs';

/** Another way to read the code from the same video: html5-qrcode as it comes, and zxing-wasm on every frame. */
export type Peer = 'html5-qrcode, its default of 2 a second' | 'zxing-wasm, every frame';

export interface PeerReaders {
  /** Milliseconds from the camera's first frame that holds the code to its text. */
  read(peer: Peer): Promise<number>;
  close(): Promise<void>;
}

/** As wide as the kiosk's camera view at 1080 CSS pixels. */
const viewWidth = 936;
/** Any address of this machine: browsers give the camera only to those and to https. */
const address = 'http://localhost/';

/** Chromium whose camera is the same file as the kiosk's. */
export async function openPeerReaders(cameraFile: string): Promise<PeerReaders> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(process.env),
    args: [
      ...rootFlags(),
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${cameraFile}`,
    ],
  });
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const { resolve } = createRequire(import.meta.url);
  const wasm = (await readFile(resolve('zxing-wasm/reader/zxing_reader.wasm'))).toString('base64');
  await context.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<body><div id="view" style="width: ${viewWidth}px"></div></body>`,
    }),
  );
  return {
    read: (peer) => readOnce(context, peer, wasm),
    close: () => browser.close(),
  };
}

/** In the page. `seen` is the frame's instant, as {@link import('./watch.ts').startWatching} takes it. */
const common = `
  const canvas = new OffscreenCanvas(1, 1);
  const pixel = canvas.getContext('2d', { willReadFrequently: true });
  let seen;
  const look = (video, frame) => {
    pixel.drawImage(video, 8, 8, 8, 8, 0, 0, 1, 1);
    if (seen === undefined && pixel.getImageData(0, 0, 1, 1).data[0] < 64) seen = frame.captureTime ?? performance.now();
  };
  const constraints = { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } };
`;

const scripts: Record<Peer, string> = {
  'html5-qrcode, its default of 2 a second': `
    const reader = new Html5Qrcode('view', { verbose: false, formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE] });
    const text = new Promise((resolve) =>
      reader.start({ facingMode: 'user' }, { disableFlip: true, videoConstraints: constraints }, resolve, () => undefined)
        .then(() => {
          const video = document.querySelector('video');
          const next = (_now, frame) => { look(video, frame); video.requestVideoFrameCallback(next); };
          video.requestVideoFrameCallback(next);
        }));
    await text;
    return performance.now() - seen;`,
  'zxing-wasm, every frame': `
    const bytes = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
    await ZXingWASM.prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true });
    const video = document.createElement('video');
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: constraints });
    document.getElementById('view').append(video);
    await video.play();
    const surface = new OffscreenCanvas(${viewWidth}, Math.round((${viewWidth} * 9) / 16));
    const context = surface.getContext('2d', { willReadFrequently: true });
    for (;;) {
      const frame = await new Promise((resolve) => video.requestVideoFrameCallback((_now, given) => resolve(given)));
      look(video, frame);
      context.drawImage(video, 0, 0, surface.width, surface.height);
      const image = context.getImageData(0, 0, surface.width, surface.height);
      const [code] = await ZXingWASM.readBarcodes(image, { formats: ['QRCode'], tryHarder: false });
      if (code) return performance.now() - seen;
    }`,
};

async function readOnce(context: BrowserContext, peer: Peer, wasm: string): Promise<number> {
  const { resolve } = createRequire(import.meta.url);
  const page = await context.newPage();
  try {
    await page.goto(address);
    await page.addScriptTag({ path: resolve('html5-qrcode/html5-qrcode.min.js') });
    await page.addScriptTag({
      path: resolve('zxing-wasm/reader').replace(/dist.*$/, 'dist/iife/reader/index.js'),
    });
    return await page.evaluate(
      (given) =>
        new Function('wasm', `return (async () => { ${given.script} })()`)(given.wasm) as Promise<number>,
      { script: common + scripts[peer], wasm },
    );
  } finally {
    await page.close();
  }
}
