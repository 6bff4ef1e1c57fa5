import type { Address } from '../contracts/address.ts';
import type {
  Product,
  ProductSummary,
  SearchQuery,
  SearchResult,
  Variant,
  Vocabulary,
} from '../contracts/catalogue.ts';
import type { Feedback } from '../contracts/feedback.ts';
import type { FloorTaskView, StockCount } from '../contracts/floor.ts';
import type { FulfilmentMethod, FulfilmentOption } from '../contracts/fulfilment.ts';
import type { BagNote, NoteContent } from '../contracts/note.ts';
import type { Loyalty, Offer } from '../contracts/offer.ts';
import type { CorrectionReason, FloorStep } from '../contracts/operation.ts';
import type { Order } from '../contracts/order.ts';
import type { OrderChange, OrderChangeOutcome } from '../contracts/order-change.ts';
import type { Payment } from '../contracts/payment.ts';
import type { PhoneLink } from '../contracts/phone-link.ts';
import type { Plan } from '../contracts/plan.ts';
import type { Channel, Language } from '../contracts/primitives.ts';
import type { ReservationView } from '../contracts/reservation.ts';
import type { Result } from '../contracts/result.ts';
import type { CartView, ChatMessage, Preferences, SessionView } from '../contracts/session.ts';
import type { SizeAdvice } from '../contracts/size-advice.ts';
import type { BodyMeasure } from '../contracts/size-chart.ts';
import type { NearbyStock, StockFigure, Store } from '../contracts/store.ts';
import type { RefundRoute, StorePolicy } from '../contracts/store-policy.ts';
import type { BareSession } from '../contracts/visitor.ts';
import type { ChangePlan } from './orders/plan-change.ts';

/** Who acts, and where. Comes from the composition root, never from a tool's arguments or a web form. */
export interface Actor {
  readonly sessionId: string;
  readonly storeId: string;
  readonly channel: Channel;
  readonly language: Language;
}

/** Names a variant the way people do. Either `sku`, or `handle` with as much of size and colour as is needed. */
export interface VariantChoice {
  readonly sku?: string | undefined;
  readonly handle?: string | undefined;
  readonly size?: string | undefined;
  readonly colour?: string | undefined;
}

export interface Bundle {
  readonly anchor: ProductSummary;
  readonly items: readonly ProductSummary[];
  /** Minor units, of `items` and anchor. */
  readonly total: number;
  readonly currency: string;
}

export interface Comparison {
  /** In the order that they were named. */
  readonly items: readonly ProductSummary[];
  /** What is not the same for all, by name: brand, garment, and attributes such as fabric or fit; values in the order of the items. */
  readonly differences: readonly {
    readonly name: string;
    readonly values: readonly (readonly string[])[];
  }[];
}

export interface SizeQuestion {
  readonly handle: string;
  readonly colour?: string | undefined;
  /** Of the body, in millimetres. */
  readonly measures: Partial<Readonly<Record<BodyMeasure, number>>>;
}

export interface Browsing {
  search(storeId: string, query: SearchQuery): Promise<SearchResult>;
  product(handle: string): Promise<Result<Product>>;
  byBarcode(barcode: string): Promise<Result<Variant>>;
  /** `invalid` lists the sizes or colours to choose from; `not-found` the ones that exist. */
  resolve(
    choice: VariantChoice,
    /** Lets failures say which sizes are in stock in this shop. */
    storeId?: string,
  ): Promise<Result<{ readonly product: Product; readonly variant: Variant }>>;
  /** Personal where the session's preferences, cart and orders say something; best sellers of the shop otherwise. */
  recommend(
    actor: Actor,
    wish: { readonly occasion?: string | undefined; readonly limit?: number | undefined },
  ): Promise<Result<readonly ProductSummary[]>>;
  /** Pieces that complete the look, in stock here, in the shopper's size where known. */
  bundle(actor: Actor, handle: string): Promise<Result<Bundle>>;
  /** Other products of the same garment in stock here, the most alike first. */
  similar(actor: Actor, handle: string, limit: number): Promise<Result<readonly ProductSummary[]>>;
  /** Two to four products side by side. */
  compare(actor: Actor, handles: readonly string[]): Promise<Result<Comparison>>;
  /** Which size to try first, how sure that is and why, and what of it is here. Measures are used and not kept. */
  findSize(actor: Actor, question: SizeQuestion): Promise<Result<SizeAdvice>>;
  vocabulary(): Promise<Vocabulary>;
}

