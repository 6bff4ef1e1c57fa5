import type { Failure } from '../../contracts/result.ts';

/** Reasons that have words of their own in kiosk.json under `failure.reason`. */
const knownReasons: ReadonlySet<string> = new Set([
  'barcode-unknown',
  'cart-empty',
  'cart-full',
  'code-expired',
  'code-foreign',
  'code-other-shop',
  'code-tampered',
  'code-unreadable',
  'code-unverifiable',
  'code-used',
  'code-wrong',
  'hub-unreachable',
  'no-number-free',
  'not-promisable',
  'offer-not-applicable',
  'offer-unknown',
  'payment-over',
  'phone-invalid',
  'pickup-wrong',
  'rights-offline',
  'session-ended',
  'storage',
  'too-many-held',
  'too-many-tries',
]);

/** Finer reasons whose words to a shopper are the same. */
const synonyms: Readonly<Record<string, string>> = {
  'capsule-expired': 'code-expired',
  'code-unknown': 'code-expired',
  'capsule-foreign': 'code-foreign',
  'foreign-code': 'code-foreign',
  'capsule-session': 'code-used',
  'capsule-tampered': 'code-tampered',
  signature: 'code-tampered',
  'code-locked': 'too-many-tries',
  'too-many-codes': 'too-many-tries',
  'not-covered': 'not-promisable',
  'not-enough': 'not-promisable',
  'sold-out': 'not-promisable',
  'offer-expired': 'offer-not-applicable',
  'offer-for-members': 'offer-not-applicable',
  'offer-minimum': 'offer-not-applicable',
  'offer-no-matching-piece': 'offer-not-applicable',
  'offer-not-yet-valid': 'offer-not-applicable',
  'offer-other-currency': 'offer-not-applicable',
  'nothing-to-pay': 'cart-empty',
  'no-payment': 'payment-over',
  'no-session': 'session-ended',
  'session-unknown': 'session-ended',
  'disk-full': 'storage',
  'store-damaged': 'storage',
  'store-locked': 'storage',
  'store-read-only': 'storage',
  'store-unreachable': 'storage',
};

/** The reason in the screen's own vocabulary, or null where only the failure's kind is known. */
export function reasonOf(failure: Failure): string | null {
  if (failure.reason === undefined) return null;
  const reason = synonyms[failure.reason] ?? failure.reason;
  return knownReasons.has(reason) ? reason : null;
}

/** Keys in kiosk.json of what happened and of what to do next, and what is filled in there. */
export function failureKeys(failure: Failure): {
  readonly what: string;
  readonly next: string;
  readonly values: { readonly shop: string };
} {
  const reason = reasonOf(failure);
  const { shop } = failure.details ?? {};
  const values = { shop: typeof shop === 'string' ? shop : '' };
  return reason
    ? { what: `failure.reason.${reason}.what`, next: `failure.reason.${reason}.next`, values }
    : { what: `failure.kind.${failure.kind}.what`, next: `failure.kind.${failure.kind}.next`, values };
}

/** Trying the same again can help. */
export const worthRetrying = (failure: Failure): boolean =>
  failure.kind === 'offline' || failure.kind === 'timeout' || failure.kind === 'internal';
