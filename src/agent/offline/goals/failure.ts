import type { Failure } from '../../../contracts/result.ts';
import type { Texts } from '../../texts.ts';
import type { Reply } from '../goal.ts';

const spoken: ReadonlySet<string> = new Set([
  'declined',
  'cart-empty',
  'no-reservation',
  'several-reservations',
  'no-orders',
  'not-signed-in',
  'no-payment',
  'offer-unknown',
  'points-not-taken',
  'too-few-points',
  'points-least',
  'points-bag-too-small',
  'not-here',
  'fulfilment-not-possible',
  'no-phone',
  'phone-needs-hub',
  'too-many-links',
  'no-more-time',
  'held-elsewhere',
  'reservation-over',
  'order-not-pending',
  'order-not-delivered',
  'order-cancelled',
  'changed-already',
  'returned-already',
  'too-late',
  'never-allowed',
  'other-variant-only',
  'order-needs-hub',
  'order-changed',
  'price-changed',
  'sold-out',
  'not-enough',
]);

/** A failure's message is written for a model; the shopper hears it in their language. */
export function failureReply(failure: Failure, { t }: Texts): Reply {
  const key = failure.reason !== undefined && spoken.has(failure.reason) ? failure.reason : failure.kind;
  return { text: t(`failure.${key}`) };
}
