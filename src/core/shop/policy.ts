import type { StorePolicy } from '../../contracts/store-policy.ts';
import type { ShopStore } from '../ports/shop-store.ts';

/** How long holds and payment links last. Durations in milliseconds. */
export interface HoldTimes {
  /** How long pieces wait in a fitting room. */
  readonly trial: number;
  /** How much time a shopper has with a piece, from the moment it is handed over. */
  readonly tryOn: number;
  /** How long a piece can be on trial in all, however often a shopper asks for more time. */
  readonly longestTrial: number;
  /** How long a piece waits in another shop. */
  readonly elsewhere: number;
  /** How long a payment link can be paid. */
  readonly payment: number;
  /** How much longer the units of an open link stay held. */
  readonly paymentGrace: number;
}

const minute = 60_000;

export const holdTimes = ({ holds }: StorePolicy): HoldTimes => ({
  trial: holds.trialMinutes * minute,
  tryOn: holds.tryOnMinutes * minute,
  longestTrial: holds.longestTrialMinutes * minute,
  elsewhere: holds.elsewhereMinutes * minute,
  payment: holds.paymentMinutes * minute,
  paymentGrace: holds.paymentGraceMinutes * minute,
});

export const readPolicy = ({ store }: { readonly store: ShopStore }): Promise<StorePolicy> =>
  store.read((transaction) => transaction.policy());
