import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'electron';
import { drawIllustration, parseIllustrationUri } from '../../core/illustration/index.ts';

/** Photos larger than this are not kept: a product picture has no business being one. */
const maximumBytes = 8 * 1024 * 1024;
const fetchTimeoutMs = 8000;
const noPicture = () => new Response(null, { status: 404 });

/**
 * Serves `aisle-image://picture/<source>`: illustrations are drawn, photos come from the cache folder or are fetched
 * once. Only sources of the catalogue are fetched, so that no page and no scanned text can make the kiosk call a host.
 */
export function servePictures(
  pageSession: Session,
  cacheFolder: string,
  isCataloguePicture: (source: string) => Promise<boolean>,
): void {
  pageSession.protocol.handle('aisle-image', async (request) => {
    const source = decodeURIComponent(new URL(request.url).pathname.slice(1));
    const illustration = parseIllustrationUri(source);
    if (illustration) return picture(drawIllustration(illustration), 'image/svg+xml');
    if (!/^https:\/\//.test(source) || !(await isCataloguePicture(source))) return noPicture();
    return photo(source, cacheFolder);
  });
}

async function photo(source: string, cacheFolder: string): Promise<Response> {
  const file = path.join(cacheFolder, createHash('sha256').update(source).digest('hex'));
  const cached = await readFile(file).catch(() => undefined);
  // Kept without its type; the <img> element reads that from the first bytes.
  if (cached) return new Response(new Uint8Array(cached));
  try {
    const response = await fetch(source, { signal: AbortSignal.timeout(fetchTimeoutMs), redirect: 'error' });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !/^image\/(jpeg|png|webp|avif|gif)/.test(type)) return noPicture();
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.byteLength > maximumBytes) return noPicture();
    await mkdir(cacheFolder, { recursive: true });
    const temporary = `${file}.${process.pid}`;
    await writeFile(temporary, bytes);
    await rename(temporary, file);
    return picture(bytes, type);
  } catch {
    return noPicture();
  }
}

/** An illustration runs no script even when it is opened by itself. */
const picture = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
  new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      'Cache-Control': 'public, max-age=604800',
      'X-Content-Type-Options': 'nosniff',
    },
  });
