import type { SessionView } from '../contracts/session.ts';
import type { ToolStep } from '../core/agent/planner.ts';
import type { Texts } from './texts.ts';

const after: Readonly<Record<string, readonly string[]>> = {
  search_catalog: ['look', 'reserve', 'cheaper'],
  recommend_products: ['look', 'cheaper', 'offers'],
  get_product: ['where', 'look', 'reserve'],
  find_similar: ['look', 'reserve', 'cheaper'],
  compare_products: ['reserve', 'add', 'where'],
  suggest_bundle: ['add', 'reserve', 'offers'],
  find_size: ['reserve', 'add', 'where'],
  find_stock: ['where', 'reserve', 'add'],
  locate_item: ['reserve', 'look', 'add'],
  find_stock_nearby: ['hours', 'look'],
  update_cart: ['bag', 'look', 'pay'],
  set_fulfillment: ['pay', 'bag'],
  get_cart: ['pay', 'offers', 'look'],
  apply_offer: ['pay', 'bag'],
  remove_offer: ['offers', 'bag'],
  find_best_offer: ['bag', 'pay'],
  list_offers: ['bag', 'pay'],
  reserve_for_trial: ['look', 'reservations', 'bag'],
  request_other_size: ['reservations', 'look', 'bag'],
  extend_reservation: ['reservations', 'look', 'bag'],
  create_payment_link: ['paid', 'bag'],
  cancel_payment: ['bag', 'pay'],
  list_orders: ['track'],
  plan_outfit: ['goOn', 'dropPlan'],
  plan_size_swap: ['goOn', 'dropPlan'],
  plan_return_and_buy: ['goOn', 'dropPlan'],
  plan_reservation_elsewhere: ['goOn', 'dropPlan'],
  get_plan: ['goOn', 'dropPlan'],
  continue_plan: ['reservations', 'bag', 'look'],
  drop_plan: ['surprise', 'bag'],
};

/** The next likely wishes after what was done, in words that the shopper could have said. */
export function nextWishes(
  steps: readonly ToolStep[],
  session: SessionView,
  { t }: Texts,
): readonly string[] {
  const last = steps.findLast((step) => step.result.ok);
  const wishes = (last === undefined ? undefined : after[last.tool]) ?? ['surprise', 'bag', 'offers'];
  const possible = wishes.filter(
    (wish) => wish !== 'pay' || session.cart.pieces > 0 || last?.tool === 'update_cart',
  );
  return possible.map((wish) => t(`wishes.${wish}`));
}
