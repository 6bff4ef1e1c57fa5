import type { PaymentProvider } from '../../core/ports/payment-provider.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { findLink } from '../../platform/hub-store/payment-records.ts';
import { claimRefund, type Refund, settleRefund } from '../../platform/hub-store/refunds.ts';

export interface RefundOptions {
  readonly hub: HubDatabase;
  readonly provider: PaymentProvider;
  /** For the log: a refund that somebody of the shop has to see to. */
  readonly onRefused: (refund: Pick<Refund, 'refundId' | 'orderId'>, reason: string) => void;
}

/** Longer than a provider takes to answer or to give up. */
const claimMs = 120_000;
/** The rest comes with the timer's next turn. */
const atOnce = 20;
/** 10 s, 20 s, 40 s … a day at most between two. */
const backOff = (attempts: number): number => Math.min(10_000 * 2 ** attempts, 24 * 60 * 60_000);

/**
 * Gives back what is written down to be given back. A provider that cannot be reached, or whose answer was lost, is asked again
 * under the same refund's id, by which it pays once. What it refuses is for somebody of the shop. Called by a timer.
 */
export async function payRefunds({ hub, provider, onRefused }: RefundOptions): Promise<void> {
  for (let count = 0; count < atOnce; count += 1) {
    const refund = await hub.transaction((transaction) => claimRefund(transaction, claimMs));
    if (!refund) return;
    const paid = await pay(hub, provider, refund);
    const again = !paid.ok && paid.failure.kind !== 'invalid' && paid.failure.kind !== 'not-found';
    await hub.transaction((transaction) =>
      settleRefund(transaction, refund.refundId, {
        state: paid.ok ? 'done' : again ? 'waiting' : 'by-hand',
        nextAt: transaction.now + backOff(refund.attempts),
      }),
    );
    if (!paid.ok) onRefused(refund, paid.failure.reason ?? paid.failure.kind);
  }
}

async function pay(hub: HubDatabase, provider: PaymentProvider, refund: Refund) {
  const link = refund.paymentId === null ? undefined : await findLink(hub.sql, refund.paymentId);
  // Our own page takes the simulated money, and asks no provider for a reference.
  const reference = link?.reference ?? `${provider.name}-${refund.paymentId}`;
  return provider.refund(reference, refund);
}
