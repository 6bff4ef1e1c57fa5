import type { Product, ProductSummary } from '../../contracts/catalogue.ts';
import type { FulfilmentOption } from '../../contracts/fulfilment.ts';
import type { Loyalty, Offer } from '../../contracts/offer.ts';
import type { Order } from '../../contracts/order.ts';
import type { OrderChangeOutcome } from '../../contracts/order-change.ts';
import type { Payment } from '../../contracts/payment.ts';
import type { PhoneLink } from '../../contracts/phone-link.ts';
import type { ReservationView } from '../../contracts/reservation.ts';
import type { Result } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import type { SizeAdvice } from '../../contracts/size-advice.ts';
import type { NearbyStock, StockFigure, Store } from '../../contracts/store.ts';
import type { StorePolicy } from '../../contracts/store-policy.ts';
import type { TurnState } from '../../core/agent/planner.ts';
import type { Texts } from '../texts.ts';

export interface Figures {
  readonly handle: string;
  readonly title: string;
  readonly figures: readonly (StockFigure & {
    readonly size: string | null;
    readonly colour: string | null;
  })[];
}

/** What each tool gives; every worker checks its own output against the same shapes. */
export interface ToolResults {
  readonly search_catalog: { readonly total: number; readonly items: readonly ProductSummary[] };
  readonly get_product: { readonly product: Product };
  readonly recommend_products: { readonly items: readonly ProductSummary[] };
  readonly suggest_bundle: {
    readonly anchor: ProductSummary;
    readonly items: readonly ProductSummary[];
    readonly total: number;
    readonly currency: string;
  };
  readonly find_similar: { readonly items: readonly ProductSummary[] };
  readonly compare_products: {
    readonly items: readonly ProductSummary[];
    readonly differences: readonly {
      readonly name: string;
      readonly values: readonly (readonly string[])[];
    }[];
  };
  readonly find_size: SizeAdvice;
  readonly find_stock: Figures;
  readonly locate_item: Figures;
  readonly find_stock_nearby: { readonly title: string; readonly stores: readonly NearbyStock[] };
  readonly notify_when_available: {
    readonly title: string;
    readonly size: string | null;
    readonly colour: string | null;
    readonly until: string;
  };
  readonly stop_notifying: { readonly title: string };
  readonly continue_on_phone: PhoneLink;
  readonly call_associate: { readonly called: true };
  readonly get_store_info: { readonly store: Store };
  readonly get_fulfillment_options: { readonly options: readonly FulfilmentOption[] };
  readonly set_fulfillment: CartView;
  readonly get_cart: CartView;
  readonly update_cart: CartView;
  readonly create_payment_link: Payment;
  readonly get_payment_status: Payment;
  readonly cancel_payment: Payment;
  readonly get_loyalty_status: Loyalty;
  readonly list_offers: {
    readonly offers: readonly {
      readonly offer: Offer;
      readonly saves: number;
      readonly reason: string | null;
    }[];
  };
  readonly find_best_offer: {
    readonly best: { readonly offer: Offer; readonly saves: number } | null;
    readonly applied: string | null;
  };
  readonly apply_offer: CartView;
  readonly remove_offer: CartView;
  readonly redeem_points: CartView;
  readonly reserve_for_trial: ReservationView;
  readonly extend_reservation: ReservationView;
  readonly request_other_size: ReservationView;
  readonly cancel_reservation: ReservationView;
  readonly list_reservations: { readonly reservations: readonly ReservationView[] };
  readonly get_store_policy: StorePolicy;
  readonly cancel_order: OrderChangeOutcome;
  readonly change_order_address: OrderChangeOutcome;
  readonly change_order_items: OrderChangeOutcome;
  readonly change_order_payment: OrderChangeOutcome;
  readonly start_return: OrderChangeOutcome;
  readonly start_exchange: OrderChangeOutcome;
  readonly submit_feedback: { readonly orderNumber: string | null; readonly rating: number };
  readonly change_customer_address: { readonly changed: true };
  readonly get_order: Order;
  readonly list_orders: { readonly orders: readonly Order[] };
  readonly track_order: Order;
}
export type ToolName = keyof ToolResults;

export interface PlannedCall {
  /** One of `ToolResults`, or a worker's own. */
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Reply {
  readonly text: string;
  /** Asks the shopper for what is missing: nothing after it is done in this turn. */
  readonly asks?: boolean;
  readonly suggestions?: readonly string[];
}

/** A goal asks for calls one after the other and ends in words. It is run from its start in every round. */
export type Goal = Steps<Reply>;

/** Part of a goal: asks for calls as well, and gives a value to the rest of it. */
export type Steps<T> = Generator<PlannedCall, T, Result<Readonly<Record<string, unknown>>>>;

export interface GoalRoom {
  /** Size and colour that the shopper last named, for a piece that nothing else is known of. */
  readonly spoken: { readonly size?: string | undefined; readonly colour?: string | undefined };
  /** The state of now: later steps of the same turn are in it. */
  readonly state: TurnState;
  readonly texts: Texts;
}

/** One call, with the result's type. */
export function* call<T extends ToolName>(
  tool: T,
  toolArguments: Readonly<Record<string, unknown>>,
): Steps<Result<ToolResults[T]>> {
  const given = Object.fromEntries(Object.entries(toolArguments).filter(([, value]) => value !== undefined));
  const result = yield { tool, arguments: given };
  return result as Result<ToolResults[T]>;
}
