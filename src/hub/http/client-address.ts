import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who is at the other end of the line: an IP address, or a word where there is none. */
export type ClientAddress = (context: Context) => string;

/**
 * Headers of proxies are not believed, since anyone can write them. Where the operator says that a proxy is there, the last
 * address of `X-Forwarded-For` is who asked it: the proxy wrote that one, and whoever asked may have written those before.
 */
export function createClientAddress({ trustProxy }: { readonly trustProxy: boolean }): ClientAddress {
  return (context) => {
    const forwarded = trustProxy
      ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    return forwarded !== undefined && isIP(forwarded) !== 0 ? forwarded : socketAddress(context);
  };
}

function socketAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // No socket: the app is called in-process.
    return 'in-process';
  }
}
