import type { Context } from 'hono';

/** The token of `Authorization: Bearer …`; undefined where there is none that could be one of ours. */
export const bearerToken = (context: Context): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(context.req.header('authorization') ?? '')?.[1];