export interface Stocktaking {
  /** One figure a variant; variants without a row are 0. */
  here(storeId: string, skus: readonly string[]): Promise<readonly StockFigure[]>;
  /** Other shops that have it, nearest first. */
  nearby(storeId: string, sku: string): Promise<readonly NearbyStock[]>;
  /**
   * Has the shopper told by a message when a variant that is out of stock in this shop can be had there; `denied` (`no-phone`) where
   * the session belongs to nobody.
   */
  notifyWhenAvailable(actor: Actor, sku: string): Promise<Result<{ readonly until: string }>>;
  /** What would keep that from being promised now, before anyone is asked. */
  mayNotify(actor: Actor, sku: string): Promise<Result<void>>;
  /** Takes that back for these variants, whether or not it was asked for. */
  stopNotifying(actor: Actor, skus: readonly string[]): Promise<Result<void>>;
  store(storeId: string): Promise<Result<Store>>;
  stores(): Promise<readonly Store[]>;
}

export interface Carts {
  view(actor: Actor): Promise<Result<CartView>>;
  /** Absolute quantity, 0 removes. */
  setLine(actor: Actor, sku: string, quantity: number): Promise<Result<CartView>>;
  /** null takes the offer off. */
  applyOffer(actor: Actor, code: string | null): Promise<Result<CartView>>;
  /**
   * The cart as it would be with so many of the customer's points, 0 for none, `most` for as many as it takes; nothing is changed.
   * `denied` where nobody is known; `conflict` and `invalid` say why none can be used, with `details` of what can.
   */
  previewPoints(actor: Actor, points: number | 'most'): Promise<Result<CartView>>;
  /** As previewed. What the cart takes now may be fewer; it takes more of them as it grows. */
  redeemPoints(actor: Actor, points: number | 'most'): Promise<Result<CartView>>;
  /** Every way for the cart to get to the shopper, possible from this shop now or not, with dates and fee. */
  fulfilmentOptions(actor: Actor): Promise<Result<readonly FulfilmentOption[]>>;
  setFulfilment(actor: Actor, method: FulfilmentMethod): Promise<Result<CartView>>;
}

/** What workers keep about pieces of a session's cart; it goes where the session goes, and into the order. */
export interface Notes {
  /** Of one worker, as far as its pieces are in the cart. */
  list(actor: Actor, worker: string): Promise<Result<readonly BagNote[]>>;
  /** The whole note; null takes it back, and what is not there may be taken back. */
  set(actor: Actor, worker: string, key: string, content: NoteContent | null): Promise<Result<void>>;
}

/** `as` is an id that the caller chose for a hold: asked for once more, it is found. */
export interface Holds {
  list(actor: Actor): Promise<Result<readonly ReservationView[]>>;
  /** A fitting room, a number and a time limit; never more than can be promised. */
  reserveForTrial(actor: Actor, sku: string, quantity: number, as?: string): Promise<Result<ReservationView>>;
  /**
   * Another size of a piece on trial, brought to the same fitting room; the first stays until the associate takes it back. `not-found`
   * lists the sizes there are.
   */
  requestOtherSize(
    actor: Actor,
    reservationId: string,
    size: string,
    as?: string,
  ): Promise<Result<ReservationView>>;
  /** A piece of another shop, until the shopper has come there; `offline` where the hub has to promise it and is away. */
  reserveElsewhere(
    actor: Actor,
    storeId: string,
    sku: string,
    quantity: number,
    as: string,
  ): Promise<Result<ReservationView>>;
  cancel(actor: Actor, reservationId: string): Promise<Result<ReservationView>>;
  /** Starts the clock of a piece on trial anew, within the shop's policy; it may have started anew a moment ago already. */
  extend(actor: Actor, reservationId: string): Promise<Result<ReservationView>>;
  /** Gives the pieces that wait for a guest to the session that the guest turned out to be. */
  moveTrials(from: Actor, to: Actor): Promise<Result<void>>;
  /** Releases what is due; called by a timer. Gives the ones that ended. */
  expireDue(): Promise<readonly ReservationView[]>;
}

export interface Payments {
  /** Covers the cart by holds, then makes the link; the open link of an unchanged cart is given again. */
  create(actor: Actor): Promise<Result<Payment>>;
  status(actor: Actor): Promise<Result<Payment>>;
  cancel(actor: Actor): Promise<Result<Payment>>;
  send(actor: Actor): Promise<Result<void>>;
}

export interface Benefits {
  loyalty(actor: Actor): Promise<Result<Loyalty>>;
  /** Each offer with what it would save on this cart now (minor units), best first; `reason` where it does not apply. */
  offers(
    actor: Actor,
  ): Promise<
    Result<readonly { readonly offer: Offer; readonly saves: number; readonly reason: string | null }[]>
  >;
}

/** An order and what a change of it would come to. */
export interface OrderPreview {
  readonly order: Order;
  readonly plan: ChangePlan;
}

export interface OrderDesk {
  list(actor: Actor): Promise<Result<readonly Order[]>>;
  track(actor: Actor, orderNumber: string): Promise<Result<Order>>;
  /** What a change would come to, by what this side knows. Does nothing. */
  preview(actor: Actor, orderNumber: string, change: OrderChange): Promise<Result<OrderPreview>>;
  /** Same key, same effect, once. The hub decides; `offline` without it. */
  change(
    actor: Actor,
    orderNumber: string,
    change: OrderChange,
    key: string,
  ): Promise<Result<OrderChangeOutcome>>;
  /** Also without the network: it waits in the outbox. */
  giveFeedback(actor: Actor, feedback: Feedback): Promise<Result<void>>;
  /** Of whoever is signed in; it is kept at the hub alone. */
  changeCustomerAddress(actor: Actor, address: Address): Promise<Result<void>>;
}

