import { z } from 'zod';
import { minorUnits } from '../../contracts/money.ts';
import type { OrderChange } from '../../contracts/order-change.ts';
import type { Plan } from '../../contracts/plan.ts';
import { sku, storeId, uuid } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { type RefundRoute, refundRoute } from '../../contracts/store-policy.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import { planResult, resultOf } from './told.ts';

const proposes =
  'Only writes the plan down and shows it; nothing else happens until continue_plan. Takes the place of a plan that has not begun.';

/** Tools that make a plan differ in what they ask for. */
const proposal = <Input extends z.ZodObject>(
  name: string,
  description: string,
  input: Input,
  make: (asked: z.infer<Input>, actor: Actor) => Promise<Result<Plan>>,
): Tool =>
  defineTool({
    name,
    description: `${description} ${proposes}`,
    effect: 'read',
    input,
    output: planResult,
    run: async (asked, { actor }) => {
      const made = await make(asked, actor);
      return made.ok ? succeed(resultOf(made.value)) : made;
    },
    present: ({ plan }) => ({ type: 'plan', plan }),
  });

export const planOutfit = ({ plans }: Shop): Tool =>
  proposal(
    'plan_outfit',
    'Plans a whole outfit (two to five pieces that go together, in the shopper’s size, in stock here) for an occasion under a budget: to the fitting room of who is in the shop, into the bag of who is not. Pass what was said; the rest is known from the session or asked for by the answer.',
    z.strictObject({
      occasion: z.string().min(1).max(60).optional().describe('As the shop’s words have it, e.g. wedding.'),
      budget: minorUnits.positive().optional().describe('For all pieces together, minor units.'),
      department: z.string().min(1).max(60).optional().describe('Who it is for, e.g. women.'),
      size: z.string().min(1).max(40).optional().describe('As worn, e.g. M.'),
    }),
    (wish, actor) => plans.outfit(actor, wish),
  );

export const planSizeSwap = ({ plans }: Shop): Tool =>
  proposal(
    'plan_size_swap',
    'Plans to swap the size of a piece on trial: the other size comes to the same fitting room and takes the first one’s place in the bag.',
    z.strictObject({
      reservationId: uuid.describe('Of the piece on trial, from list_reservations.'),
      size: z.string().min(1).max(40).describe('As the product lists it, e.g. L or 40.'),
    }),
    ({ reservationId, size }, actor) => plans.sizeSwap(actor, reservationId, size),
  );

export const planReservationElsewhere = ({ plans, stock }: Shop): Tool =>
  proposal(
    'plan_reservation_elsewhere',
    'Plans to have a piece put aside in another shop of this retailer, until the shopper has come there.',
    z.strictObject({
      sku,
      store: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe('Name or id of the shop; without it the nearest that has the piece.'),
    }),
    async ({ sku, store }, actor) => {
      if (store === undefined) return plans.elsewhere(actor, { sku });
      const named = storeNamed(store, await stock.stores());
      if (named !== undefined) return plans.elsewhere(actor, { sku, storeId: named });
      const nearby = await stock.nearby(actor.storeId, sku);
      const stores = nearby.slice(0, 5).map((one) => one.store.name);
      if (stores.length === 0) return plans.elsewhere(actor, { sku });
      return fail('not-found', `There is no such shop. These have the piece: ${stores.join(', ')}.`, {
        reason: 'no-such-shop',
        details: { stores },
      });
    },
  );

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** By its id, or by a part of its name that no other shop has; undefined where that is none or several. */
function storeNamed(said: string, stores: readonly { storeId: string; name: string }[]): string | undefined {
  const asId = storeId.safeParse(said);
  const byId = asId.success ? stores.find((one) => one.storeId === asId.data) : undefined;
  if (byId) return byId.storeId;
  const [only, ...more] = stores.filter(({ name }) => plain(name).includes(plain(said)));
  return more.length === 0 ? only?.storeId : undefined;
}

export const planReturnAndBuy = (shop: Shop): Tool =>
  proposal(
    'plan_return_and_buy',
    'Plans to return a piece of an order and buy another one: the new piece into the bag, a payment link, and the return, whose refund comes once the shop has the piece back.',
    z.strictObject({
      sku: sku.describe('The piece to return, a line of an order.'),
      orderNumber: z.string().min(1).max(40).optional().describe('Without it the newest order that has it.'),
      buySku: sku.describe('The piece to buy.'),
      refund: refundRoute.optional().describe('The way it was paid, unless said otherwise.'),
    }),
    async ({ refund = 'original', ...asked }, actor) => {
      const orderNumber = asked.orderNumber ?? (await orderOf(shop, actor, asked.sku, refund));
      if (typeof orderNumber !== 'string') return orderNumber;
      return shop.plans.returnAndBuy(actor, { ...asked, orderNumber, route: refund });
    },
  );

/** The newest order from which the piece can be returned; else why it cannot be from the newest that has it. */
async function orderOf(
  { orders }: Shop,
  actor: Actor,
  piece: string,
  refund: RefundRoute,
): Promise<string | Extract<Result<never>, { ok: false }>> {
  const listed = await orders.list(actor);
  if (!listed.ok) return listed;
  let refused: Extract<Result<never>, { ok: false }> | undefined;
  for (const { number, lines } of listed.value) {
    if (!lines.some((line) => line.sku === piece)) continue;
    const change: OrderChange = { type: 'return', items: [{ sku: piece }], refund };
    const preview = await orders.preview(actor, number, change);
    if (preview.ok) return number;
    refused ??= preview;
  }
  return (
    refused ??
    fail('not-found', 'No order of this shopper has that piece. Look at list_orders.', {
      reason: 'not-in-order',
    })
  );
}
