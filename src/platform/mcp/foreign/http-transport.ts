import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { countLines, mostBytes, mostLines } from './limits.ts';

/** What is left of a request when its call has been given up. */
const graceMs = 1_000;

/**
 * MCP over Streamable HTTP, as answers to requests only: no stream of what the server wants to say by itself is opened, no
 * answer is longer than a message may be, and none takes longer than a call. Redirects stay at the server's own address.
 */
export function openHttpTransport(
  { url, headers }: { readonly url: URL; readonly headers: Record<string, string> },
  timeoutMs: number,
): StreamableHTTPClientTransport {
  const transport = new StreamableHTTPClientTransport(url, {
    requestInit: { headers },
    reconnectionOptions: {
      maxRetries: 0,
      initialReconnectionDelay: 0,
      maxReconnectionDelay: 0,
      reconnectionDelayGrowFactor: 1,
    },
    fetch: async (address, init) => {
      if (init?.method === 'GET') return new Response(null, { status: 405 });
      const tooLong = AbortSignal.timeout(timeoutMs + graceMs);
      const signal = init?.signal ? AbortSignal.any([init.signal, tooLong]) : tooLong;
      const response = await fetch(address, { ...init, signal });
      if (response.body === null) return response;
      const { status, statusText, headers: given } = response;
      const events = given.get('content-type')?.startsWith('text/event-stream') === true;
      const body = response.body.pipeThrough(limited(events, () => void transport.close()));
      return new Response(body, { status, statusText, headers: given });
    },
  });
  return transport;
}

function limited(events: boolean, onMore: () => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  let lines = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (events) lines += countLines(chunk);
      if (bytes <= mostBytes && lines <= mostLines) {
        controller.enqueue(chunk);
        return;
      }
      controller.error(new Error('The answer is too long'));
      onMore();
    },
  });
}
