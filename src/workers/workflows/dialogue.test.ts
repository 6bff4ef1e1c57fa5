import { describe, expect, it } from 'vitest';
import { callsOf, type Dialogue } from '../../../test/support/offline-dialogue.ts';
import type { Card } from '../../contracts/card.ts';
import type { Language } from '../../contracts/primitives.ts';

const shirt = 'linen-shirt-blue-m';
/** Of an order that has been delivered. */
const office = 'office-shirt-white-s';
/** The shirt on trial; and in the bag as well. */
const tried: readonly string[] = ['show me the linen camp shirt', 'try it on in M blue'];
const triedAndBagged: readonly string[] = [...tried, 'add it to my bag'];
const shown: readonly string[] = ['show me the linen camp shirt in M blue'];

async function said(dialogue: Omit<Dialogue, 'calls'>) {
  const { calls, events } = await callsOf({ ...dialogue, calls: [] });
  const text = events.flatMap((event) => (event.event === 'text' ? [event.text] : [])).join('');
  const asked = events.flatMap((event) => (event.event === 'confirm' ? [event.summary] : []));
  const plans = events.flatMap(({ ...event }) =>
    event.event === 'card' && event.card.type === 'plan' ? [event.card.plan] : [],
  );
  return { calls, text, asked, plan: plans.at(-1), tools: calls.map(({ tool }) => tool) };
}
type Plan = Extract<Card, { type: 'plan' }>['plan'];
const stepsOf = (plan: Plan | undefined) => plan?.steps.map(({ type, state }) => `${type} ${state}`);

describe('an outfit', () => {
  it.each<[Language, string, Readonly<Record<string, unknown>>]>([
    ['en', 'an outfit for a wedding under 8000, for men in M', { occasion: 'Wedding', budget: 800_000 }],
    ['en', 'I need an outfit under 8,000 rupees for men, size M', { budget: 800_000 }],
    ['en', 'dress me for a wedding, men, size M', { occasion: 'Wedding' }],
    ['hi', 'शादी के लिए आउटफिट 8000 से कम, पुरुष, साइज़ M', { occasion: 'Wedding', budget: 800_000 }],
    ['hi', 'shaadi ke liye outfit 8000 se kam, men, size M', { occasion: 'Wedding', budget: 800_000 }],
    [
      'es',
      'un conjunto para una boda por menos de 8000, hombre, talla M',
      { occasion: 'Wedding', budget: 800_000 },
    ],
    ['ar', 'اطلالة لحفل زفاف اقل من 8000 للرجال مقاس M', { occasion: 'Wedding', budget: 800_000 }],
  ])('%s: %s', async (language, say, given) => {
    const { calls, tools, asked, plan, text } = await said({ language, say });
    expect(calls[0]).toEqual({ tool: 'plan_outfit', arguments: { ...given, department: 'men', size: 'M' } });
    expect(tools).toEqual(['plan_outfit', 'continue_plan']);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/₹[\d,]+\d|[\d.,]+\s?₹/u);
    expect(plan?.state).toBe('done');
    expect(stepsOf(plan)).toEqual(['hold done', 'hold done']);
    for (const { piece } of plan?.steps ?? []) {
      expect(asked[0]).toContain(piece.title);
      expect(text).toContain(piece.title);
    }
  });

  it('is asked about once where it is not known who wears it, and the answer goes on with it', async () => {
    const first = await said({ language: 'en', say: 'an outfit for a wedding under 8000' });
    expect([first.tools, first.text.includes('which size')]).toEqual([['plan_outfit'], true]);
    const second = await said({
      language: 'en',
      before: ['an outfit for a wedding under 8000'],
      say: 'for men, M',
    });
    expect(second.calls[0]).toEqual({
      tool: 'plan_outfit',
      arguments: { occasion: 'Wedding', budget: 800_000, department: 'men', size: 'M' },
    });
    expect(second.plan?.state).toBe('done');
  });

  it('says what the nearest costs where the budget is too small', async () => {
    const { text, tools } = await said({ language: 'en', say: 'an outfit for men in M under 200' });
    expect(tools).toEqual(['plan_outfit']);
    expect(text).toMatch(/nearest comes to ₹[\d,]+/u);
  });
});

describe('another size of what is on trial', () => {
  it.each<[Language, string]>([
    ['en', 'swap it for a size L'],
    ['en', 'swap the shirt for an L'],
    ['hi', 'इसे साइज़ L से बदल दो'],
    ['es', 'cámbialo por una talla L'],
    ['ar', 'استبدله بمقاس L'],
  ])('%s: %s', async (language, say) => {
    const { tools, plan, calls } = await said({ language, before: triedAndBagged, say });
    expect(tools).toEqual(['plan_size_swap', 'continue_plan']);
    expect(calls[0]?.arguments).toMatchObject({ size: 'L' });
    expect(plan?.state).toBe('done');
    expect(plan?.steps[0]).toMatchObject({
      type: 'hold',
      piece: { size: 'L' },
      replaces: expect.any(String),
    });
  });

  it('asks which size, and goes on with the answer', async () => {
    const asked = await said({ language: 'en', before: triedAndBagged, say: 'swap it' });
    expect([asked.tools, asked.text]).toEqual([[], 'Which size should I bring instead?']);
    const { tools } = await said({ language: 'en', before: [...triedAndBagged, 'swap it'], say: 'L' });
    expect(tools).toEqual(['plan_size_swap', 'continue_plan']);
  });

  it('is no plan where it is only on trial: one step is a wish like any other', async () => {
    const { tools } = await said({ language: 'en', before: tried, say: 'swap it for a size L' });
    expect(tools).toEqual(['find_stock', 'request_other_size']);
  });
});

