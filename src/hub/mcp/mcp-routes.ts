import { type Context, Hono } from 'hono';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { findMcpKey } from '../../platform/hub-store/mcp-keys.ts';
import type { HttpTools } from '../../platform/mcp/http.ts';
import { httpError } from '../../platform/mcp/http-error.ts';
import { bearerToken } from '../http/bearer-token.ts';
import { namesHub, ownOrigins } from '../http/own-names.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { preferredLanguage } from '../web/translate.ts';
import { guestsOf } from './mcp-guests.ts';

export interface McpParts {
  readonly hub: HubDatabase;
  readonly tools: HttpTools;
  readonly listeningUrl: () => string;
  readonly publicUrl: () => string;
}

const minute = 60_000;
export const mcpRequestsPerMinute = 600;

/** The workers' tools for MCP clients that have a key, at `/mcp`. */
export function mcpRoutes({ hub, tools, listeningUrl, publicUrl }: McpParts): Hono {
  const app = new Hono();
  const { now } = hub.environment;
  const requests = createRateLimit({ limit: mcpRequestsPerMinute, windowMs: minute }, now);

  app.all('/mcp', async (context) => {
    if (!isAddressedToHub(context, ownOrigins(listeningUrl(), publicUrl()))) {
      return httpError(403, 'This is not a request to the hub from one of its own pages or from a program.');
    }
    const secret = bearerToken(context);
    const key = secret === undefined ? undefined : await findMcpKey(hub.sql, secret, now());
    if (!key) return unauthorised(context);
    if (!requests.allow(key.keyId)) {
      return httpError(429, 'Too many requests. Wait a minute, then try again.', {
        headers: { 'retry-after': '60' },
      });
    }
    const language = preferredLanguage(context.req.header('accept-language'));
    return tools.fetch(context.req.raw, guestsOf(hub, key, language));
  });
  return app;
}

/** Programs send no `Origin`; a browser sends that of the page. */
function isAddressedToHub(context: Context, origins: readonly string[]): boolean {
  const origin = context.req.header('origin');
  return namesHub(context.req.header('host'), origins) && (origin === undefined || origins.includes(origin));
}

/** RFC 6750, section 3: says what is wrong with a key only where there was one. */
function unauthorised(context: Context): Response {
  const given = context.req.header('authorization') !== undefined;
  const fault = given ? ', error="invalid_token", error_description="unknown, expired or revoked"' : '';
  return httpError(401, 'This needs a key that is good: Authorization: Bearer KEY.', {
    headers: { 'www-authenticate': `Bearer realm="aisle"${fault}` },
  });
}
