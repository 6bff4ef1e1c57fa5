import { writeFile } from 'node:fs/promises';
import type { BrowserWindow } from 'electron';

/** Fonts are there and every picture has come or failed. */
const settled = `document.fonts.ready.then(() => Promise.all([...document.images].map((image) => image.decode().catch(() => {}))))`;
/** The page has asked for its pieces, and its entrance animations are over by then. */
const animationsMs = 1500;

/** Saves what the window shows as a PNG, once fonts and pictures are there. */
export async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, animationsMs));
  await window.webContents.executeJavaScript(settled);
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
}
