import type { Failure } from '../../contracts/result.ts';

/** Reasons that have words of their own in kiosk.json under `failure.reason`. */
const knownReasons: ReadonlySet<string> = new Set([
  'code-expired',
  'code-used',
  'code-tampered',
  'code-foreign',
  'code-unreadable',
  'code-wrong',
  'barcode-unknown',
  'phone-invalid',
  'too-many-tries',
  'sold-out',
  'not-enough-stock',
  'no-rights',
  'cart-empty',
  'offer-unknown',
  'offer-not-applicable',
  'payment-expired',
  'hub-unreachable',
]);

/** Words that programs use for the same thing, brought to one. */
const synonyms: Readonly<Record<string, string>> = {
  expired: 'code-expired',
  'capsule-expired': 'code-expired',
  'handle-expired': 'code-expired',
  used: 'code-used',
  'already-used': 'code-used',
  'handle-used': 'code-used',
  'code-already-used': 'code-used',
  tampered: 'code-tampered',
  'capsule-tampered': 'code-tampered',
  'bad-signature': 'code-tampered',
  'signature-invalid': 'code-tampered',
  foreign: 'code-foreign',
  'foreign-code': 'code-foreign',
  'not-ours': 'code-foreign',
  'capsule-foreign': 'code-foreign',
  'unknown-barcode': 'barcode-unknown',
  'barcode-not-found': 'barcode-unknown',
  'wrong-code': 'code-wrong',
  'rate-limited': 'too-many-tries',
  'too-many-attempts': 'too-many-tries',
  'invalid-phone': 'phone-invalid',
  'insufficient-stock': 'not-enough-stock',
  'out-of-stock': 'sold-out',
  'empty-cart': 'cart-empty',
  'unknown-offer': 'offer-unknown',
  'offer-not-found': 'offer-unknown',
  'offer-expired': 'offer-not-applicable',
};

/** The reason in the screen's own vocabulary, or null where only the failure's kind is known. */
export function reasonOf(failure: Failure): string | null {
  if (failure.reason === undefined) return null;
  const reason = synonyms[failure.reason] ?? failure.reason;
  return knownReasons.has(reason) ? reason : null;
}

/** Keys in kiosk.json of what happened and of what to do next. */
export function failureKeys(failure: Failure): { readonly what: string; readonly next: string } {
  const reason = reasonOf(failure);
  return reason
    ? { what: `failure.reason.${reason}.what`, next: `failure.reason.${reason}.next` }
    : { what: `failure.kind.${failure.kind}.what`, next: `failure.kind.${failure.kind}.next` };
}

/** Trying the same again can help. */
export const worthRetrying = (failure: Failure): boolean =>
  failure.kind === 'offline' || failure.kind === 'timeout' || failure.kind === 'internal';
