import type { Html5Qrcode } from 'html5-qrcode';
import type { CodeReader } from './code-reader.ts';
import { lookAgain } from './second-look.ts';

/** The library's default of 2 would let half a second pass before the first look. */
const framesPerSecond = 15;

/** A third of the program by size, and of no use before someone scans. */
const load = () => import('html5-qrcode');

/** Fetches the decoder ahead of time, so that the scan screen does not wait for it. */
export const warmUpScanner = (): void => void load();

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
  let running: Promise<Html5Qrcode | null> = Promise.resolve(null);
  let element: HTMLElement | null = null;
  let secondLook: ReturnType<typeof lookAgain> | null = null;
  let wanted = false;

  async function begin(target: HTMLElement, onText: (text: string) => void): Promise<Html5Qrcode | null> {
    const { Html5Qrcode, Html5QrcodeSupportedFormats } = await load();
    if (!wanted) return null;
    const formats = [
      Html5QrcodeSupportedFormats.QR_CODE,
      Html5QrcodeSupportedFormats.EAN_13,
      Html5QrcodeSupportedFormats.EAN_8,
      Html5QrcodeSupportedFormats.UPC_A,
    ];
    const take = (text: string): void => {
      if (wanted) onText(text);
    };
    const scanner = new Html5Qrcode(target.id, { verbose: false, formatsToSupport: formats });
    await scanner.start(
      { facingMode: 'user' },
      {
        fps: framesPerSecond,
        qrbox: undefined,
        disableFlip: true,
        videoConstraints: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 720 } },
      },
      take,
      undefined,
    );
    const video = target.querySelector('video');
    if (video) secondLook = lookAgain(video, formats, take);
    return scanner;
  }

  return {
    async start(target, onText) {
      wanted = true;
      element = target;
      running = begin(target, onText);
      await running;
    },
    async stop() {
      wanted = false;
      const scanner = await running.catch(() => null);
      running = Promise.resolve(null);
      void secondLook?.then((looking) => looking.stop());
      secondLook = null;
      if (scanner && (await surfaceReady(scanner))) await scanner.stop();
      else stopTracks(element);
    },
  };
}
