import type { Page } from 'playwright-core';
import { writeCameraVideo } from './camera-video.ts';

/** What the kiosk's camera sees, pixels. */
const frame = { width: 1280, height: 720 };

/** An empty shop floor before the lens. */
export async function clearCamera(phone: Page, cameraFile: string): Promise<void> {
  await paint(phone, cameraFile, '');
}

/**
 * Holds the phone's screen before the kiosk's camera: the screenshot goes into a video frame, a little tilted and
 * shaded as a hand would hold it. The code reaches the kiosk as these pixels and no other way.
 */
export async function holdUp(phone: Page, cameraFile: string, screenshot: Buffer): Promise<void> {
  const source = `data:image/png;base64,${screenshot.toString('base64')}`;
  await paint(
    phone,
    cameraFile,
    // As close as one holds it: the code, a little below the middle of the phone, is in the middle of the frame.
    `<img src="${source}" style="position: absolute; left: 50%; top: 50%; height: 1000px; border: 14px solid #111; border-radius: 44px; transform: translate(-50%, -60%) rotate(-3deg); filter: brightness(0.92)">`,
  );
}

async function paint(phone: Page, cameraFile: string, body: string): Promise<void> {
  const scene = await phone.context().newPage();
  try {
    await scene.setViewportSize(frame);
    await scene.setContent(
      `<body style="margin:0;height:100vh;overflow:hidden;background:#8d857a">${body}</body>`,
    );
    const picture = await scene.screenshot({ scale: 'css' });
    await writeCameraVideo(cameraFile, picture);
  } finally {
    await scene.close();
  }
}
