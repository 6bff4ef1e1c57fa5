import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { clearCamera, holdUp } from '../../../../src/cli/demo/hold-up.ts';

/** Frames a second of the camera; the demo's video has 10. */
const framesPerSecond = 15;
/** At least; up to a second more, so that no reader's rhythm meets the code's coming always alike. */
const emptySeconds = 1.5;
const shownSeconds = 3;

interface Video {
  readonly header: string;
  readonly frame: Buffer;
}

/** The header line and the first frame of a raw video (yuv4mpeg(5)). */
async function firstFrame(file: string): Promise<Video> {
  const video = await readFile(file);
  const first = video.indexOf('FRAME\n');
  const second = video.indexOf('FRAME\n', first + 1);
  return {
    header: video.subarray(0, first).toString(),
    frame: video.subarray(first, second < 0 ? undefined : second),
  };
}

/** A block in the frame's corner, black while a code is shown: how the page under test knows what the camera sees. */
const markerSide = 48;

function withMarker({ header, frame }: Video, luma: number): Buffer {
  const width = Number(/ W(\d+)/.exec(header)?.[1]);
  const marked = Buffer.from(frame);
  const start = 'FRAME\n'.length;
  for (let row = 0; row < markerSide; row += 1) {
    marked.fill(luma, start + row * width, start + row * width + markerSide);
  }
  return marked;
}

/** The camera sees an empty shop for some two seconds from its start, then the phone for three, and so on. */
export async function holdUpLater(phone: Page, cameraFile: string, screenshot: Buffer): Promise<void> {
  await clearCamera(phone, cameraFile);
  const empty = await firstFrame(cameraFile);
  await holdUp(phone, cameraFile, screenshot);
  const shown = await firstFrame(cameraFile);
  const frames = [
    ...Array.from({ length: Math.round((emptySeconds + Math.random()) * framesPerSecond) }, () =>
      withMarker(empty, 235),
    ),
    ...Array.from({ length: shownSeconds * framesPerSecond }, () => withMarker(shown, 16)),
  ];
  const header = shown.header.replace(/ F\d+:\d+/, ` F${framesPerSecond}:1`);
  await writeFile(`${cameraFile}.later`, Buffer.concat([Buffer.from(header), ...frames]));
  await rename(`${cameraFile}.later`, cameraFile);
}
