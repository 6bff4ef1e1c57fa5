import { rename, writeFile } from 'node:fs/promises';
import { PNG } from 'pngjs';

/** Frames of the loop; Chromium starts over at the end. */
const frameCount = 10;

/**
 * Writes a picture as a raw video (YUV4MPEG2, 4:2:0, 10 frames a second) for Chromium's fake camera. The file is put in
 * place in one step: Chromium opens it when a page asks for the camera, and may do so at any moment.
 *
 * The format: a header line, then `FRAME` and the planes Y, U, V of each frame (yuv4mpeg(5) of mjpegtools).
 *
 * @param picture PNG with even width and height
 */
export async function writeCameraVideo(file: string, picture: Buffer): Promise<void> {
  const { width, height, data } = PNG.sync.read(picture);
  if (width % 2 || height % 2) throw new Error(`A video frame needs even sides, not ${width}x${height}.`);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), planes(width, height, data)]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const temporary = `${file}.part`;
  await writeFile(temporary, Buffer.concat([header, ...Array.from({ length: frameCount }, () => frame)]));
  await rename(temporary, file);
}

/** RGBA to planar YCbCr in JPEG's full range (ITU-T T.871); colour at half resolution, from each block's first pixel. */
function planes(width: number, height: number, rgba: Buffer): Buffer {
  const luma = width * height;
  const chroma = luma / 4;
  const out = Buffer.alloc(luma + 2 * chroma);
  const at = (index: number) => rgba[index] ?? 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pixel = (y * width + x) * 4;
      const red = at(pixel);
      const green = at(pixel + 1);
      const blue = at(pixel + 2);
      out[y * width + x] = clamp(0.299 * red + 0.587 * green + 0.114 * blue);
      if (x % 2 || y % 2) continue;
      const block = luma + (y / 2) * (width / 2) + x / 2;
      out[block] = clamp(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue);
      out[block + chroma] = clamp(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue);
    }
  }
  return out;
}

const clamp = (value: number) => Math.max(0, Math.min(255, Math.round(value)));
