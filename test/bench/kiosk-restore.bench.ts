/** From a code in the camera's view to the restored session on the kiosk's screen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { part, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera, holdUp } from '../../src/cli/demo/hold-up.ts';
import { choose, piece, showCode, signIn } from '../../src/cli/demo/on-the-phone.ts';
import { openStage, type Stage } from '../../src/cli/demo/stage.ts';
import { holdUpLater } from './support/kiosk/camera.ts';
import { openPeerReaders, type Peer } from './support/kiosk/peer-readers.ts';
import { type ScanTimes, startWatching, watched } from './support/kiosk/watch.ts';
import { median, spread } from './support/statistics.ts';

export const title = 'kiosk: code shown to session restored';

const rounds = 7;

export async function run(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  const stage = await openStage({
    folder,
    size: '1080x1920',
    environment: process.env,
    hubLog: 'ignore',
  });
  try {
    await clearCamera(stage.phone, stage.cameraFile);
    const { page } = await stage.openKiosk();
    await waitForShop(page);
    await signIn(stage);
    await choose(stage, piece.handle, piece.size);

    const shownLater: ScanTimes[] = [];
    const heldAlready: ScanTimes[] = [];
    // The first scan loads and compiles what later ones use.
    const first = await restore(stage, page, holdUp);
    for (let round = 0; round < rounds; round += 1) {
      shownLater.push(await restore(stage, page, holdUpLater));
      heldAlready.push(await restore(stage, page, holdUp));
    }
    const peers = await readByPeers(stage);
    const ownRead = median(shownLater.map(({ inView, decoded }) => decoded - inView));
    const between = (all: readonly ScanTimes[], from: keyof ScanTimes, to: keyof ScanTimes): string =>
      spread(all.map((times) => times[to] - times[from]));
    return [
      `median (least–most) of ${rounds} rounds, a new code each; camera 1280x720`,
      `scan screen open, code comes into view → home painted:  ${between(shownLater, 'inView', 'restored')}`,
      `  camera gave the frame → page showed it:                ${between(shownLater, 'inView', 'shown')}`,
      `  → decoded:                                             ${between(shownLater, 'shown', 'decoded')}`,
      `  → redeemed at the hub, stored and painted:             ${between(shownLater, 'decoded', 'restored')}`,
      `code held up already, tap on Scan → home painted:        ${between(heldAlready, 'tapped', 'restored')}`,
      `  tap → camera's first frame:                            ${between(heldAlready, 'tapped', 'cameraOn')}`,
      `  → decoded:                                             ${between(heldAlready, 'cameraOn', 'decoded')}`,
      `  → redeemed at the hub, stored and painted:             ${between(heldAlready, 'decoded', 'restored')}`,
      `the same at the first scan after the kiosk's start, once: ${Math.round(first.restored - first.tapped)} ms`,
      `the code comes into view → decoded:                      ${between(shownLater, 'inView', 'decoded')}`,
      ...peers.map(
        ([peer, times]) =>
          `  ${peer}, in Chromium: ${spread(times)}, ${(median(times) / ownRead).toFixed(1)} x the kiosk`,
      ),
    ];
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same video, the same picture of a code, read by others. */
async function readByPeers(stage: Stage): Promise<readonly (readonly [Peer, readonly number[]])[]> {
  const code = await showCode(stage);
  const readers = await openPeerReaders(stage.cameraFile);
  const times: Record<Peer, number[]> = {
    'html5-qrcode, its default of 2 a second': [],
    'zxing-wasm, every frame': [],
  };
  const peers = Object.keys(times) as Peer[];
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const peer of peers) {
        await holdUpLater(stage.phone, stage.cameraFile, code);
        times[peer].push(await readers.read(peer));
      }
    }
    return peers.map((peer) => [peer, times[peer]] as const);
  } finally {
    await readers.close();
  }
}

/** One hand-over, and the session's end. */
async function restore(stage: Stage, page: Page, hold: typeof holdUp): Promise<ScanTimes> {
  await hold(stage.phone, stage.cameraFile, await showCode(stage));
  await startWatching(page);
  await part(page, 'attract-scan').click();
  const times = await watched(page);
  await part(page, 'end-session').click();
  await part(page, 'thanks-done').click();
  await waitForShop(page);
  return times;
}
