import { beforeEach, describe, expect, it } from 'vitest';
import { learnWords, textsOf } from '../../agent/texts.ts';
import type { Plan } from '../../contracts/plan.ts';
import { languages } from '../../contracts/primitives.ts';
import { isActive } from '../../contracts/reservation.ts';
import type { ToolContext } from '../../core/agent/tool.ts';
import { createFakeShop, type FakeShopState, fakeActor } from '../testing/fake-shop.ts';
import { worker } from './worker.ts';

const context: ToolContext = {
  actor: fakeActor,
  idempotencyKey: 'key',
  signal: new AbortController().signal,
};
const wish = { department: 'men', size: 'M', budget: 900_000 };

let tools: ReturnType<typeof worker.tools>;
let state: FakeShopState;
beforeEach(() => {
  const fake = createFakeShop();
  tools = worker.tools(fake.shop);
  state = fake.state;
  if (worker.words) learnWords(new Map([[worker.name, worker.words]]));
});

const named = (name: string) => {
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Error(`No tool ${name}`);
  return tool;
};
async function run(name: string, given: Readonly<Record<string, unknown>> = {}): Promise<Plan> {
  const result = await named(name).run(named(name).input.parse(given), context);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.plan as Plan;
}
const refused = async (name: string, given: Readonly<Record<string, unknown>> = {}) => {
  const result = await named(name).run(named(name).input.parse(given), context);
  return result.ok ? 'done' : result.failure.reason;
};
async function question(name: string, planId: string, language: (typeof languages)[number] = 'en') {
  const asked = await named(name).consent?.({ planId }, context);
  if (!asked?.ok) return asked?.failure.reason;
  return textsOf(language).say(worker.name, asked.value);
}
const held = () => state.holds.filter((hold) => isActive(hold)).map(({ sku }) => sku);

describe('one consent for the whole plan', () => {
  it.each(languages)('names every piece and the sum: %s', async (language) => {
    const { planId, steps } = await run('plan_outfit', wish);
    const asked = await question('continue_plan', planId, language);
    for (const { piece } of steps) expect(asked).toContain(piece.title);
    const sum = steps.reduce((total, { piece }) => total + piece.unitPrice, 0);
    expect(asked?.replace(/[^\d]/gu, '')).toContain(String(sum / 100));
    expect(asked).not.toMatch(/\{\{|confirm\.|item\./u);
  });

  it('of one that was cut off names what is still to come; to take it back, what is done', async () => {
    const proposed = await run('plan_outfit', wish);
    const [first, second] = proposed.steps;
    if (first?.type !== 'hold' || !second) throw new Error('Two holds expected');
    const held = { own: true, number: 7, fittingRoom: 2, expiresAt: proposed.at };
    state.plan = { ...proposed, state: 'running', steps: [{ ...first, state: 'done', held }, second] };
    const onward = await question('continue_plan', proposed.planId);
    expect(onward).toContain(second.piece.title);
    expect(onward).not.toContain(first.piece.title);
    const back = await question('drop_plan', proposed.planId);
    expect(back).toContain(first.piece.title);
    expect(back).not.toContain(second.piece.title);
  });

  it('is not asked for about what is over, unknown, or nobody’s', async () => {
    expect(await question('continue_plan', '01935f1e-0000-7000-8000-00000000dead')).toBe('no-plan');
    const { planId } = await run('plan_outfit', wish);
    expect(await question('continue_plan', '01935f1e-0000-7000-8000-00000000dead')).toBe('plan-unknown');
    await run('continue_plan', { planId });
    expect(await question('continue_plan', planId)).toBe('plan-done');
    const next = await run('plan_outfit', wish);
    await run('drop_plan', { planId: next.planId });
    expect(await question('drop_plan', next.planId)).toBe('plan-over');
  });
});

describe('what becomes of a plan', () => {
  it('is only written down when it is proposed, and is found again', async () => {
    const plan = await run('plan_outfit', wish);
    expect([plan.state, held()]).toEqual(['proposed', []]);
    expect(await run('get_plan')).toEqual(plan);
  });

  it('takes everything back and says why when the last piece has gone to somebody else', async () => {
    const { planId, steps } = await run('plan_outfit', wish);
    const gone = steps.at(-1)?.piece;
    state.stock.set(gone?.sku ?? '', 0);
    const tool = named('continue_plan');
    const ended = await tool.run({ planId }, context);
    expect(ended).toMatchObject({
      value: { outcome: 'undone', trouble: [{ name: { title: gone?.title } }] },
    });
    expect(held()).toEqual([]);
  });

  it('twice the same yes does it once', async () => {
    const { planId, steps } = await run('plan_outfit', wish);
    const done = await run('continue_plan', { planId });
    expect(await run('continue_plan', { planId })).toEqual(done);
    expect(held()).toHaveLength(steps.length);
  });
});

describe('what cannot be planned', () => {
  it('says which shops have the piece where that shop does not exist', async () => {
    const sku = 'linen-shirt-blue-m';
    expect(await refused('plan_reservation_elsewhere', { sku, store: 'Atlantis' })).toBe('no-such-shop');
    expect((await run('plan_reservation_elsewhere', { sku, store: 'hitec' })).steps).toMatchObject([
      { type: 'hold', place: 'elsewhere', storeName: 'Marigold Hitec City' },
    ]);
  });

  it('returns from the newest order that can be returned from, and says why where none can', async () => {
    const plan = await run('plan_return_and_buy', {
      sku: 'wrap-dress-green-m',
      buySku: 'linen-shirt-blue-m',
    });
    expect(plan.steps.at(-1)).toMatchObject({ type: 'return', orderNumber: 'MG-10431' });
    const buySku = 'linen-shirt-blue-m';
    expect(await refused('plan_return_and_buy', { sku: 'indigo-kurta-indigo-m', buySku })).toBe(
      'order-not-delivered',
    );
    expect(await refused('plan_return_and_buy', { sku: 'no-such-piece', buySku })).toBe('not-in-order');
  });

  it.each(languages)('is said in words of %s for every reason', (language) => {
    const reasons = Object.keys((worker.words?.en.failed ?? {}) as object);
    for (const reason of reasons) {
      const text = textsOf(language).said(worker.name, { key: `failed.${reason}`, values: {} });
      expect([reason, text]).toEqual([reason, expect.stringMatching(/\p{L}/u)]);
    }
  });
});
