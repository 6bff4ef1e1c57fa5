import { z } from 'zod';

/**
 * What the caller can do about a failure, not where it arose.
 *
 * - `invalid`: mend the input and call again
 * - `not-found`: the thing does not exist; choose another
 * - `conflict`: the state moved on (sold out, used twice, expired); look again
 * - `offline`: needs the hub or a model that cannot be reached now
 * - `timeout`: unknown outcome; asking again is safe, writes are idempotent
 * - `denied`: this session, role or device may not
 * - `internal`: a bug; its message never leaves the process
 */
export const failureKind = z.enum([
  'invalid',
  'not-found',
  'conflict',
  'offline',
  'timeout',
  'denied',
  'internal',
]);
export type FailureKind = z.infer<typeof failureKind>;

/** `message` is written for whoever reads it next (shopper, associate, model) and says what to try. */
export const failure = z.object({
  kind: failureKind,
  message: z.string(),
  /** A stable word for programs and translations, e.g. `code-expired`. */
  reason: z.string().optional(),
  /** Facts that help to choose the next step, e.g. the sizes that exist. */
  details: z.record(z.string(), z.unknown()).optional(),
});
export type Failure = z.infer<typeof failure>;

export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export function fail(
  kind: FailureKind,
  message: string,
  extra: { readonly reason?: string; readonly details?: Record<string, unknown> } = {},
): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: { kind, message, ...extra } };
}

/** The wire shape of a `Result` whose value has the given schema. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure }),
  ]);

/** Ends an exhaustive switch: a new union member becomes a type error here. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