/** A code on a phone, opened without the hub. */
export interface OpenedCode {
  readonly tokenId: string;
  readonly session: BareSession;
}

export interface Sessions {
  view(actor: Actor): Promise<Result<SessionView>>;
  /** With a code that was opened without the hub, what it brings; `conflict` when it was used here before. */
  start(language: Language, code?: OpenedCode): Promise<Result<{ readonly sessionId: string }>>;
  setLanguage(actor: Actor, language: Language): Promise<Result<void>>;
  setPreferences(actor: Actor, preferences: Preferences): Promise<Result<void>>;
  addMessage(actor: Actor, message: Omit<ChatMessage, 'messageId' | 'at'>): Promise<Result<void>>;
  /** A link by which the session goes on in the shopper's own browser. */
  continueOnPhone(actor: Actor): Promise<Result<PhoneLink>>;
  end(actor: Actor, reason: 'shopper' | 'idle' | 'staff' | 'crash'): Promise<Result<void>>;
}

/** What associates and tills do with the pieces of one shop. */
export interface Floor {
  /** Trials to pick, hand over or put back, by number. */
  tasks(storeId: string): Promise<readonly FloorTaskView[]>;
  /** Takes a step; one that was taken already is no failure. */
  advance(storeId: string, reservationId: string, to: FloorStep): Promise<Result<void>>;
  /** What the shop should have of a variant; `not-found` for what it does not keep. */
  count(storeId: string, sku: string): Promise<Result<StockCount>>;
  /** A recount: units that are there, and what the screen had shown. Gives the figure after it. */
  correct(
    storeId: string,
    sku: string,
    count: { readonly counted: number; readonly shown: number; readonly reason: CorrectionReason },
  ): Promise<Result<StockFigure>>;
  /** Sells pieces that no reservation is about, by this side's own rights or more of them. */
  sell(storeId: string, sku: string, quantity: number): Promise<Result<void>>;
}

export interface Help {
  /** Asks someone of the shop to come; `denied` where nobody is near, `offline` where nobody can be told. */
  callAssociate(sessionId: string | null, reason: string): Promise<Result<void>>;
}

/** What an outfit is to be for. What is left out is known from the session, or has to be asked. */
export interface OutfitWish {
  readonly occasion?: string | undefined;
  /** Minor units, for all pieces together. */
  readonly budget?: number | undefined;
  readonly department?: string | undefined;
  readonly size?: string | undefined;
}

/** Goals of several steps. A session has one at a time; a new one takes the place of one that is not under way. */
export interface Plans {
  /** The latest, whatever became of it. */
  current(actor: Actor): Promise<Result<Plan | null>>;
  /** `invalid` says what has to be asked; `not-found` what the nearest is that there is. */
  outfit(actor: Actor, wish: OutfitWish): Promise<Result<Plan>>;
  /** Another size of a piece on trial, and of the same piece in the bag. */
  sizeSwap(actor: Actor, reservationId: string, size: string): Promise<Result<Plan>>;
  /** A line of an order goes back, another piece is bought. */
  returnAndBuy(
    actor: Actor,
    wish: {
      readonly orderNumber: string;
      readonly sku: string;
      readonly buySku: string;
      readonly route: RefundRoute;
    },
  ): Promise<Result<Plan>>;
  /** Without `storeId`: in the nearest shop that has it. */
  elsewhere(
    actor: Actor,
    wish: { readonly sku: string; readonly storeId?: string | undefined },
  ): Promise<Result<Plan>>;
  /** To its end, or back to where it began: what became of it is in the plan. */
  proceed(actor: Actor, planId: string): Promise<Result<Plan>>;
  /** Takes back what it has done. */
  drop(actor: Actor, planId: string): Promise<Result<Plan>>;
  /** A guest turned out to be the shopper of another session, which has nothing under way. */
  carry(from: Plan, to: Actor): Promise<Result<void>>;
}

/** All that a shop can do for a shopper: the same on kiosk and hub, and what workers, screens and web pages call. */
export interface Shop {
  readonly browsing: Browsing;
  readonly stock: Stocktaking;
  readonly carts: Carts;
  readonly notes: Notes;
  readonly holds: Holds;
  readonly payments: Payments;
  readonly benefits: Benefits;
  readonly orders: OrderDesk;
  readonly plans: Plans;
  readonly sessions: Sessions;
  readonly floor: Floor;
  readonly help: Help;
  /** The retailer's, as this side last heard of it. */
  policy(): Promise<StorePolicy>;
}
