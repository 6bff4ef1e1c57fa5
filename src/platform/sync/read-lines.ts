/** Longest line in characters: a product with some hundred variants has a tenth of it. */
const longestLine = 4_000_000;

/**
 * Lines of a byte stream, without their ends, the last one included. Throws when no byte comes for `stallMs`: a
 * half-open connection never ends by itself. Leaving the loop early closes the connection.
 */
export async function* readLines(
  stream: ReadableStream<Uint8Array>,
  { abort, stallMs }: { readonly abort: AbortController; readonly stallMs: number },
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  const stalled = (): void => abort.abort(new DOMException('The line is silent', 'TimeoutError'));
  let rest = '';
  try {
    for (;;) {
      const timer = setTimeout(stalled, stallMs);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) break;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw new Error('The hub sent a line without an end');
      for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    }
    if (rest !== '') yield rest;
  } finally {
    abort.abort();
  }
}
