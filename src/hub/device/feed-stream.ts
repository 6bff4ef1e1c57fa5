import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type OutgoingLine, writeFeedText } from '../../contracts/feed-text.ts';

/** NDJSON of the feed; a slice is read only when the reader has taken the one before. */
export function feedResponse(
  slices: AsyncIterable<readonly OutgoingLine[]>,
  acceptsGzip: boolean,
  onError: (error: unknown) => void,
): Response {
  const headers: Record<string, string> = {
    'content-type': 'application/x-ndjson',
    'cache-control': 'no-store',
    vary: 'accept-encoding',
  };
  const lines = Readable.from(texts(slices), { objectMode: false });
  lines.on('error', onError);
  if (!acceptsGzip) return new Response(webStream(lines), { headers });
  const gzip = lines.pipe(createGzip({ level: 4 }));
  // A reader that goes away ends the reading too.
  gzip.on('close', () => lines.destroy());
  return new Response(webStream(gzip), { headers: { ...headers, 'content-encoding': 'gzip' } });
}

async function* texts(slices: AsyncIterable<readonly OutgoingLine[]>): AsyncGenerator<Buffer> {
  for await (const slice of slices) {
    yield Buffer.from(writeFeedText(slice));
    // Others get their turn between slices.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const webStream = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as ReadableStream<Uint8Array>;
