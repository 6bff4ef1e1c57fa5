import { startVirtualDisplay } from '../virtual-display.mjs';

/**
 * Vitest's global setup for tests with windows: gives them a display of their own. AISLE_TEST_DISPLAY names one to
 * use instead, such as `:0`, for watching.
 */
export default async function setup() {
  if (process.platform !== 'linux') return undefined;
  const watched = process.env.AISLE_TEST_DISPLAY;
  if (watched) {
    process.env.DISPLAY = watched;
    return undefined;
  }
  const { display, stop } = await startVirtualDisplay();
  process.env.DISPLAY = display;
  delete process.env.WAYLAND_DISPLAY;
  return stop;
}
