import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Who is at the other end of the line. Headers of proxies are not believed: anyone can write them. */
export function clientAddress(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // No socket: the app is called in-process.
    return 'in-process';
  }
}
