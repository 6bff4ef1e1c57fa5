import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let prepared: Promise<unknown> | undefined;

/** zxing-wasm would fetch its module from a CDN; this gives it the one in the package. */
function prepare(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')).then(
    (wasm) =>
      prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  );
  return prepared;
}

/** Reads the QR code in a screenshot, as a phone's camera would: from pixels. */
export async function readQrCode(png: Buffer): Promise<string> {
  await prepare();
  const [code] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true });
  if (!code) throw new Error('No QR code can be read in this picture.');
  return code.text;
}

/** A phone before a screen looks until it sees a whole code: the first picture may be of a screen still moving. */
export async function readQrCodeFrom(page: Page, patienceMs = 10_000): Promise<string> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await readQrCode(await page.screenshot());
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
