import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import type { CodeReader } from './code-reader.ts';

/** The library's default of 2 would let half a second pass before the first look. */
const framesPerSecond = 15;

/** The library's `stop` needs the surface that it draws on, which comes some time after `start` has resolved. */
async function surfaceReady(scanner: Html5Qrcode): Promise<boolean> {
  for (let waits = 0; waits < 40 && !scanner.isScanning; waits += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return scanner.isScanning;
}

/** The camera must go off whatever state the library is in. */
function stopTracks(element: HTMLElement | null): void {
  for (const video of element?.querySelectorAll('video') ?? []) {
    if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop();
  }
}

/** html5-qrcode decodes at the CSS size of its element and takes the whole of it when no box is given. */
export function createHtml5CodeReader(): CodeReader {
  let scanner: Html5Qrcode | null = null;
  let starting: Promise<unknown> = Promise.resolve();
  let wanted = false;

  let element: HTMLElement | null = null;

  const stop = async (): Promise<void> => {
    wanted = false;
    const ending = scanner;
    scanner = null;
    if (!ending) return;
    await starting.catch(() => undefined);
    if (await surfaceReady(ending)) await ending.stop();
    else stopTracks(element);
  };

  return {
    stop,
    async start(target, onText) {
      wanted = true;
      element = target;
      const created = new Html5Qrcode(target.id, {
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
