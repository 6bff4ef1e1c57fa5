import { Html5Qrcode, Html5QrcodeScannerState, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import type { CodeReader } from './code-reader.ts';

/** The library's default of 2 would let half a second pass before the first look. */
const framesPerSecond = 15;

/** html5-qrcode decodes at the CSS size of its element and takes the whole of it when no box is given. */
export function createHtml5CodeReader(): CodeReader {
  let scanner: Html5Qrcode | null = null;
  let starting: Promise<unknown> = Promise.resolve();
  let wanted = false;

  const stop = async (): Promise<void> => {
    wanted = false;
    const ending = scanner;
    scanner = null;
    if (!ending) return;
    await starting.catch(() => undefined);
    if (ending.getState() === Html5QrcodeScannerState.SCANNING) await ending.stop();
    ending.clear();
  };

  return {
    stop,
    async start(element, onText) {
      wanted = true;
      const created = new Html5Qrcode(element.id, {
        verbose: false,
        formatsToSupport: [
          Html5QrcodeSupportedFormats.QR_CODE,
          Html5QrcodeSupportedFormats.EAN_13,
          Html5QrcodeSupportedFormats.EAN_8,
          Html5QrcodeSupportedFormats.UPC_A,
        ],
      });
      scanner = created;
      const started = created.start(
        { facingMode: 'user' },
        {
          fps: framesPerSecond,
          qrbox: undefined,
          disableFlip: true,
          videoConstraints: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
        },
        (text) => {
          if (wanted) onText(text);
        },
        undefined,
      );
      starting = started;
      await started;
    },
  };
}
