import { defaultFulfilmentPolicy, type FulfilmentPolicy } from '../../contracts/fulfilment.ts';

/** What a retailer decides about holds and payment links. Durations in milliseconds. */
export interface ShopPolicy {
  /** Of an empty cart, ISO 4217; a filled one has its products' currency. */
  readonly currency: string;
  readonly fulfilment: FulfilmentPolicy;
  /** How long pieces wait in a fitting room. */
  readonly trialDuration: number;
  /** How much time a shopper has with a piece, from the moment it is handed over. */
  readonly tryOnDuration: number;
  /** How long a piece can be on trial in all, however often a shopper asks for more time. */
  readonly longestTrial: number;
  /** How long a payment link can be paid. */
  readonly paymentDuration: number;
  /** How much longer the units of an open link stay held, so that a payment in the last second still finds them. */
  readonly paymentGrace: number;
  /** Units of one variant that can wait for trial at once. */
  readonly maximumHoldQuantity: number;
  /** Units that one session can have waiting for trial at once. */
  readonly maximumHeldPieces: number;
}

const minute = 60_000;

export const defaultPolicy: ShopPolicy = {
  currency: 'INR',
  fulfilment: defaultFulfilmentPolicy,
  trialDuration: 20 * minute,
  tryOnDuration: 30 * minute,
  longestTrial: 90 * minute,
  paymentDuration: 15 * minute,
  paymentGrace: 2 * minute,
  maximumHoldQuantity: 3,
  maximumHeldPieces: 6,
};
