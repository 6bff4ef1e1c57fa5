import type { LocalStore } from '../../../src/composition/open-local-store.ts';
import type { Actor } from '../../../src/core/shop.ts';
import type { InProcessHub } from './in-process-hub.ts';

/** What a dialogue can change, without ids and instants: rows in an order of their own. */
export interface ShopState {
  readonly cart: readonly { readonly sku: string; readonly quantity: number }[];
  readonly offer: string | null;
  readonly holds: readonly {
    readonly kind: string;
    readonly state: string;
    readonly sku: string;
    readonly quantity: number;
  }[];
  readonly payment: { readonly state: string; readonly amount: number; readonly pieces: number } | null;
  readonly preferences: unknown;
  readonly orders: readonly { readonly number: string; readonly state: string }[];
  /** Reasons that associates were called for, as the hub has them. */
  readonly associateCalls: readonly string[];
  /** Units of each variant that the hub's ledger has promised. */
  readonly promised: readonly { readonly sku: string; readonly quantity: number }[];
}

const byText = (left: unknown, right: unknown): number =>
  JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;

/** Read from the rows of kiosk and hub, past every service. */
export async function stateOf(local: LocalStore, hub: InProcessHub, actor: Actor): Promise<ShopState> {
  const { sessionId } = actor;
  return local.store.read(async ({ sessions, reservations }) => {
    const session = await sessions.find(sessionId);
    if (session === undefined) throw new Error('The session of the dialogue is gone');
    const payment = (await sessions.payment(sessionId)) ?? null;
    const calls = await hub.database.sql.all<{ reason: string }>('SELECT reason FROM associateCall');
    const promised = await hub.database.sql.all<{ sku: string; quantity: number }>(
      `SELECT sku, sum(quantity) AS quantity FROM reservation
       WHERE state NOT IN ('cancelled', 'expired', 'returned') GROUP BY sku ORDER BY sku`,
    );
    return {
      cart: [...session.cart].map(({ sku, quantity }) => ({ sku, quantity })).sort(byText),
      offer: session.offerCode,
      holds: (await reservations.ofSession(sessionId))
        .map(({ kind, state, sku, quantity }) => ({ kind, state, sku, quantity }))
        .sort(byText),
      payment: payment && { state: payment.state, amount: payment.amount, pieces: payment.pieces },
      preferences: session.preferences,
      orders: (await sessions.orders(sessionId)).map(({ number, state }) => ({ number, state })).sort(byText),
      associateCalls: calls.map(({ reason }) => reason).sort(),
      promised: promised.map(({ sku, quantity }) => ({ sku, quantity })),
    };
  });
}
