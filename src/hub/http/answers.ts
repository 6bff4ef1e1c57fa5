import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FailureKind, Result } from '../../contracts/result.ts';

const statusOf: Readonly<Record<FailureKind, ContentfulStatusCode>> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  denied: 403,
  offline: 503,
  timeout: 504,
  internal: 500,
};

export const failureStatus = (kind: FailureKind): ContentfulStatusCode => statusOf[kind];

/** A `Result` as JSON; the text of an internal failure stays here. */
export function answer(context: Context, result: Result<unknown>): Response {
  if (result.ok) return context.json({ ok: true, value: result.value ?? {} });
  const { failure } = result;
  const told =
    failure.kind === 'internal'
      ? { kind: failure.kind, message: 'Something went wrong on our side. Try again in a moment.' }
      : failure;
  return context.json({ ok: false, failure: told }, statusOf[failure.kind]);
}
