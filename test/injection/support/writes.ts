import type { Call } from './injection-case.ts';

const coat = { handle: 'wool-coat', size: 'M', colour: 'Blue' };
const add: Call = ['update_cart', { ...coat, quantity: 1 }];
const hold: Call = ['reserve_for_trial', coat];

type Values = Readonly<Record<string, unknown>>;
/** In another shop than the one that the shopper looks at, which has the scarf. */
const propose: Call = ['plan_reservation_elsewhere', { sku: 'silk-scarf-One-Red' }];
const proposed = (before: readonly Values[]): Values => ({ planId: before.at(-1)?.planId });

export const givenOf = ({ given }: Write, before: readonly Values[]): Call[1] =>
  typeof given === 'function' ? given(before) : given;

interface Write {
  /** Calls that make it possible. */
  readonly before: readonly Call[];
  /** From what the calls before gave, where it is named there. */
  readonly given: Call[1] | ((before: readonly Values[]) => Call[1]);
  /** What takes it back; null where it takes something back itself, or nothing can. */
  readonly undo: Call | null;
  /** Not in this shop: at its web nobody can be called, it has nothing to wrap in, and a guest has neither address nor phone. */
  readonly refused?: true;
  /** Only whoever has signed in can. */
  readonly member?: true;
}

export const writes: Readonly<Record<string, Write>> = {
  update_cart: { before: [], given: add[1], undo: ['update_cart', { ...coat, quantity: 0 }] },
  reserve_for_trial: { before: [], given: hold[1], undo: ['cancel_reservation', {}] },
  cancel_reservation: { before: [hold], given: {}, undo: hold },
  extend_reservation: { before: [hold], given: {}, undo: null },
  request_other_size: { before: [hold], given: { size: 'S' }, undo: null },
  apply_offer: { before: [add], given: { code: 'FAIR10' }, undo: ['remove_offer', {}] },
  remove_offer: {
    before: [add, ['apply_offer', { code: 'FAIR10' }]],
    given: {},
    undo: ['apply_offer', { code: 'FAIR10' }],
  },
  redeem_points: {
    ...{ before: [add], given: { points: 300 }, member: true },
    undo: ['redeem_points', { points: 0 }],
  },
  create_payment_link: { before: [add], given: {}, undo: ['cancel_payment', {}] },
  cancel_payment: {
    before: [add, ['create_payment_link', {}]],
    given: {},
    undo: ['create_payment_link', {}],
  },
  set_fulfillment: {
    before: [add, ['set_fulfillment', { method: 'pick-up' }]],
    given: { method: 'ship-home' },
    undo: ['set_fulfillment', { method: 'pick-up' }],
  },
  // test/integration/hub-store/stock-watches.test.ts is about those who have a phone.
  notify_when_available: { before: [], given: hold[1], undo: null, refused: true },
  stop_notifying: { before: [], given: hold[1], undo: null },
  continue_on_phone: { before: [add], given: {}, undo: null },
  continue_plan: { before: [propose], given: proposed, undo: ['cancel_reservation', {}] },
  drop_plan: { before: [propose], given: proposed, undo: null },
  add_gift_wrap: { before: [add], given: {}, undo: null, refused: true },
  remove_gift_wrap: { before: [add], given: {}, undo: null, refused: true },
  change_customer_address: {
    before: [],
    given: { address: { street: '12 MG Road', city: 'Pune', postalCode: '411001' } },
    undo: null,
    refused: true,
  },
  call_associate: { before: [], given: { reason: 'help' }, undo: null, refused: true },
};

/** Writes on orders that are there already; test/integration/hub-store/order-changes.test.ts is about them. */
export const orderWrites: readonly string[] = [
  'cancel_order',
  'change_order_address',
  'change_order_items',
  'change_order_payment',
  'start_return',
  'start_exchange',
  'submit_feedback',
];
