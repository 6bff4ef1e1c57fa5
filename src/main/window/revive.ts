import type { BrowserWindow } from 'electron';
import type { Logger } from 'pino';

/** A page that does not answer for so long will not answer any more. */
const hangMs = 10_000;

/** Loads the page anew when it crashes or hangs. The session is in main, so the shopper goes on where they were. */
export function reviveOnCrash(window: BrowserWindow, log: Logger): void {
  let hanging: NodeJS.Timeout | undefined;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    log.error({ reason: details.reason }, 'the page crashed');
    window.webContents.reload();
  });
  window.on('unresponsive', () => {
    hanging = setTimeout(() => {
      log.error('the page hangs');
      window.webContents.forcefullyCrashRenderer();
    }, hangMs);
  });
  window.on('responsive', () => clearTimeout(hanging));
}
