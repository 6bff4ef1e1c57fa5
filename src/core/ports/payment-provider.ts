import type { Result } from '../../contracts/result.ts';

/** What a provider needs to know to take a payment. */
export interface Charge {
  readonly paymentId: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** One line that the shopper reads on the provider's page. */
  readonly description: string;
  /** Milliseconds since 1970; no money may be taken afterwards. */
  readonly expiresAt: number;
  /** Our own payment page: where the provider's page sends the shopper afterwards. */
  readonly returnUrl: string;
}

/** What a provider's webhook told, after its signature was found valid. */
export interface PaymentNotice {
  readonly paymentId: string;
  readonly outcome: 'paid' | 'expired';
  /** The provider's name of the payment. */
  readonly reference: string;
  /** Minor units that were taken; 0 when none were. */
  readonly amount: number;
}

export interface RefundPart {
  readonly refundId: string;
  /** Minor units. */
  readonly amount: number;
}

/** Whoever takes the money. Our own books decide whether a payment is still open. */
export interface PaymentProvider {
  /** `simulated` moves no money; its buttons are on our own page. */
  readonly name: 'simulated' | 'stripe';
  /** Idempotent by payment id. `checkoutUrl` is the provider's page, null where ours has the buttons. */
  open(charge: Charge): Promise<Result<{ readonly reference: string; readonly checkoutUrl: string | null }>>;
  /** After this the provider takes no money for it; succeeds when there was nothing to close. */
  close(reference: string): Promise<Result<void>>;
  /**
   * Gives money back: all of it, where it arrived for a payment that was over (idempotent by reference), or a part (idempotent by
   * the part's id, for ever). `invalid` and `not-found`: this provider never will.
   */
  refund(reference: string, part?: RefundPart): Promise<Result<void>>;
  /** Reads a webhook call. `denied` when the signature is wrong; null for notices that mean nothing to us. */
  readNotice(rawBody: string, signature: string | undefined): Promise<Result<PaymentNotice | null>>;
}
