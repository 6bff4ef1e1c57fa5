import type { Plan, PlanStep } from '../../contracts/plan.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PlanServices } from '../../core/plans/plan-room.ts';
import { runPlan, type SavePlan, undoPlan } from '../../core/plans/run-plan.ts';
import { bagOf, holdOf, isInShop, notAsked, pieceOf } from '../../core/shop/plans/proposal.ts';
import type { Actor, Plans } from '../../core/shop.ts';

/** The real engine over the fake shop's services; what is proposed is plain: the first pieces that there are. */
export function createFakePlans(
  services: () => PlanServices,
  session: { plan: Plan | null },
  at: string,
): Plans {
  let count = 0;
  const newId = () => {
    count += 1;
    return `01935f1e-0000-7000-a000-${String(count).padStart(12, '0')}`;
  };
  const save: SavePlan = async (plan) => {
    session.plan = { ...plan, revision: plan.revision + 1 };
    return succeed(session.plan);
  };
  const propose = (
    kind: Plan['kind'],
    steps: readonly PlanStep[],
    asked: Plan['asked'] = notAsked,
  ): Result<Plan> => {
    session.plan = {
      planId: newId(),
      kind,
      state: 'proposed',
      revision: 1,
      at,
      asked,
      steps,
      currency: 'INR',
      trouble: null,
    };
    return succeed(session.plan);
  };
  const parts = { environment: { now: () => Date.parse(at), newId } };
  const here = ({ storeId }: Actor) => ({ place: 'here' as const, storeId, storeName: 'Banjara Hills' });
  const pieceNamed = async (sku: string) => {
    const found = await services().browsing.resolve({ sku });
    return found.ok ? succeed(pieceOf(found.value.product, found.value.variant)) : found;
  };
  const named = async (planId: string, work: (plan: Plan) => Promise<Result<Plan>>) =>
    session.plan?.planId === planId
      ? work(session.plan)
      : fail('not-found', 'There is no such plan any more.', { reason: 'plan-unknown' });
  return {
    current: async () => succeed(session.plan),
    async outfit(actor, { occasion, budget, department, size }) {
      if (department === undefined || size === undefined) {
        return fail('invalid', 'Ask who it is for and which size.', {
          reason: 'wearer-needed',
          details: { departments: ['women', 'men'] },
        });
      }
      const found = await services().browsing.search(actor.storeId, { department, inStock: true, limit: 3 });
      const steps: PlanStep[] = [];
      for (const { sku } of found.items.slice(0, 2)) {
        const piece = await pieceNamed(sku);
        if (!piece.ok) return piece;
        steps.push(isInShop(actor) ? holdOf(parts, piece.value, here(actor)) : bagOf(piece.value, 1));
      }
      const total = steps.reduce((sum, { piece }) => sum + piece.unitPrice, 0);
      if (budget !== undefined && total > budget) {
        return fail('not-found', 'No outfit fits the budget.', {
          reason: 'over-budget',
          details: { nearest: { amount: total, currency: 'INR' } },
        });
      }
      return propose('outfit', steps, { occasion: occasion ?? null, budget: budget ?? null });
    },
    async sizeSwap(actor, reservationId, size) {
      const held = await services().holds.list(actor);
      const worn = held.ok ? held.value.find((one) => one.reservationId === reservationId) : undefined;
      if (!worn) return fail('not-found', 'This piece is not on trial.', { reason: 'no-reservation' });
      const found = await services().browsing.resolve({
        handle: worn.handle,
        size,
        colour: worn.colour ?? undefined,
      });
      if (!found.ok) return found;
      const other = pieceOf(found.value.product, found.value.variant);
      const old = await pieceNamed(worn.sku);
      if (!old.ok) return old;
      const hold = holdOf(parts, other, { ...here(actor), replaces: reservationId });
      return propose('size-swap', [hold, bagOf(other, 1), bagOf(old.value, -1)]);
    },
    async returnAndBuy(actor, { orderNumber, sku, buySku, route }) {
      const preview = await services().orders.preview(actor, orderNumber, {
        type: 'return',
        items: [{ sku }],
        refund: route,
      });
      if (!preview.ok) return preview;
      const line = preview.value.order.lines.find((one) => one.sku === sku);
      const piece = await pieceNamed(buySku);
      if (!piece.ok || !line) return piece.ok ? fail('not-found', 'No such line.') : piece;
      const { quantity, handle, title, size, colour, unitPrice } = line;
      const amount = piece.value.unitPrice;
      return propose('return-and-buy', [
        bagOf(piece.value, 1),
        { type: 'pay', state: 'waiting', piece: piece.value, amount, before: null, paymentId: null },
        {
          type: 'return',
          state: 'waiting',
          piece: { sku, handle, title, size, colour, unitPrice },
          orderNumber,
          quantity,
          refund: preview.value.plan.refund,
          route,
        },
      ]);
    },
    async elsewhere(actor, { sku, storeId }) {
      const piece = await pieceNamed(sku);
      if (!piece.ok) return piece;
      const shops = await services().stock.nearby(actor.storeId, sku);
      const at = storeId === undefined ? shops[0] : shops.find(({ store }) => store.storeId === storeId);
      if (!at) return fail('not-found', 'That shop does not have it.', { reason: 'not-there' });
      const where = { place: 'elsewhere' as const, storeId: at.store.storeId, storeName: at.store.name };
      return propose('reserve-elsewhere', [holdOf(parts, piece.value, where)]);
    },
    proceed: (actor, planId) =>
      named(planId, async (plan) =>
        plan.state === 'done' ? succeed(plan) : runPlan(plan, { actor, shop: services() }, save),
      ),
    drop: (actor, planId) =>
      named(planId, async (plan) =>
        plan.state === 'undone' ? succeed(plan) : undoPlan(plan, { actor, shop: services() }, save),
      ),
    async carry(from) {
      session.plan = from;
      return succeed(undefined);
    },
  };
}