describe('return and buy', () => {
  it.each<[Language, string]>([
    ['en', 'return the office shirt and buy the linen camp shirt in M blue with the refund'],
    ['en', 'use the refund of the office shirt to buy the linen camp shirt in M blue'],
    ['hi', 'office shirt वापस करो और रिफंड से linen camp shirt M blue खरीदो'],
    ['es', 'devuelve la office shirt y compra la linen camp shirt en M blue con el reembolso'],
    ['ar', 'ارجع office shirt واشتر linen camp shirt M blue بالمبلغ'],
  ])('%s: %s', async (language, say) => {
    const { calls, plan, asked } = await said({ language, say });
    expect(calls.find(({ tool }) => tool === 'plan_return_and_buy')?.arguments).toEqual({
      sku: office,
      buySku: shirt,
    });
    expect(asked).toHaveLength(1);
    expect(plan?.state).toBe('done');
  });
});

describe('in another shop', () => {
  it.each<[Language, string, string | undefined]>([
    ['en', 'reserve it at the other shop', undefined],
    ['en', 'hold it in another store', undefined],
    ['en', 'reserve it at the Hitec City store', 'hitec city'],
    ['en', 'reserve the linen camp shirt in M blue at Hitec City', 'hitec city'],
    ['hi', 'इसे दूसरी दुकान में रिज़र्व कर दो', undefined],
    ['hi', 'ise Hitec City store mein book kar do', 'hitec city'],
    ['es', 'resérvalo en la otra tienda', undefined],
    ['es', 'resérvalo en la tienda de Hitec City', 'hitec city'],
    ['ar', 'احجزه في المتجر الآخر', undefined],
  ])('%s: %s', async (language, say, store) => {
    const { calls, plan } = await said({ language, before: shown, say });
    expect(calls.find(({ tool }) => tool === 'plan_reservation_elsewhere')?.arguments).toEqual({
      sku: shirt,
      ...(store !== undefined && { store }),
    });
    expect(plan?.steps).toMatchObject([
      { type: 'hold', place: 'elsewhere', storeName: 'Marigold Hitec City', state: 'done' },
    ]);
  });
});

describe('a plan that is there', () => {
  const proposed: readonly string[] = ['an outfit for a wedding under 8000, for men in M'];
  it.each<[Language, string, string]>([
    ['en', 'go on with the plan', 'continue_plan'],
    ['en', 'go on', 'continue_plan'],
    ['en', 'yes', 'continue_plan'],
    ['hi', 'योजना आगे बढ़ाओ', 'continue_plan'],
    ['es', 'sigue con el plan', 'continue_plan'],
    ['ar', 'تابع الخطة', 'continue_plan'],
    ['en', 'cancel the plan', 'drop_plan'],
    ['hi', 'योजना रद्द करो', 'drop_plan'],
    ['es', 'cancela el plan', 'drop_plan'],
    ['ar', 'ألغِ الخطة', 'drop_plan'],
  ])('%s: %s', async (language, say, tool) => {
    const { tools, plan, asked, text } = await said({ language, before: proposed, say, refuses: 1 });
    expect(tools).toEqual(['get_plan', tool]);
    expect(asked).toHaveLength(1);
    expect(plan?.state).toBe(tool === 'drop_plan' ? 'undone' : 'done');
    expect(text).not.toBe('');
  });

  it.each<[Language, string]>([
    ['en', 'show me the plan'],
    ['hi', 'योजना दिखाओ'],
    ['es', 'muéstrame el plan'],
    ['ar', 'أرني الخطة'],
  ])('%s: %s', async (language, say) => {
    const { tools, plan } = await said({ language, before: proposed, say, refuses: 1 });
    expect([tools, plan?.state]).toEqual([['get_plan'], 'proposed']);
  });

  it('is done once: after that there is nothing to go on with', async () => {
    const { tools, asked, text } = await said({
      language: 'en',
      before: proposed,
      say: 'go on with the plan',
    });
    expect(tools).toEqual(['get_plan', 'continue_plan']);
    expect([asked, text]).toEqual([[], 'That plan is done already. Tell me what to take back of it.']);
  });

  it('is missed where there is none', async () => {
    const { text } = await said({ language: 'en', say: 'go on with the plan' });
    expect(text).toContain('There is no plan yet');
  });
});

describe('other wishes', () => {
  it.each([
    ['what goes with the linen camp shirt', 'suggest_bundle'],
    ['make an outfit around the linen camp shirt', 'suggest_bundle'],
    ['show me shirts under 2000', 'search_catalog'],
    ['reserve the linen camp shirt in M blue', 'reserve_for_trial'],
    ['is the linen camp shirt in another shop?', 'find_stock_nearby'],
  ])('%s is none of this worker’s', async (say, tool) => {
    const { tools } = await said({ language: 'en', say });
    expect(tools).toContain(tool);
    expect(tools.filter((name) => name.endsWith('_plan') || name.startsWith('plan_'))).toEqual([]);
  });

  it('a yes to another question is none of it either', async () => {
    const { tools } = await said({ language: 'en', before: ['show me shirts'], say: 'yes' });
    expect(tools).toEqual([]);
  });
});
