import type { Address } from '../../contracts/address.ts';
import type { OperationBody } from '../../contracts/operation.ts';
import type { OrderChangeOutcome, OrderChangeRequest } from '../../contracts/order-change.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { PhoneLink } from '../../contracts/phone-link.ts';
import type { ElsewhereHold, Reservation } from '../../contracts/reservation.ts';
import type { Result } from '../../contracts/result.ts';
import type { ShopTransaction } from './shop-store.ts';

/**
 * The only way to change a session or promise stock. On the kiosk one local transaction holds the change and its outbox
 * entry; on the hub, the change and its feed entries. `succeed` means durable.
 */
export interface Operations {
  execute(body: OperationBody): Promise<Result<void>>;
  /**
   * Like `execute`, for an operation that depends on what is there: it is drafted in the transaction that applies it, so
   * that both are one commit. Gives the operation; a failure of the draft has changed nothing.
   */
  executeDraft<Body extends OperationBody>(draft: OperationDraft<Body>): Promise<Result<Body>>;
}

export type OperationDraft<Body extends OperationBody> = (
  transaction: ShopTransaction,
) => Promise<Result<Body>>;

/** Rights to promise units, from whoever holds the rest. */
export interface Rights {
  /** Tries to make `promisable` at least `quantity`; `offline` when no one can be asked, `conflict` when there is no more. */
  acquire(storeId: string, sku: string, quantity: number): Promise<Result<void>>;
}

/** Whoever sends someone of the shop to a shopper. */
export interface AssociateCalls {
  /** Idempotent by call id. `sessionId`: null for someone who has not begun. */
  call(call: {
    readonly callId: string;
    readonly sessionId: string | null;
    readonly reason: string;
  }): Promise<Result<void>>;
}

/** Whoever decides what can be changed about an order: the hub. */
export interface OrderChanges {
  /** Idempotent by the request's key: a repeat gets the first answer. What fails has changed nothing. */
  change(request: OrderChangeRequest): Promise<Result<OrderChangeOutcome>>;
  /** Of the session's customer; `denied` where there is none. */
  changeCustomerAddress(sessionId: string, address: Address): Promise<Result<void>>;
}

/** Whoever makes the link by which a session goes on in the shopper's own browser: the hub. */
export interface PhoneLinks {
  /** `denied` (`too-many-links`) for too many in an hour. A new one takes back those before it. */
  open(sessionId: string): Promise<Result<PhoneLink>>;
}

/** Whoever may promise pieces of other shops: the hub. */
export interface OtherShops {
  /** Idempotent by the reservation's id: gives what is there, held or over. */
  hold(wish: ElsewhereHold): Promise<Result<Reservation>>;
}

/** Whoever makes and follows payment links: the hub, from a kiosk; the payment provider's port, on the hub. */
export interface PaymentDesk {
  /** Idempotent by payment id. The session's cart lines must be covered by its holds. */
  create(paymentId: string, sessionId: string): Promise<Result<Payment>>;
  read(paymentId: string): Promise<Result<Payment>>;
  cancel(paymentId: string): Promise<Result<Payment>>;
  /** Sends the link to the session's own phone; `not-found` where there is none. */
  send(paymentId: string): Promise<Result<void>>;
}
