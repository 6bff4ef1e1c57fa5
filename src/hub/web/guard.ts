import type { MiddlewareHandler } from 'hono';

/** Nothing inline, nothing from elsewhere but photos; no one may frame a page that has buttons to pay. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' https: data:",
  "connect-src 'self'",
  "form-action 'self' https://checkout.stripe.com",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every page, and: a form that changes something comes from our own pages or not at all. */
export const guard: MiddlewareHandler = async (context, next) => {
  const changes = context.req.method !== 'GET' && context.req.method !== 'HEAD';
  if (
    changes &&
    !isOwnOrigin(
      context.req.header('origin'),
      context.req.header('sec-fetch-site'),
      context.req.header('host'),
    )
  ) {
    return context.text('This form was not sent from one of our pages.', 403);
  }
  await next();
  const { headers } = context.res;
  headers.set('content-security-policy', contentSecurityPolicy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  return undefined;
};

/** The `Origin` header where there is one; what the browser says of the site otherwise. No word at all is a no. */
export function isOwnOrigin(
  origin: string | undefined,
  site: string | undefined,
  host: string | undefined,
): boolean {
  if (origin !== undefined && origin !== 'null') {
    return URL.canParse(origin) && new URL(origin).host === host;
  }
  return site === 'same-origin';
}
